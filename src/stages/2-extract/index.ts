import type { Noted } from '../../model/diagnostic.js'
import type { Report } from '../../model/report.js'
import type { Snapshot } from '../../model/snapshot.js'
import { reportId } from '../../text/ids.js'

export function extractReport(snapshot: Snapshot): Noted<Report> {
  const row = JSON.parse(new TextDecoder().decode(snapshot.bytes))
  return {
    value: {
      id: reportId(snapshot.id),
      snapshot: snapshot.id,
      name: snapshot.given.name,
      body: row.text,
      outlet: row.outlet,
      headline: row.headline,
      published: row.published ? { edtf: row.published, basis: 'given', quote: null } : null,
      regions: [],
    },
    notes: [],
  }
}

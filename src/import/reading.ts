import type { Claim } from '../model/claim.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Event } from '../model/event.js'
import type { Reading, Versions } from '../model/reading.js'
import type { Publication, Report } from '../model/report.js'
import type { Capture, Snapshot } from '../model/snapshot.js'
import type { Sourced } from '../model/sourced.js'
import type { Evidence, Quote } from '../model/span.js'
import type { TimeValue } from '../model/values.js'
import { edtfBounds } from '../text/edtf.js'
import { claimId, eventId, readingId, reportId, snapshotId } from '../text/ids.js'

/** An event as an import has it, each value with its words; `partOf` is the place of another in the list, from 0. */
export type DraftEvent = Omit<Event, 'id' | 'report' | 'claims' | 'joined' | 'apart' | 'partOf'> & {
  readonly partOf: number | null
}

/** A report as an import has it: its bytes, named, and the text that its quotes point into. */
export interface ImportedReport {
  readonly snapshot: Snapshot
  readonly report: Report
}

/** The report of a capture whose text is known: all of it is prose, since no extractor has looked at it. */
export function importedReport(
  capture: Omit<Snapshot, 'id'>,
  body: string,
  by: string,
  published: Publication | null = givenPublication(capture),
): ImportedReport {
  const { name, outlet, headline } = capture.given
  const id = snapshotId(capture.bytes)
  const regions = [{ kind: 'prose' as const, span: { start: 0, end: body.length }, by }]
  return {
    snapshot: { ...capture, id },
    report: { id: reportId(id), snapshot: id, name, body, outlet, headline, published, regions },
  }
}

const givenPublication = ({ given: { published } }: Pick<Capture, 'given'>): Publication | null =>
  published === null ? null : { edtf: published, basis: 'given', quote: null }

/** A reading that another made and this program takes in: a claim for each trigger, by the report itself. */
export function importedReading(
  report: Report,
  drafts: readonly DraftEvent[],
  versions: Versions,
  notes: readonly Diagnostic[] = [],
): Reading {
  const claims: Claim[] = []
  const names = namer()
  const ids = drafts.map(({ triggers: [first] }) => names(first, quote => eventId(report.id, quote)))
  const events = drafts.map(({ partOf, ...told }, i): Event => {
    const own = told.triggers.map(trigger => claimOf(report, told, trigger, names))
    claims.push(...own)
    const [first, ...rest] = own.map(({ id }) => id)
    const [id, whole] = [ids[i], partOf === null ? null : (ids[partOf] ?? null)]
    if (!first || !id) throw new Error('invariant broken: an event without a trigger')
    return { id, report: report.id, ...told, claims: [first, ...rest], partOf: whole }
  })
  return { id: readingId(report, versions), versions, report, labels: noLabels, claims, events, notes }
}

function claimOf(
  { id: report }: Report,
  { triggers, partOf, ...told }: Omit<DraftEvent, 'partOf'> & { partOf?: never },
  trigger: Quote,
  names: ReturnType<typeof namer>,
): Claim {
  const id = names(trigger, quote => claimId(report, quote))
  return { id, report, trigger, holder: { kind: 'report' }, ...told }
}

const noLabels: Reading['labels'] = {
  triggers: [],
  mentions: [],
  roles: [],
  harms: [],
  attributions: [],
  same: [],
}

/** Makes ids from quotes. Where the same words tell two events, as people code them, the later ones are told apart by a number. */
function namer(): <Id extends string>(quote: Quote, make: (quote: Quote) => Id) => Id {
  const taken = new Set<string>()
  return (quote, make) => {
    for (let n = 1; ; n++) {
      const id = make(n === 1 ? quote : { ...quote, exact: `${quote.exact}\n${n}` })
      if (taken.has(id)) continue
      taken.add(id)
      return id
    }
  }
}

/** A value as another states it; `by` names the import. */
export const statedBy =
  (by: string) =>
  <T>(value: T, evidence: Evidence): Sourced<T> => ({
    value,
    basis: { kind: 'stated', by },
    evidence,
    score: null,
  })

/**
 * A time told as EDTF, or untold (null).
 * @throws SyntaxError where it is none of the codebook's forms
 */
export function timeValue(edtf: string | null): TimeValue {
  const bounds = edtf === null ? { earliest: null, latest: null } : edtfBounds(edtf)
  return { edtf, ...bounds, anchor: 'none', timex: { type: 'DATE', value: null, mod: null } }
}

/** Quotes as evidence; null where there are none. */
export function evidenceOf(quotes: readonly Quote[]): Evidence | null {
  const [first, ...rest] = quotes
  return first ? [first, ...rest] : null
}

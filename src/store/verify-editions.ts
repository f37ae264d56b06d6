import type { Report } from '../model/report.js'
import type { IntegrityFault, ReviewRules } from '../ports.js'
import { sha256 } from '../text/ids.js'
import { occurrenceOf, parsedEdition } from './edition.js'
import { eventPassages } from './passages.js'
import { otherIds } from './published.js'
import { quotesIn } from './quotes.js'
import { quoteFaults } from './reading-faults.js'
import { type EventRows, eventRows } from './rows.js'
import type { Row } from './tables.js'
import type { Kept, OwnRows } from './verify-parts.js'

/** The rows that editions of a reading's events make. */
export type EditionRows = EventRows & Pick<OwnRows, 'event_passages' | 'other_ids'>

/** What is wrong with the editions of a reading's events in themselves, and with what says which rows are shown; gives their rows. */
export function* editionFaults(
  editions: readonly Row<'events'>[],
  kept: Kept,
  report: Report,
  urgency: ReviewRules['urgency'],
): Generator<IntegrityFault, EditionRows> {
  const made: EditionRows = {
    events: [],
    event_times: [],
    event_names: [],
    event_points: [],
    urgency: [],
    event_passages: [],
    other_ids: [],
  }
  yield* shownFaults(editions, kept)
  for (const row of editions) {
    const { reading, position } = row
    const parsed = parsedEdition(row)
    if ('complaint' in parsed) {
      yield { id: row.id, message: `edition: ${parsed.complaint}` }
      continue
    }
    const edition = parsed.value
    const at = { reading, position, report_name: report.name, json: row.json }
    const rows = eventRows(at, occurrenceOf(edition, true), urgency)
    made.events.push(...rows.events)
    made.event_times.push(...rows.event_times)
    made.event_names.push(...rows.event_names)
    made.event_points.push(...rows.event_points)
    made.urgency.push(...rows.urgency)
    made.other_ids.push(...otherIds(edition, position))
    for (const { reading: seq, event } of edition) {
      const quotes = quotesIn(event).map(({ quote }) => ({ event: position, start: quote.start }))
      made.event_passages.push(...eventPassages({ seq: reading, quotes }, kept.passagesOf(seq)))
      if (seq === reading) yield* quoteFaults(event.id, event, report.body)
    }
  }
  return made
}

function* shownFaults(editions: readonly Row<'events'>[], { rows, shown }: Kept): Generator<IntegrityFault> {
  const ofEvent = new Map(shown.map(one => [one.event, one]))
  for (const { position, id, json } of editions) {
    const one = ofEvent.get(position)
    if (!one?.since) yield { id, message: 'nothing tells since when this edition of it is shown' }
    else if (one.sha256 !== sha256(json)) {
      yield { id, message: 'what decisions made of it no longer has the hash that was kept of it' }
    }
    ofEvent.delete(position)
  }
  const read = new Map(rows.events.map(({ position, id }) => [position, id]))
  for (const { reading, event, since, until } of ofEvent.values()) {
    const id = read.get(event) ?? `reading ${reading}`
    if (since !== 0 || until === null || !read.has(event)) {
      yield { id, message: `it is kept as shown since line ${since} of the log, and nothing made it then` }
    }
  }
}

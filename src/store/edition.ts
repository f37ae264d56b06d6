import { z } from 'zod'
import { Event } from '../model/event.js'
import { asRead, RecordedEvent } from '../model/recorded.js'
import type { RecordedOccurrence } from '../ports.js'
import { intact } from './damaged.js'
import { type Parsed, parseStored } from './stored-json.js'
import type { Row } from './tables.js'

const Telling = z.object({ reading: z.int(), event: RecordedEvent }).readonly()

/** An occurrence as decisions made it: its tellings, each with the number of the reading whose text its words stand in. */
export const Edition = z.tuple([Telling], Telling).readonly()
export type Edition = z.infer<typeof Edition>

/** Whether a row of events is what decisions made, and not what was read. */
export const isEdition = ({ json }: Pick<Row<'events'>, 'json'>): boolean => json.startsWith('[')

/** What a row of events tells, whether it was read or decisions made it. */
export function parsedEdition(row: Pick<Row<'events'>, 'reading' | 'json'>): Parsed<Edition> {
  const { reading, json } = row
  if (isEdition(row)) return parseStored(json, Edition)
  const event = parseStored(json, Event)
  return 'complaint' in event ? event : { value: [{ reading, event: asRead(event.value) }] }
}

/** @throws StoreError where it is not as it was kept */
export function editionOf(row: Pick<Row<'events'>, 'reading' | 'json'>): Edition {
  return intact(parsedEdition(row), `an event of reading ${row.reading}`)
}

/** Editions that tell the same have the same text: keys come in the order of the schema. */
export function editionText(edition: Edition): string {
  return JSON.stringify(Edition.parse(edition))
}

export const occurrenceOf = (edition: Edition, reviewed: boolean): RecordedOccurrence => {
  const [first, ...rest] = edition
  return { tellings: [first.event, ...rest.map(({ event }) => event)], reviewed }
}

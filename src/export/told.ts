import type { EventId } from '../model/event.js'
import { type Recorded, type RecordedEvent, type ValueField, valueFields } from '../model/recorded.js'
import type { Report } from '../model/report.js'
import type { Quote } from '../model/span.js'
import { type OffsetMap, offsetMap } from '../text/offsets.js'

/** A report with those of its events that go out. Exports take one at a time, so that their memory is flat. */
export interface ToldReport {
  readonly report: Report
  readonly events: readonly RecordedEvent[]
  /** Where and when its bytes were captured; null where that is not known. */
  readonly capture: { readonly source: string; readonly capturedAt: string } | null
  /** Of events that are not alone in telling of their occurrence: its id. */
  readonly occurrences?: ReadonlyMap<EventId, EventId>
}

/** The id of the occurrence that an event tells of: its own, where it is alone in that. */
export const occurrenceOf = (event: RecordedEvent, { occurrences }: ToldReport): EventId =>
  occurrences?.get(event.id) ?? event.id

export type ToldReports = AsyncIterable<ToldReport> | Iterable<ToldReport>

/** What offsets count: characters as Unicode has them, or UTF-16 code units as JavaScript and Java do. */
export type OffsetUnit = 'code-points' | 'utf-16'

/** What every format can be told. */
export interface ExportSettings {
  readonly unit: OffsetUnit
  /** Whether the report's own words go out beside the values. */
  readonly quotes: boolean
  /** See `permalink`. */
  readonly permalink: string
  /** The program and its version. */
  readonly maker: string
}

export const defaultSettings: ExportSettings = {
  unit: 'code-points',
  quotes: true,
  permalink: 'herodotus:{event}#{field}',
  maker: 'herodotus',
}

type Value<F extends ValueField> = RecordedEvent[F] extends readonly (infer V)[] ? V : RecordedEvent[F]

/** A value by its path (`harm.0`; `kind` and `status` have one value and no number), as reviews name it. */
export type ToldValue = {
  readonly [F in ValueField]: {
    readonly field: F
    readonly path: string
    readonly position: number
    readonly told: Value<F>
  }
}[ValueField]

/** Every value of an event, in the order of its fields. */
export function valuesOf(event: RecordedEvent): ToldValue[] {
  return valueFields.flatMap(field => {
    const held: Recorded<unknown> | readonly Recorded<unknown>[] = event[field]
    const list = Array.isArray(held) ? held : [held]
    const isOne = !Array.isArray(held)
    return list.map(
      (told, position) =>
        ({ field, path: isOne ? field : `${field}.${position}`, position, told }) as ToldValue,
    )
  })
}

/** The words that an event rests on: those that tell it, then those that carry its values. */
export const wordsOf = (event: RecordedEvent): readonly Quote[] => [
  ...event.triggers,
  ...valuesOf(event).flatMap(({ told: { evidence } }) => evidence ?? []),
]

/**
 * Where an event, or a value of it, can be opened again. In the template, `{event}` stands for the event's id, `{report}` for the
 * report's, `{field}` for the value's path and `{at}` for where its first words stand (`120-134`, UTF-16), since paths may move
 * when a report is read again and words do not; a value without words has none there. Without a path, the template ends before what leads to `{field}` or `{at}`.
 */
export function permalink(
  template: string,
  event: RecordedEvent,
  value?: { readonly path: string; readonly at: Quote | null },
): string {
  const given = value ? template : template.replace(/[#?&][^#?&]*\{(?:field|at)\}.*$/, '')
  const words: Readonly<Record<string, string>> = {
    event: event.id,
    report: event.report,
    field: value?.path ?? '',
    at: value?.at ? `${value.at.start}-${value.at.end}` : '',
  }
  return given.replace(/\{(event|report|field|at)\}/g, (_, name: string) => words[name] ?? '')
}

/** A quote as it goes out: offsets in the unit asked for; the words themselves, or null where none are to go out. */
export interface OutQuote {
  readonly start: number
  readonly end: number
  readonly exact: string | null
}

/** Makes the function that writes quotes of a report as asked for. */
export function quoteWriter(
  report: Report,
  { unit, quotes }: Pick<ExportSettings, 'unit' | 'quotes'>,
): (quote: Quote) => OutQuote {
  const count = counter(report.body, unit)
  return ({ start, end, exact }) => ({ start: count(start), end: count(end), exact: quotes ? exact : null })
}

/** Makes the function that counts the units before a UTF-16 offset of a text. */
export function counter(body: string, unit: OffsetUnit): (offset: number) => number {
  if (unit === 'utf-16') return offset => offset
  const map: OffsetMap = offsetMap(body)
  return offset => map.toCodePoints(offset)
}

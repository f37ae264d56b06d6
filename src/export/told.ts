import type { Event } from '../model/event.js'
import type { Report } from '../model/report.js'
import type { Sourced } from '../model/sourced.js'
import type { Quote } from '../model/span.js'
import { type OffsetMap, offsetMap } from '../text/offsets.js'

/** A report with those of its events that go out. Exports take one at a time, so that their memory is flat. */
export interface ToldReport {
  readonly report: Report
  readonly events: readonly Event[]
  /** Where and when its bytes were captured; null where that is not known. */
  readonly capture: { readonly source: string; readonly capturedAt: string } | null
}

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

/** The fields of an event that hold values, in the order in which they are written. */
export const valueFields = [
  'kind',
  'status',
  'when',
  'where',
  'initiators',
  'targets',
  'means',
  'harm',
  'said',
] as const
export type ValueField = (typeof valueFields)[number]

type Value<F extends ValueField> = Event[F] extends readonly (infer V)[] ? V : Event[F]

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
export function valuesOf(event: Event): ToldValue[] {
  return valueFields.flatMap(field => {
    const held: Sourced<unknown> | readonly Sourced<unknown>[] = event[field]
    const list = Array.isArray(held) ? held : [held]
    const isOne = !Array.isArray(held)
    return list.map(
      (told, position) =>
        ({ field, path: isOne ? field : `${field}.${position}`, position, told }) as ToldValue,
    )
  })
}

/**
 * Where an event, or a value of it, can be opened again. In the template, `{event}` stands for the event's id, `{report}` for the
 * report's, `{field}` for the value's path and `{at}` for where its first words stand (`120-134`, UTF-16), since paths may move
 * when a report is read again and words do not. Without a path, the template ends before what leads to `{field}` or `{at}`.
 */
export function permalink(template: string, event: Event, value?: { path: string; at: Quote }): string {
  const given = value ? template : template.replace(/[#?&][^#?&]*\{(?:field|at)\}.*$/, '')
  const words: Readonly<Record<string, string>> = {
    event: event.id,
    report: event.report,
    field: value?.path ?? '',
    at: value ? `${value.at.start}-${value.at.end}` : '',
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

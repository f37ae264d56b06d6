import type { Event } from '../model/event.js'
import type { RecordedEvent } from '../model/recorded.js'
import type { Report } from '../model/report.js'
import type { Quote } from '../model/span.js'
import { type OffsetMap, offsetMap } from '../text/offsets.js'

/** A report in the codebook's own form (codebook section 6); quotes are in code points. */
export interface Coding {
  readonly report: string
  readonly coder: string
  readonly events: readonly object[]
}

/** An event as it was read, or as the record has it. */
type Told = Event | RecordedEvent

/**
 * Writes what is told in a report in the codebook's form. An event with several times gives the narrowest; a value that a
 * reviewer set without words has no quotes.
 */
export function toCoding(report: Report, events: readonly Told[], coder: string): Coding {
  const offsets = offsetMap(report.body)
  const names = new Map(events.map(({ id }, i) => [id, `e${i + 1}`]))
  return {
    report: report.name,
    coder,
    events: events.map(event => codedEvent(event, names, offsets)),
  }
}

function codedEvent(event: Told, names: ReadonlyMap<string, string>, offsets: OffsetMap): object {
  const quotes = (from: readonly Quote[] | null): Quote[] =>
    (from ?? []).map(({ start, end, exact }) => ({
      start: offsets.toCodePoints(start),
      end: offsets.toCodePoints(end),
      exact,
    }))
  const actors = (list: Told['initiators']): object[] =>
    list.map(({ value: { name, type, certainty }, evidence }) => ({
      name,
      type,
      certainty,
      quotes: quotes(evidence),
    }))
  const when = event.when[0]
  return {
    id: names.get(event.id),
    kind: event.kind.value,
    trigger: quotes(event.triggers),
    status: event.status.value,
    when: when ? { edtf: when.value.edtf, quotes: quotes(when.evidence) } : null,
    where: event.where.map(({ value: { name, country, level }, evidence }) => ({
      name,
      country,
      level,
      quotes: quotes(evidence),
    })),
    initiators: actors(event.initiators),
    targets: actors(event.targets),
    means: quotes(event.means.flatMap(({ evidence }) => evidence ?? [])),
    harm: event.harm.map(({ value: { what, low, high, vague, of }, evidence }) => ({
      what,
      low,
      high,
      vague,
      of,
      quotes: quotes(evidence),
    })),
    said: event.said.map(({ value: { holder, stance, about, via, cue }, evidence }) => ({
      holder,
      stance,
      about,
      via,
      cue,
      quotes: quotes(evidence),
    })),
    partOf: event.partOf && (names.get(event.partOf) ?? null),
  }
}

import { asRead, type RecordedEvent } from '../model/recorded.js'
import type { Sourced } from '../model/sourced.js'
import type { Evidence, Quote } from '../model/span.js'
import type { EventActor, HarmValue, PlaceValue } from '../model/values.js'
import type { EventKind, Status } from '../model/vocabulary.js'
import { edtfBounds } from '../text/edtf.js'
import { eventId, reportId, snapshotId } from '../text/ids.js'
import { quoteAt } from '../text/quote.js'
import type { ToldReport } from './told.js'

/** The words that carry a value, `words@2` for where they stand a second time; several where several carry it. */
export type Words = string | readonly [string, ...string[]]
type Said = RecordedEvent['said'][number]['value']

/** An event of a made-up report, each value with its words; what is not given is as plain as can be. */
export interface MadeUpEvent {
  readonly trigger: Words
  readonly kind: EventKind
  readonly status?: Status
  readonly when?: readonly (readonly [Words, edtf: string | null])[]
  readonly where?: readonly (readonly [Words, Partial<PlaceValue>?])[]
  readonly initiators?: readonly (readonly [Words, Partial<EventActor>?, by?: string])[]
  readonly targets?: readonly (readonly [Words, Partial<EventActor>?, by?: string])[]
  readonly means?: readonly Words[]
  readonly harm?: readonly (readonly [Words, Partial<HarmValue>])[]
  readonly said?: readonly (readonly [Words, Partial<Said>])[]
  /** Which of the events holds this one, from 0. */
  readonly partOf?: number
}

/** A report that never was, as the stages would give it, to try an export with. */
export function madeUpReport(
  about: { readonly name: string; readonly text: string; readonly source?: string; readonly outlet?: string },
  made: readonly MadeUpEvent[],
): ToldReport {
  const { name, text: body, source = `${name}.txt`, outlet = null } = about
  const snapshot = snapshotId(new TextEncoder().encode(body))
  const report = {
    id: reportId(snapshot),
    snapshot,
    name,
    body,
    outlet,
    headline: null,
    published: { edtf: '2031-03-05', basis: 'given' as const, quote: null },
    regions: [{ kind: 'prose' as const, span: { start: 0, end: body.length }, by: 'made-up' }],
  }
  const events = made.map(event => tell(report, event))
  return {
    report,
    events: events.map((event, i) => ({ ...event, partOf: events[made[i]?.partOf ?? -1]?.id ?? null })),
    capture: { source, capturedAt: '2031-03-06T07:08:09Z' },
  }
}

function tell(report: Pick<ToldReport['report'], 'id' | 'body'>, made: MadeUpEvent): RecordedEvent {
  const quotes = (words: Words): Evidence => {
    const [first = '', ...rest] = typeof words === 'string' ? [words] : words
    return [wordsIn(report.body, first), ...rest.map(more => wordsIn(report.body, more))]
  }
  const from = <T>(words: Words, value: (text: string) => T, by = 'made-up'): Sourced<T> => {
    const evidence = quotes(words)
    return { value: value(evidence[0].exact), basis: { kind: 'stated', by }, evidence, score: null }
  }
  const actor = ([words, given, by]: readonly [Words, Partial<EventActor>?, string?]) =>
    from(words, (name): EventActor => ({ name, ...noActor, ...given }), by)
  const triggers = quotes(made.trigger)
  return asRead({
    id: eventId(report.id, triggers[0]),
    report: report.id,
    triggers,
    kind: from(made.trigger, () => made.kind),
    status: from(made.trigger, () => made.status ?? 'asserted'),
    when: (made.when ?? []).map(([words, edtf]) =>
      from(words, () => ({
        edtf,
        ...(edtf === null ? { earliest: null, latest: null } : edtfBounds(edtf)),
        anchor: 'none' as const,
        timex: { type: 'DATE' as const, value: null, mod: null },
      })),
    ),
    where: (made.where ?? []).map(([words, given]) =>
      from(words, name => ({ name, country: null, level: 'town' as const, known: null, ...given })),
    ),
    initiators: (made.initiators ?? []).map(actor),
    targets: (made.targets ?? []).map(actor),
    means: (made.means ?? []).map(words => from(words, text => text)),
    harm: (made.harm ?? []).map(([words, given]) => from(words, () => ({ ...noHarm, ...given }))),
    said: (made.said ?? []).map(([words, given]) => from(words, holder => ({ ...noLine, holder, ...given }))),
    claims: [`claim:${triggers[0].start.toString(16).padStart(16, '0')}`],
    partOf: null,
  })
}

const noActor = { type: 'unknown', certainty: 'stated', registry: null } as const
const noHarm: HarmValue = {
  what: 'killed',
  low: null,
  high: null,
  vague: null,
  of: null,
  cumulative: false,
  partOf: null,
}
const noLine: Said = { holder: null, holderType: null, stance: 'says', about: 'event', via: null, cue: null }

/** @throws RangeError where the words do not stand in the text. */
function wordsIn(body: string, marked: string): Quote {
  const [, words = '', times = '1'] = /^(.*?)(?:@(\d+))?$/s.exec(marked) ?? []
  let start = -1
  for (let i = 0; i < Number(times); i++) start = body.indexOf(words, start + 1)
  return quoteAt(body, { start, end: start + words.length })
}

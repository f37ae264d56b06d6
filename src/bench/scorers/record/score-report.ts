import { kinds } from '../../../codebook/index.js'
import type { Span } from '../../../model/span.js'
import { assign, countPairs } from '../assignment.js'
import { addTallies, noTally, type Tally, tallyOf } from '../tally.js'
import type { CodedEvent } from './coding.js'
import { sameName } from './names.js'
import { anyNear, anyOverlap, type Locate, quoteFinder } from './quotes.js'
import { sameTime, timesOverlap } from './times.js'

/** The slots of the codebook's score, in the order in which they are shown. */
export const slotNames = [
  'event',
  'family',
  'kind',
  'status',
  'when',
  'when (overlap)',
  'where',
  'initiators',
  'targets',
  'means',
  'harm',
  'said',
] as const
export type Slot = (typeof slotNames)[number]
export type RecordTally = Readonly<Record<Slot, Tally>>

/** The lenient slots, and that of the event itself, are no part of the record's score. */
const notInRecord: ReadonlySet<Slot> = new Set(['event', 'family', 'when (overlap)'])

const tallyEach = (tally: (slot: Slot) => Tally): RecordTally => ({
  event: tally('event'),
  family: tally('family'),
  kind: tally('kind'),
  status: tally('status'),
  when: tally('when'),
  'when (overlap)': tally('when (overlap)'),
  where: tally('where'),
  initiators: tally('initiators'),
  targets: tally('targets'),
  means: tally('means'),
  harm: tally('harm'),
  said: tally('said'),
})

export function addRecordTallies(all: readonly RecordTally[]): RecordTally {
  return tallyEach(slot => addTallies(...all.map(one => one[slot])))
}

/** The slots of the record pooled. */
export function recordTally(tally: RecordTally): Tally {
  return addTallies(...slotNames.filter(slot => !notInRecord.has(slot)).map(slot => tally[slot]))
}

/** An event with its quotes found in the text. */
interface Found {
  readonly event: CodedEvent
  readonly family: string | null
  readonly edtf: string | null
  readonly triggers: readonly Span[]
  readonly actors: readonly Span[]
  readonly means: readonly Span[]
}

function findQuotes(event: CodedEvent, locate: Locate): Found {
  const actors = [...(event.initiators ?? []), ...(event.targets ?? [])]
  return {
    event,
    family: Object.entries(kinds).find(([kind]) => kind === event.kind)?.[1].family ?? null,
    edtf: event.when?.edtf ?? null,
    triggers: locate(event.trigger),
    actors: locate(actors.flatMap(({ quotes }) => quotes)),
    means: locate(event.means),
  }
}

/** How much two events share; 0 where they may not pair. */
function affinity(g: Found, s: Found): number {
  const hit = anyOverlap(g.triggers, s.triggers)
  const sameKind = g.event.kind === s.event.kind
  if (!hit && !(sameKind && anyNear(g.triggers, s.triggers))) return 0
  return (
    (hit ? 4 : 0) +
    (sameKind ? 2 : 0) +
    (g.family === s.family ? 1 : 0) +
    (g.event.status === s.event.status ? 0.25 : 0) +
    (anyOverlap(g.actors, s.actors) ? 0.5 : 0) +
    (sameTime(g.edtf, s.edtf) ? 0.5 : 0)
  )
}

/** How many values an event that found no partner holds in each slot. */
function slotCounts({ event, edtf }: Found): Readonly<Record<Slot, number>> {
  return {
    event: 1,
    family: 1,
    kind: 1,
    status: 1,
    when: edtf ? 1 : 0,
    'when (overlap)': edtf ? 1 : 0,
    where: event.where?.length ?? 0,
    initiators: event.initiators?.length ?? 0,
    targets: event.targets?.length ?? 0,
    means: event.means?.length ? 1 : 0,
    harm: event.harm?.length ?? 0,
    said: event.said?.length ?? 0,
  }
}

/** A list's values paired one to one where they are the same. */
function listTally<T>(
  gold: readonly T[] | null | undefined,
  system: readonly T[] | null | undefined,
  same: (g: T, s: T) => boolean,
): Tally {
  const a = gold ?? []
  const b = system ?? []
  return tallyOf(countPairs(a, b, same), a.length, b.length)
}

function scorePair(g: Found, s: Found, locate: Locate): RecordTally {
  const one = (right: boolean, gold = true, system = true): Tally => ({
    tp: right ? 1 : 0,
    fp: system && !right ? 1 : 0,
    fn: gold && !right ? 1 : 0,
  })
  const time = (right: (a: string, b: string) => boolean): Tally =>
    one(g.edtf !== null && s.edtf !== null && right(g.edtf, s.edtf), g.edtf !== null, s.edtf !== null)
  type Quoted = { quotes: CodedEvent['trigger'] }
  const touch = (x: Quoted, y: Quoted): boolean => anyOverlap(locate(x.quotes), locate(y.quotes))
  type Actors = CodedEvent['initiators']
  const actors = (gold: Actors, system: Actors): Tally =>
    listTally(gold, system, (x, y) => touch(x, y) || sameName(x.name, y.name))
  return {
    event: one(true),
    family: one(g.family === s.family),
    kind: one(g.event.kind === s.event.kind),
    status: one(g.event.status === s.event.status),
    when: time(sameTime),
    'when (overlap)': time(timesOverlap),
    where: listTally(
      g.event.where,
      s.event.where,
      (x, y) => (sameName(x.name, y.name) || touch(x, y)) && (x.country ?? null) === (y.country ?? null),
    ),
    initiators: actors(g.event.initiators, s.event.initiators),
    targets: actors(g.event.targets, s.event.targets),
    means: one(anyOverlap(g.means, s.means), g.means.length > 0, s.means.length > 0),
    harm: listTally(g.event.harm, s.event.harm, (x, y) => {
      const sameNumbers = (x.low ?? null) === (y.low ?? null) && (x.high ?? null) === (y.high ?? null)
      return x.what === y.what && sameNumbers && ((x.low ?? null) !== null || touch(x, y))
    }),
    said: listTally(g.event.said, s.event.said, (x, y) => {
      const sameHolder = x.holder && y.holder ? sameName(x.holder, y.holder) : !x.holder && !y.holder
      return sameHolder && x.stance === y.stance && x.about === y.about
    }),
  }
}

/**
 * Scores the events read in a report against its gold coding, slot by slot, exactly as the codebook's
 * `score-coding.py` does: events are paired one to one so that the pairs share as much as they can, and a value counts
 * as right only inside a pair.
 */
export function scoreReport(
  text: string,
  gold: readonly CodedEvent[],
  system: readonly CodedEvent[],
): RecordTally {
  const locate = quoteFinder(text)
  const golds = gold.map(event => findQuotes(event, locate))
  const systems = system.map(event => findQuotes(event, locate))
  const pairs = assign(golds.map(g => systems.map(s => affinity(g, s))))
  const missed = golds.filter((_, i) => !pairs.some(([row]) => row === i)).map(slotCounts)
  const extra = systems.filter((_, j) => !pairs.some(([, column]) => column === j)).map(slotCounts)
  return addRecordTallies([
    ...pairs.flatMap(([i, j]) => {
      const g = golds[i]
      const s = systems[j]
      return g && s ? [scorePair(g, s, locate)] : []
    }),
    ...missed.map(counts => tallyEach(slot => ({ ...noTally, fn: counts[slot] }))),
    ...extra.map(counts => tallyEach(slot => ({ ...noTally, fp: counts[slot] }))),
  ])
}

import { countPairs } from '../assignment.js'
import { addTallies, noTally, type Tally, tallyOf } from '../tally.js'
import { alignEvents, type Found } from './align.js'
import type { CodedEvent } from './coding.js'
import { anyOverlap, type Locate, quoteFinder } from './quotes.js'
import { samenessIn, sameSaid } from './same.js'
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

/** How many values an event that found no partner holds in each slot. */
export function slotCounts({ event, edtf }: Found): Readonly<Record<Slot, number>> {
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
  const same = samenessIn(locate)
  return {
    event: one(true),
    family: one(g.family === s.family),
    kind: one(g.event.kind === s.event.kind),
    status: one(g.event.status === s.event.status),
    when: time(sameTime),
    'when (overlap)': time(timesOverlap),
    where: listTally(g.event.where, s.event.where, same.where),
    initiators: listTally(g.event.initiators, s.event.initiators, same.actor),
    targets: listTally(g.event.targets, s.event.targets, same.actor),
    means: one(anyOverlap(g.means, s.means), g.means.length > 0, s.means.length > 0),
    harm: listTally(g.event.harm, s.event.harm, same.harm),
    said: listTally(g.event.said, s.event.said, sameSaid),
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
  const { pairs, missed, extra } = alignEvents(gold, system, locate)
  return addRecordTallies([
    ...pairs.map(([g, s]) => scorePair(g, s, locate)),
    ...missed.map(event => {
      const counts = slotCounts(event)
      return tallyEach(slot => ({ ...noTally, fn: counts[slot] }))
    }),
    ...extra.map(event => {
      const counts = slotCounts(event)
      return tallyEach(slot => ({ ...noTally, fp: counts[slot] }))
    }),
  ])
}

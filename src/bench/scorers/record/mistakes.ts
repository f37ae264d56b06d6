import type { Parts } from '../../read-parts.js'
import { alignEvents, type Found } from './align.js'
import type { CodedEvent } from './coding.js'
import type { Mistake, Step } from './mistake.js'
import { quoteFinder } from './quotes.js'
import { type Slot, slotCounts, slotNames } from './score-report.js'
import { sameTime, timesOverlap } from './times.js'
import { type Trace, traceOf } from './trace.js'
import { type ReportGold, valueMistakes } from './value-mistakes.js'

/** Slots that are scored on an event that has no partner, beside the event itself. */
const valueSlots: readonly Slot[] = slotNames.filter(
  slot => !['event', 'family', 'when (overlap)'].includes(slot),
)

/**
 * What is wrong with what was read of a report, mistake by mistake, by the alignment of the codebook's scorer. A value
 * that is wrong and not merely missed is one mistake, though it is scored as one missed and one invented.
 */
export function mistakesOf(
  gold: readonly CodedEvent[],
  system: readonly CodedEvent[],
  parts: Pick<Parts, 'report' | 'labels' | 'referents'>,
): Mistake[] {
  const locate = quoteFinder(parts.report.body)
  const trace = traceOf(parts)
  const alignment = alignEvents(gold, system, locate)
  const all: ReportGold = { gold, system, locate, trace }
  const golds = [...alignment.pairs.map(([g]) => g), ...alignment.missed]
  return [
    ...alignment.missed.flatMap(event => unpaired(event, missedEvent(event, trace))),
    ...alignment.extra.flatMap(event => unpaired(event, inventedEvent(event, golds))),
    ...alignment.pairs.flatMap(([g, s]) => [
      ...kindMistakes(g, s, trace),
      ...statusMistakes(g, s, trace),
      ...timeMistakes(g, s, all),
      ...valueMistakes(g, s, all),
    ]),
  ]
}

/** A mistake for the event, and one for each value that it takes along. */
function unpaired(event: Found, mistake: Mistake): Mistake[] {
  const counts = slotCounts(event)
  const what = mistake.what.startsWith('missed') ? 'of a missed event' : 'of an invented event'
  const size = valueSlots.reduce((sum, slot) => sum + counts[slot], 0)
  const taken = { slot: 'its values' as const, what, step: mistake.step }
  return [mistake, ...Array.from({ length: size }, () => taken)]
}

function missedEvent(event: Found, trace: Trace): Mistake {
  const isPointedAt = trace.triggersAt(event.triggers).length > 0
  return isPointedAt
    ? { slot: 'event', what: 'missed: its words went to another event', step: 'assemble' }
    : { slot: 'event', what: `missed: no trigger (${event.event.kind})`, step: 'reader: trigger' }
}

function inventedEvent(event: Found, golds: readonly Found[]): Mistake {
  const isSplit = golds.some(gold =>
    gold.triggers.some(g => event.triggers.some(s => s.start < g.end && g.start < s.end)),
  )
  return isSplit
    ? { slot: 'event', what: 'invented: split from another', step: 'assemble' }
    : { slot: 'event', what: `invented: ${event.event.kind}`, step: 'reader: trigger' }
}

function kindMistakes(g: Found, s: Found, trace: Trace): Mistake[] {
  if (g.event.kind === s.event.kind) return []
  const isRead = trace.triggersAt(s.triggers).some(({ kind }) => kind === g.event.kind)
  const what = `${g.event.kind} read as ${s.event.kind}`
  return [{ slot: 'kind', what, step: isRead ? 'assemble' : 'reader: trigger' }]
}

function statusMistakes(g: Found, s: Found, trace: Trace): Mistake[] {
  const [wanted, given] = [g.event.status, s.event.status]
  if (wanted === given) return []
  const shown = trace.triggersAt(s.triggers).map(({ status }) => status)
  // Whose words these are comes from attributions; the rest from the words around the trigger.
  const isOfVoice = (status: string): boolean => ['asserted', 'attributed', 'disputed'].includes(status)
  const step: Step =
    wanted !== 'asserted' && shown.some(status => status === wanted)
      ? 'assemble'
      : isOfVoice(wanted) && isOfVoice(given)
        ? 'reader: attribution'
        : 'reader: status'
  return [{ slot: 'status', what: `${wanted} read as ${given}`, step }]
}

function timeMistakes(g: Found, s: Found, { locate, trace }: ReportGold): Mistake[] {
  const wrong = (what: string, step: Step): Mistake[] => [{ slot: 'when', what, step }]
  if (g.edtf !== null && s.edtf !== null && sameTime(g.edtf, s.edtf)) return []
  if (g.edtf === null && s.edtf === null) return []
  const words = locate(g.event.when?.quotes)
  const mentions = trace.mentionsAt('time', words)
  const isOwn = mentions.some(mention => trace.isLinked(mention, s, 'time'))
  if (g.edtf === null) {
    return isOwn ? wrong('a value where its words give none', 'resolve') : wrong('invented', 'reader: role')
  }
  if (mentions.length === 0)
    return wrong(s.edtf ? 'other words' : 'missed: words not found', 'reader: mention')
  if (!isOwn) return wrong(s.edtf ? 'another time' : 'missed: not tied to its event', 'reader: role')
  if (s.edtf === null) return wrong('missed: no value for its words', 'resolve')
  return wrong(timesOverlap(g.edtf, s.edtf) ? 'too wide or too narrow' : 'wrong value', 'resolve')
}

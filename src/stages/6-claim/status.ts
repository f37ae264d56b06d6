import type { Attribution, Trigger } from '../../model/labels.js'
import type { Sourced } from '../../model/sourced.js'
import type { Status } from '../../model/vocabulary.js'
import { evidence } from '../../text/quote.js'

/**
 * The status of one telling (codebook section 2). What the words themselves show (a modal, a negation, a hedge) comes
 * first; a plain telling within what somebody says is `attributed`; within what somebody denies, `disputed`.
 */
export function statusOf(trigger: Trigger, voices: readonly Attribution[]): Sourced<Status> {
  const by = trigger.statusBy ?? trigger.by
  const own = { basis: { kind: 'stated' as const, by }, score: trigger.score }
  if (trigger.status !== 'asserted') {
    return { value: trigger.status, ...own, evidence: evidence(trigger.quote, ...trigger.cues) }
  }
  const voice = voices.find(({ covers }) => covers.some(c => c.trigger === trigger.id && c.about === 'event'))
  if (!voice) return { value: 'asserted', ...own, evidence: evidence(trigger.quote) }
  const words = [voice.holder, voice.cue].filter(quote => quote !== null)
  return {
    value: voice.stance === 'denies' ? 'disputed' : 'attributed',
    basis: { kind: 'implied', by: 'status:within-attribution' },
    evidence: evidence(trigger.quote, ...words),
    score: voice.score,
  }
}

import type { Attribution, Trigger } from '../../model/labels.js'
import type { Sourced } from '../../model/sourced.js'
import type { Status } from '../../model/vocabulary.js'
import { evidence } from '../../text/quote.js'

/**
 * The status of one telling (codebook section 2). What the words themselves show (a modal, a negation) comes first. Of a plain
 * telling, what somebody cited says is `attributed`; what somebody says and somebody denies, `disputed`; what is only denied
 * is told as not having happened.
 */
export function statusOf(trigger: Trigger, voices: readonly Attribution[]): Sourced<Status> {
  const by = trigger.statusBy ?? trigger.by
  const told = evidence(trigger.quote, ...trigger.cues)
  const own = { basis: { kind: 'stated' as const, by }, score: trigger.score, evidence: told }
  if (trigger.status !== 'asserted' && trigger.status !== 'attributed')
    return { value: trigger.status, ...own }
  const heard = voices.filter(({ covers }) =>
    covers.some(c => c.trigger === trigger.id && c.about === 'event'),
  )
  const denial = heard.find(({ stance }) => stance === 'denies')
  const other = heard.find(({ stance }) => stance !== 'denies')
  const isSaid = other !== undefined || trigger.status === 'attributed'
  if (denial) {
    return {
      value: isSaid ? 'disputed' : 'negated',
      basis: { kind: 'implied', by: isSaid ? 'status:said-and-denied' : 'status:within-denial' },
      evidence: evidence(...told, ...wordsOf(other), ...wordsOf(denial)),
      score: denial.score,
    }
  }
  if (!other || trigger.status === 'attributed') return { value: trigger.status, ...own }
  return {
    value: 'attributed',
    basis: { kind: 'implied', by: 'status:within-attribution' },
    evidence: evidence(...told, ...wordsOf(other)),
    score: other.score,
  }
}

const wordsOf = (voice: Attribution | undefined) =>
  [voice?.holder, voice?.cue].filter(quote => quote !== null && quote !== undefined)

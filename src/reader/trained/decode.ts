import type { Labels } from '../../model/labels.js'
import { findChains } from './chains.js'
import { findFillers } from './fillers.js'
import { MentionsAt } from './mentions-at.js'
import { agreeOnKinds, findSame } from './same.js'
import type { Scored } from './scored.js'
import { findTriggers } from './triggers.js'
import { findVoices } from './voices.js'

/**
 * Turns scores into labels. The model decides which words tell events, of what kind and status, and which words are what to
 * them; where such words stand in a name, time or number that the lexicon delimits, its span is taken.
 */
export async function decode(scored: Scored): Promise<Labels> {
  const found = findTriggers(scored)
  const mentionsAt = new MentionsAt(scored)
  const { mentions, roles, harms, ...scores } = await findFillers(scored, found, mentionsAt)
  const same = findSame(scores.same, scored)
  const triggers = agreeOnKinds(found, same, scored)
  const chains = await findChains(scored, mentions)
  const attributions = findVoices(scored, scores.voices, mentionsAt)
  return { triggers, mentions, roles, harms, attributions, same: [...same, ...chains] }
}

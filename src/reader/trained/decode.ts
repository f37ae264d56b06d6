import type { Labels } from '../../model/labels.js'
import { findFillers } from './fillers.js'
import type { Scored } from './scored.js'
import { findTriggers } from './triggers.js'
import { findVoices } from './voices.js'

/**
 * Turns scores into labels. The model decides which words tell events, of what kind and status, and which words are what to
 * them; where such words stand in a name, time or number that the lexicon delimits, its span is taken.
 */
export async function decode(scored: Scored): Promise<Labels> {
  const found = findTriggers(scored)
  const fillers = await findFillers(scored, found)
  const { mentions, roles, harms, same } = fillers
  const attributions = findVoices(scored, fillers.voices)
  return { triggers: found.map(({ trigger }) => trigger), mentions, roles, harms, attributions, same }
}

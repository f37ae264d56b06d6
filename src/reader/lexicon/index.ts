import { readdirSync, readFileSync } from 'node:fs'
import type { Reader } from '../../ports.js'
import { sha256 } from '../../text/ids.js'
import { findAttributions } from './attributions.js'
import type { Known } from './known.js'
import { findMentions } from './mentions.js'
import { placesInPassing } from './name-places.js'
import { linkRoles } from './roles.js'
import { tagSentence } from './tag.js'
import { findTriggers } from './triggers/index.js'

/**
 * Reads by an editable table of words, by position and by pattern: the baseline that a trained reader must beat, and the
 * fall-back where no model can be loaded. Its labels carry no scores.
 */
export function lexiconReader(known: Known): Reader {
  return {
    version: `lexicon-${tablesDigest()}`,
    async read(report, sentences) {
      const tagged = sentences.map(sentence => tagSentence(report.body, sentence))
      const { triggers, same } = findTriggers(report.body, tagged)
      const found = findMentions(report.body, tagged, known)
      const { mentions, roles, harms } = linkRoles(report.body, tagged, triggers, found)
      const attributions = findAttributions(report.body, tagged, triggers, mentions, harms)
      const inPassing = placesInPassing(report.body, mentions, known.gazetteer)
      return { triggers, mentions: [...mentions, ...inPassing], roles, harms, attributions, same }
    },
  }
}

/** Names the tables as they are now: whoever edits one gets readings of their own, beside those made before. */
function tablesDigest(): string {
  const folder = new URL('.', import.meta.url)
  const tables = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.tsv'),
  )
  const contents = tables.sort().map(name => readFileSync(new URL(name, folder), 'utf8'))
  return sha256(contents.join('\n')).slice(0, 8)
}

import { readFileSync } from 'node:fs'
import type { Stance } from '../../model/vocabulary.js'
import type { Word } from './tag.js'

const patterns = ['clause', 'quotation', 'tell', 'object', 'source', 'hedge', 'hedge verb', 'noun'] as const
const vouchings = ['fact', 'plan', 'blame', 'claim', 'none'] as const

/** One row of `cues.tsv`: how words show that somebody speaks, and what the speaker vouches for by them. */
export interface Cue {
  /** The dictionary form of the first word; the words after it as they stand. */
  readonly words: readonly string[]
  readonly pattern: (typeof patterns)[number]
  readonly stance: Stance
  readonly vouches: (typeof vouchings)[number]
}

/** Where a cue stands in a sentence: words `from` up to, not including, `to`. */
export interface CueMatch {
  readonly cue: Cue
  readonly from: number
  readonly to: number
}

const oneOf = <T extends string>(known: readonly T[], value: string | undefined, row: string): T => {
  const found = known.find(item => item === value)
  if (!found)
    throw new SyntaxError(
      `cues.tsv: ${JSON.stringify(value)} is not known, in the row ${JSON.stringify(row)}`,
    )
  return found
}

const table: readonly Cue[] = readFileSync(new URL('./cues.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter(row => row !== '' && !row.startsWith('#'))
  .slice(1)
  .map(row => {
    const [words = '', pattern, stance, vouches] = row.split('\t')
    return {
      words: words.split(' '),
      pattern: oneOf(patterns, pattern, row),
      stance: oneOf(['says', 'denies', 'claims', 'doubts'] as const, stance, row),
      vouches: oneOf(vouchings, vouches, row),
    }
  })

// Longer rows first: "claim responsibility" before "claim".
const byFirst = new Map<string, Cue[]>()
for (const cue of [...table].sort((a, b) => b.words.length - a.words.length)) {
  const first = cue.words[0] ?? ''
  byFirst.set(first, [...(byFirst.get(first) ?? []), cue])
}

/** The cues of a sentence, each word in one at most, in order of the text. */
export function findCues(words: readonly Word[]): CueMatch[] {
  const found: CueMatch[] = []
  for (let at = 0; at < words.length; ) {
    const cue = cueAt(words, at)
    if (cue) found.push({ cue, from: at, to: at + cue.words.length })
    at += cue?.words.length ?? 1
  }
  return found
}

function cueAt(words: readonly Word[], at: number): Cue | undefined {
  const first = words[at]
  if (!first) return undefined
  const rows = [...(byFirst.get(first.lower) ?? []), ...(byFirst.get(first.lemma) ?? [])]
  return rows.find(
    ({ words: row, pattern }) =>
      row.slice(1).every((word, i) => words[at + 1 + i]?.lower === word) && fits(words, at, pattern),
  )
}

// The tagger takes some finite verbs for nouns or adjectives; these forms are hardly anything else.
const surelyVerb = new Set([
  'said',
  'says',
  'told',
  'according',
  'saying',
  'added',
  'wrote',
  'announced',
  'tweeted',
  'warned',
])

/** "the alleged attack", "reportedly": not "has alleged that". */
function isHedge(words: readonly Word[], at: number): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]]
  if (word?.pos === 'NOUN' || word?.pos === 'PROPN') return false
  if (!word?.lower.endsWith('ed')) return true
  return /^(NOUN|PROPN|ADJ)$/.test(after?.pos ?? '') && !/^(AUX|PRON)$/.test(before?.pos ?? '')
}

function fits(words: readonly Word[], at: number, pattern: Cue['pattern']): boolean {
  const word = words[at]
  if (!word) return false
  if (pattern === 'noun') return word.pos === 'NOUN'
  if (pattern === 'hedge') return isHedge(words, at)
  if (pattern === 'source' && /^(per|in|according)$/.test(word.lower)) return true
  return word.pos === 'VERB' || surelyVerb.has(word.lower)
}

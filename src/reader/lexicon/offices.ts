import type { Span } from '../../model/span.js'
import { type Passage, type Range, spanOf } from './passages.js'
import { phraseFrom } from './speakers.js'

/** Somebody who speaks for an office: the name's last word, and the words that name the office. */
export interface Office {
  readonly speaker: Span
  readonly name: string | null
  readonly office: Span
}

const spokesperson = /^spokes(man|woman|person|men|women|persons|people)$/
const notTheOffice =
  /^(a|an|the|its|his|her|their|chief|deputy|senior|official|new|former|one|another|as|and)$/

/** Finds who speaks for whom: "army spokesman John Smith", "Jane Doe, a spokeswoman for the ministry". */
export function findOffices(passages: readonly Passage[]): Office[] {
  return passages.flatMap(p =>
    p.words.flatMap((word, at) => {
      if (!spokesperson.test(word.lower)) return []
      const phrase = p.phraseAt.get(at)
      const office = phrase && (officeAfter(p, at) ?? officeBefore(p, { from: phrase.from, to: at }))
      const speaker = phrase && spanOf(p.words, nameOf(p, at) ?? { from: phrase.from, to: phrase.to })
      const span = office && spanOf(p.words, office)
      if (!speaker || !span) return []
      const named = nameOf(p, at)
      return [{ speaker, name: named ? (p.words[named.to - 1]?.lower ?? null) : null, office: span }]
    }),
  )
}

function officeBefore(p: Passage, { from, to }: Range): Range | null {
  let first = from
  let last = to
  while (first < last && notTheOffice.test(p.words[first]?.lower ?? '')) first++
  while (
    last > first &&
    (notTheOffice.test(p.words[last - 1]?.lower ?? '') || /^['’]s?$/.test(p.words[last - 1]?.text ?? ''))
  )
    last--
  return first < last ? { from: first, to: last } : null
}

function officeAfter(p: Passage, at: number): Range | null {
  const next = Math.max(p.phraseAt.get(at)?.head === at ? at + 1 : -1, -1)
  return next > 0 && /^(for|of|from)$/.test(p.words[next]?.lower ?? '') ? phraseFrom(p, next + 1) : null
}

/** The spokesperson's name: after the word, or set off by commas on either side of it. */
function nameOf(p: Passage, at: number): Range | null {
  const isName = (i: number): boolean => p.words[i]?.pos === 'PROPN'
  const phrase = p.phraseAt.get(at)
  if (!phrase) return null
  if (phrase.to > at + 1 && isName(phrase.to - 1)) return { from: at + 1, to: phrase.to }
  const end = officeAfter(p, at)?.to ?? at + 1
  const after = p.words[end]?.text === ',' ? p.phraseAt.get(end + 1) : undefined
  if (after && isName(after.head) && /^[,.]$/.test(p.words[after.to]?.text ?? '.'))
    return { from: after.from, to: after.to }
  const before = p.words[phrase.from - 1]?.text === ',' ? p.phraseAt.get(phrase.from - 2) : undefined
  return before && isName(before.head) ? { from: before.from, to: before.to } : null
}

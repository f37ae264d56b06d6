import type { Mention } from '../../model/labels.js'
import type { Span } from '../../model/span.js'
import type { Phrase } from './chunks.js'
import type { Parsed } from './clauses.js'
import { isActorLike, isPronoun } from './fitness.js'
import { isPersonNoun } from './nouns.js'

/** Somebody whom a later pronoun may stand for. */
export interface Topic {
  readonly span: Span
  readonly head: string
  readonly isName: boolean
  readonly isPlace: boolean
  /** The last piece of its phrase. */
  readonly last: number
}

/** Whom a sentence is about: the subjects of its clauses that are no pronouns, in order. */
export function topicsOf(parsed: Parsed, within: readonly Mention[]): Topic[] {
  const subjects = parsed.clauses.flatMap(({ subject }) => (subject.length === 1 ? subject : []))
  const seen = new Set<Phrase>()
  return subjects
    .sort((a, b) => a.first - b.first)
    .filter(phrase => {
      const isNew = !seen.has(phrase) && !isPronoun(parsed.pieces[phrase.head]?.text ?? '')
      seen.add(phrase)
      return isNew && isActorLike(parsed, phrase.first, phrase.last, within)
    })
    .map(phrase => topic(parsed, phrase, within))
}

function topic({ pieces }: Parsed, phrase: Phrase, within: readonly Mention[]): Topic {
  let from = phrase.first
  while (from < phrase.last && /^(the|["“‘])$/i.test(pieces[from]?.text ?? '')) from++
  const head = pieces[phrase.head]
  const span = { start: pieces[from]?.start ?? 0, end: pieces[phrase.last]?.end ?? 0 }
  return {
    span,
    head: head?.lower ?? '',
    isName: head?.pos === 'PROPN',
    isPlace: within.some(({ kind, quote }) => kind === 'place' && quote.end === span.end),
    last: phrase.last,
  }
}

/**
 * Whom a pronoun stands for: the nearest subject before it in its sentence that agrees with it, else the first subject of
 * the sentence before. Null where neither agrees: the pronoun then stands as it is.
 */
export function antecedentOf(
  word: string,
  at: number,
  here: readonly Topic[],
  before: readonly Topic[],
): Span | null {
  const nearest = here.filter(({ last }) => last < at).reverse()
  return [...nearest, ...before].find(topic => agrees(word.toLowerCase(), topic))?.span ?? null
}

function agrees(word: string, { head, isName, isPlace }: Topic): boolean {
  const plural = /[^s]s$|^(people|police|men|women|children|troops)$/.test(head)
  if (/^(he|she|him|his|her)$/.test(word)) return (isName && !isPlace) || (isPersonNoun(head) && !plural)
  if (/^(they|them|their)$/.test(word)) return plural || isName
  return /^(it|its)$/.test(word) && !isPersonNoun(head) && (!plural || isName)
}

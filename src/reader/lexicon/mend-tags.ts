import { isActorNoun } from './nouns.js'
import type { Piece } from './piece.js'
import type { PartOfSpeech } from './tag.js'

const possessives = new Set(['its', 'their', 'his', 'her', 'our', 'your', 'my', 'whose'])
const modals = new Set([
  'will',
  'would',
  'can',
  'could',
  'shall',
  'should',
  'may',
  'might',
  'must',
  "'ll",
  '’ll',
])

/** Whether a word says whose. */
export const isPossessive = (word: string): boolean => possessives.has(word)

/** Mends parts of speech that are plainly wrong in their place. */
export function mendTags(pieces: readonly Piece[]): Piece[] {
  const isTitle = hasTitleCase(pieces)
  const mended = pieces.map((piece, i) => {
    const [before, after] = [pieces[i - 1], pieces[i + 1]]
    const pos = !isTitle && isWithinName(piece, before, after) ? 'PROPN' : mend(piece, before, after)
    return { ...piece, pos }
  })
  for (const [i, { lower }] of mended.entries()) {
    const verb = modals.has(lower) ? verbAfter(mended, i) : undefined
    if (verb) verb.pos = 'VERB'
  }
  return mended
}

const hasCapital = (piece: Piece | undefined): boolean => /^\p{Lu}\p{Ll}/u.test(piece?.text ?? '')

/** Whether capitals show nothing in a sentence: most of its words have them. */
function hasTitleCase(pieces: readonly Piece[]): boolean {
  const long = pieces.filter(({ text }) => /^\p{L}{4,}$/u.test(text))
  return long.filter(({ text }) => /^\p{Lu}/u.test(text)).length >= long.length * 0.7
}

/** "Red Cross", "Doctors Without Borders": a verb or preposition with a capital goes on with the name before it. */
function isWithinName(piece: Piece, before: Piece | undefined, after: Piece | undefined): boolean {
  if (!hasCapital(piece) || !hasCapital(before) || (before?.pos !== 'PROPN' && before?.pos !== 'ADJ'))
    return false
  return piece.pos === 'VERB' || (piece.pos === 'ADP' && hasCapital(after))
}

function mend(piece: Piece, before: Piece | undefined, after: Piece | undefined): PartOfSpeech {
  // "IS", "US": names that the tagger takes for the words that they look like, unless all is in capitals.
  const inCapitals = /^\p{Lu}{2,}$/u.test(`${before?.text ?? ''}${after?.text ?? ''}`)
  if (/^(IS|US|WHO)$/.test(piece.text) && !inCapitals) return 'PROPN'
  if (piece.pos === 'PRON' && possessives.has(piece.lower)) return 'DET'
  // "for bombing an airliner": a verb, whatever it looks like.
  const isGerund = piece.pos === 'NOUN' && /ing$/.test(piece.lower) && before?.pos === 'ADP'
  if (isGerund && after?.pos === 'DET') return 'VERB'
  if (isMissedVerb(piece, before, after)) return 'VERB'
  // "reported, citing residents, that rebels": no demonstrative before a plural.
  if (piece.lower === 'that' && piece.pos === 'DET' && after && isPlural(after)) return 'SCONJ'
  if (piece.pos !== 'VERB') return piece.pos
  const noun = after?.pos === 'NOUN' || after?.pos === 'PROPN' || after?.pos === 'ADJ'
  const opens =
    ['DET', 'ADJ', 'PART', 'NUM'].includes(before?.pos ?? '') || possessives.has(before?.lower ?? '')
  // "the remaining fighters", "of captured members", "Suspected rebels": a participle before its noun.
  if (opens && before?.lower !== 'to' && noun && /(ed|ing|en)$/.test(piece.lower)) return 'ADJ'
  if ((before === undefined || before.pos === 'ADP') && noun && /(ed|en)$/.test(piece.lower)) return 'ADJ'
  // "when rebel groups": a noun that is also a verb.
  const alone = before === undefined || ['SCONJ', 'ADV', 'ADP', 'CCONJ', 'PUNCT'].includes(before.pos)
  return alone && after?.pos === 'NOUN' && isActorNoun(piece.lower) ? 'NOUN' : piece.pos
}

const isPlural = ({ pos, lower, lemma }: Piece): boolean =>
  pos === 'NOUN' && lower !== lemma && /s$|men$/.test(lower)

/** "gunmen abducted two", "being beheaded", "the rebels attack Hama": verbs that the tagger takes for nouns or adjectives. */
export function isMissedVerb({ pos, lower, lemma, text }: Piece, before?: Piece, after?: Piece): boolean {
  if (!before || !/^\p{Ll}/u.test(text)) return false
  const helped = before.pos === 'AUX'
  if (pos === 'ADJ') return before.lower === 'being' && /(ed|en)$/.test(lower)
  if (pos !== 'NOUN') return false
  const named = before.pos === 'NOUN' || before.pos === 'PROPN' || before.pos === 'PRON'
  if (/[^e]ed$/.test(lower) && lower.length > 6) return helped || named
  const hasObject = after?.pos === 'DET' || after?.pos === 'PROPN' || after?.pos === 'NUM'
  return hasObject && lower === lemma && isPlural(before) && isActorNoun(before.lemma)
}

/** The word that must be the verb after "will" or "would", where the tagger saw none. */
function verbAfter<T extends Piece>(pieces: readonly T[], modal: number): T | undefined {
  let at = modal + 1
  while (pieces[at]?.pos === 'ADV' || pieces[at]?.lower === 'not') at++
  const next = pieces[at]
  if (!next || next.pos === 'VERB' || next.pos === 'AUX' || next.pos === 'PRON' || next.pos === 'PUNCT')
    return undefined
  const isFree = next.pos === 'NOUN' && /^\p{Ll}/u.test(next.text)
  if (isFree) return next
  const last = pieces[at - 1]
  return at - 1 > modal && last?.pos === 'ADV' && !last.lower.endsWith('ly') ? last : undefined
}

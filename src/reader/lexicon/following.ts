import { isQuoteMark, type Phrase } from './chunks.js'
import type { Layout } from './layout.js'

/** A preposition with what stands after it: one phrase, or several joined by "and". */
export interface Prepositional {
  readonly word: string
  readonly phrases: readonly Phrase[]
}

/** What follows a verb or a noun. */
export interface Following {
  readonly object: readonly Phrase[]
  readonly prepositions: readonly Prepositional[]
}

const particles = new Set(['out', 'up', 'off', 'down', 'away', 'back'])
const joining = new Set(['and', 'or', '&', 'plus', 'versus'])

/** The object and the prepositions that follow piece `from`, to where another clause begins. */
export function following(layout: Layout, from: number): Following {
  const { pieces } = layout
  const object: Phrase[] = []
  const prepositions: Prepositional[] = []
  let word: string | null = null
  for (let at = from + 1; at < pieces.length; at++) {
    const phrase = layout.phraseAt(at)
    if (phrase) {
      if (opensClause(layout, phrase) && word === null && prepositions.length + object.length > 0) break
      const list = listFrom(layout, phrase)
      if (word !== null) prepositions.push({ word, phrases: list })
      else if (prepositions.length + object.length === 0) object.push(...list)
      word = null
      at = list.at(-1)?.last ?? phrase.last
    } else if (at === from + 1 && particles.has(pieces[at]?.lower ?? '') && layout.phraseAt(at + 1)) {
      // "carried out an attack": the verb's own particle.
    } else if (isPreposition(layout, at)) {
      word = pieces[at]?.lower ?? null
    } else if (pieces[at]?.text === '(') {
      while (at < pieces.length && pieces[at]?.text !== ')') at++
    } else if (!isPassedOver(layout, at)) {
      break
    }
  }
  return { object, prepositions }
}

function isPreposition(layout: Layout, at: number): boolean {
  const { pos, lower } = layout.pieces[at] ?? { pos: 'X', lower: '' }
  if (pos === 'SCONJ') return lower !== 'that' && layout.phraseAt(at + 1) !== undefined
  return pos === 'ADP' || (pos === 'PART' && lower === 'to')
}

/** Adverbs and quotation marks end nothing; nor does a comma before a preposition. */
function isPassedOver({ pieces }: Layout, at: number): boolean {
  const piece = pieces[at]
  return piece?.pos === 'ADV' || isQuoteMark(piece) || (piece?.text === ',' && pieces[at + 1]?.pos === 'ADP')
}

/** A phrase with those joined to it by commas and "and": the list that begins with it. */
export function listFrom(layout: Layout, phrase: Phrase): readonly Phrase[] {
  const { pieces } = layout
  const list = [phrase]
  const pending: Phrase[] = []
  let last = phrase
  while (last.last < pieces.length) {
    const at = afterOf(layout, last.last + 1)
    const comma = pieces[at]?.text === ','
    const and = joining.has(pieces[comma ? at + 1 : at]?.lower ?? '')
    const asWell = [0, 1, 2].map(i => pieces[at + i]?.lower).join(' ') === 'as well as'
    const next = layout.phraseAt(asWell ? at + 3 : at + Number(comma) + Number(and))
    if (!(comma || and || asWell) || !next || next.first <= last.last) break
    if (opensClause(layout, next) && !(and && !comma)) break
    pending.push(next)
    last = next
    if (!and && !asWell) continue
    list.push(...pending.splice(0))
    if (pieces[next.last + 1]?.text !== ',') break
  }
  return list
}

/** The list "A, B and C" that ends with this phrase. */
export function listTo(layout: Layout, phrase: Phrase): readonly Phrase[] {
  const { pieces } = layout
  const list = [phrase]
  for (let first = phrase; ; ) {
    const mark = pieces[first.first - 1]
    const isAnd = joining.has(mark?.lower ?? '')
    if (!isAnd && !(list.length > 1 && mark?.text === ',')) return list
    const previous = layout.phraseAt(first.first - (pieces[first.first - 2]?.text === ',' ? 3 : 2))
    if (!previous || pieces[previous.first - 1]?.pos === 'ADP') return list
    list.unshift(previous)
    first = previous
  }
}

/** A phrase directly before a verb begins a clause of its own. */
function opensClause({ pieces }: Layout, phrase: Phrase): boolean {
  const next = pieces[phrase.last + 1]
  return next?.pos === 'AUX' || (next?.pos === 'VERB' && !next.lower.endsWith('ing'))
}

/** Skips an "of" phrase: in "the army of Syria and Iran" the list goes on behind it. */
function afterOf(layout: Layout, at: number): number {
  const inner = layout.pieces[at]?.lower === 'of' ? layout.phraseAt(at + 1) : undefined
  return inner ? inner.last + 1 : at
}

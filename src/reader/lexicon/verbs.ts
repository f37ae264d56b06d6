import type { Layout } from './layout.js'

/** Whether a piece is a verb, or a "be" or "have" that stands for one. */
export function isVerb(layout: Layout, at: number): boolean {
  if (layout.phraseAt(at)) return false
  const pos = layout.pieces[at]?.pos
  if (pos !== 'AUX') return pos === 'VERB'
  const next = layout.pieces[afterAdverbs(layout, at + 1)]
  return next !== undefined && !['VERB', 'AUX'].includes(next.pos) && !['not', 'to'].includes(next.lower)
}

/** The nearest verb at or before piece `from` in the same main clause, or -1. */
export function verbBefore(layout: Layout, from: number): number {
  for (let at = from; at >= 0 && layout.pieces[at]?.text !== ';'; at--) {
    if (isVerb(layout, at)) return at
  }
  return -1
}

/** The first piece of a verb group: "had" of "had not been fully closed". */
export function groupStart({ pieces }: Layout, verb: number): number {
  let at = verb
  while (at > 0) {
    const { pos, lower } = pieces[at - 1] ?? { pos: 'X', lower: '' }
    const belongs =
      pos === 'AUX' || pos === 'ADV' || lower === 'not' || (pos === 'PART' && !lower.endsWith('s'))
    if (!belongs) break
    at--
  }
  return at
}

/** Whether a verb is told of the one that it is done to. */
export function isPassive(layout: Layout, verb: number, hasObject: boolean): boolean {
  const { pieces } = layout
  const lower = pieces[verb]?.lower ?? ''
  if (lower.endsWith('ing')) return false
  const start = groupStart(layout, verb)
  const helper = pieces.slice(start, verb).findLast(({ pos }) => pos === 'AUX')
  if (helper) return ['be', 'being', 'get'].includes(helper.lemma)
  if (hasObject) return false
  // "were run over and killed": the second verb shares the first one's "were".
  const before = pieces[start - 1]?.pos === 'CCONJ' ? verbBefore(layout, start - 1) : -1
  if (before >= 0 && isPassive(layout, before, false)) return true
  // "rebels backed by", "the bombs dropped by": a participle after its noun.
  return pieces[afterAdverbs(layout, verb + 1)]?.lower === 'by' && /[dnt]$/.test(lower)
}

function afterAdverbs({ pieces }: Layout, from: number): number {
  let at = from
  while (pieces[at]?.pos === 'ADV') at++
  return at
}

export type LetterCase = 'mixed' | 'upper' | 'lower'

/** How a text is cased: wire texts are often all upper, some archives all lower. Then case tells nothing. */
export function letterCase(text: string): LetterCase {
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0
  const lower = text.match(/\p{Ll}/gu)?.length ?? 0
  if (upper > lower * 4) return 'upper'
  return upper * 200 < lower ? 'lower' : 'mixed'
}

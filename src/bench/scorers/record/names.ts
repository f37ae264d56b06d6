const ignored = new Set(['the', 'a', 'an', 'of', 'group'])

/**
 * Whether a mark has a combining class other than 0, which no property escape tells: such a mark changes places with
 * a mark of another class (U+0334 is of class 1, U+0345 of class 240), one of class 0 never does.
 */
function isCombining(mark: string): boolean {
  const swaps = (marks: string): boolean => `a${marks}`.normalize('NFD') !== `a${marks}`
  return swaps(`${mark}\u0334`) || swaps(`\u0345${mark}`)
}

/** The words of a name by which names are compared: without case, accents, marks, articles and possessive s. */
export function nameWords(name: string | null | undefined): ReadonlySet<string> {
  const plain = (name ?? '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, mark => (isCombining(mark) ? '' : mark))
    .replace(/['’]s(?![\p{L}\p{N}_])|[^\p{L}\p{N}_]/gu, ' ')
  return new Set(plain.split(' ').filter(word => word && !ignored.has(word)))
}

/** Whether all words of one name stand in the other. A name without words is the same as none. */
export function sameName(a: string | null | undefined, b: string | null | undefined): boolean {
  const x = nameWords(a)
  const y = nameWords(b)
  if (!x.size || !y.size) return false
  return [...x].every(word => y.has(word)) || [...y].every(word => x.has(word))
}

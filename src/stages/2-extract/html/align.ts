/** A key that stands this often on a page (an empty "Share") tells nothing about where an article lies. */
const mostRepeats = 40

/**
 * Which blocks of a page an extractor kept, from the blocks of what it gave back: the longest run that both have in
 * common is taken first, then the same on either side of it (Ratcliff and Obershelp 1988), so that a teaser said again
 * in a side bar is not mistaken for the paragraph itself. What is left is kept if its words stand in the extract
 * between its neighbours', because extractors split and join blocks.
 */
export function keptBlocks(page: readonly string[], extract: readonly string[]): boolean[] {
  const a = page.map(key)
  const b = extract.map(key)
  const partner = new Array<number>(a.length).fill(-1)
  const places = new Map<string, number[]>()
  b.forEach((text, j) => {
    if (text !== '') places.set(text, [...(places.get(text) ?? []), j].slice(0, mostRepeats + 1))
  })
  const waiting: Window[] = [{ a0: 0, a1: a.length, b0: 0, b1: b.length }]
  for (let window = waiting.pop(); window !== undefined; window = waiting.pop()) {
    const run = longestRun(a, places, window)
    if (run === null) continue
    for (let k = 0; k < run.length; k++) partner[run.a + k] = run.b + k
    waiting.push(
      { ...window, a1: run.a, b1: run.b },
      { ...window, a0: run.a + run.length, b0: run.b + run.length },
    )
  }
  return fillGaps(a, b, partner)
}

interface Window {
  readonly a0: number
  readonly a1: number
  readonly b0: number
  readonly b1: number
}

const key = (text: string): string => text.replace(/\s+/g, '')

/** The run of equal blocks that holds the most letters within a window. */
function longestRun(
  a: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
  { a0, a1, b0, b1 }: Window,
): { a: number; b: number; length: number } | null {
  let best: { a: number; b: number; length: number } | null = null
  let most = 0
  let runs = new Map<number, { length: number; letters: number }>()
  for (let i = a0; i < a1; i++) {
    const text = a[i] ?? ''
    const next: typeof runs = new Map()
    const at = places.get(text) ?? []
    for (const j of at.length > mostRepeats ? [] : at) {
      if (j < b0 || j >= b1) continue
      const before = runs.get(j - 1) ?? { length: 0, letters: 0 }
      const run = { length: before.length + 1, letters: before.letters + text.length }
      next.set(j, run)
      if (run.letters > most) {
        most = run.letters
        best = { a: i - run.length + 1, b: j - run.length + 1, length: run.length }
      }
    }
    runs = next
  }
  return best
}

/** Blocks without a partner: kept where the extract has their letters between those of the blocks around them. */
function fillGaps(a: readonly string[], b: readonly string[], partner: readonly number[]): boolean[] {
  const kept = partner.map(j => j !== -1)
  for (let i = 0; i < a.length; ) {
    if (kept[i] === true) {
      i++
      continue
    }
    let end = i
    while (end < a.length && partner[end] === -1) end++
    const gap = b.slice((partner[i - 1] ?? -1) + 1, end < a.length ? partner[end] : b.length).join('')
    let at = 0
    for (; i < end; i++) {
      const text = a[i] ?? ''
      const found = text === '' ? -1 : gap.indexOf(text, at)
      if (found === -1) continue
      kept[i] = true
      at = found + text.length
    }
  }
  return kept
}

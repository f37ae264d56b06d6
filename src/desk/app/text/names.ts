import type { Stretch } from './layout.js'

/** Where people's names stand in a text: whole, and by each of their words. Pure. */

/** The words by which people could be called, and those that only stand between such words ("bin", "de la", "al"). */
export interface NameWords {
  readonly own: ReadonlySet<string>
  readonly between: ReadonlySet<string>
}

const words = /[\p{L}\p{M}\p{N}]+(?:[’'][\p{L}\p{M}\p{N}]+)*/gu

/** Shorter words are many people's, and are no name by themselves. */
const shortest = 3

export function nameWords(names: Iterable<string>): NameWords {
  const all = [...names].flatMap(name => name.match(words) ?? [])
  const isOwn = (word: string): boolean => word.length >= shortest && !/^\p{Ll}/u.test(word)
  return { own: new Set(all.filter(isOwn)), between: new Set(all.filter(word => !isOwn(word))) }
}

/** Where such words stand. Those that follow on each other are one name. */
export function namesIn(text: string, { own, between }: NameWords): Stretch[] {
  if (own.size === 0) return []
  const found: { start: number; end: number }[] = []
  // Whether nothing but spaces, hyphens and particles has come since the last name.
  let goesOn = false
  let before = 0
  for (const { index, 0: word } of text.matchAll(words)) {
    if (!/^[\s.-]*$/.test(text.slice(before, index))) goesOn = false
    before = index + word.length
    const name = own.has(word) ? word : word.replace(/[’']s$/u, '')
    const last = found.at(-1)
    if (!own.has(name)) goesOn &&= between.has(word)
    else if (last && goesOn) last.end = index + name.length
    else {
      found.push({ start: index, end: index + name.length })
      goesOn = true
    }
  }
  return found
}

/** A text with each name in it covered, for where nothing can be blurred: a title, an option of a list. */
export function masked(text: string, known: NameWords): string {
  let [shown, at] = ['', 0]
  for (const { start, end } of namesIn(text, known)) {
    shown += `${text.slice(at, start)}▒▒▒`
    at = end
  }
  return shown + text.slice(at)
}

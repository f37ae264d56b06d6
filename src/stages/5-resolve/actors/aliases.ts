/** A text in which names are searched for: each search takes time in what it finds, not in the text's length. */
export interface IndexedText {
  readonly body: string
  /** The body in small letters. */
  readonly lower: string
  /** Where each word stands, an unbroken row of letters, in order (UTF-16 code units). */
  readonly words: ReadonlyMap<string, readonly number[]>
}

/** Where each word of a text stands. */
export function wordsOf(body: string): ReadonlyMap<string, readonly number[]> {
  const words = new Map<string, number[]>()
  for (const { 0: word, index } of body.matchAll(letters)) {
    const places = words.get(word)
    if (places) places.push(index)
    else words.set(word, [index])
  }
  return words
}

const letters = /\p{L}+/gu

/** Where a text writes a name, in order: looked up by its longest word, which is the rarest. */
export function placesOf({ body, words }: IndexedText, name: string): number[] {
  const [longest] = [...name.matchAll(letters)].sort((a, b) => b[0].length - a[0].length)
  if (!longest) return []
  return (words.get(longest[0]) ?? [])
    .map(place => place - longest.index)
    .filter(at => at >= 0 && body.startsWith(name, at))
}

/** "Full Name (ABC)": the abbreviations that a text introduces, with the full names. */
export function introducedNames(body: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const match of body.matchAll(/\((\p{Lu}[\p{L}-]{1,11})\)/gu)) {
    const short = match[1] ?? ''
    const before = body.slice(Math.max(0, match.index - longestName), match.index)
    const full = spelledOut(
      (before.split(/[^\p{L}\p{M}’'.\s-]/u).at(-1) ?? '').trim().split(/\s+/).slice(-8),
      short,
    )
    if (full && !found.has(short)) found.set(short, full)
  }
  return found
}

/** How far before its abbreviation a name may begin (UTF-16 code units). */
const longestName = 120
const small = /^(?:of|the|for|and|in|to|de|la|on|del|al|und|da|du|et)$/i

/** The last words whose first letters spell the abbreviation; a small word may give its letter or not. */
function spelledOut(words: readonly string[], short: string): string | null {
  const letters = short.replace(/[^\p{L}]/gu, '').toLowerCase()
  for (let from = words.length - 1; from >= 0; from--) {
    const name = words.slice(from)
    if (
      /^\p{Lu}/u.test(name[0] ?? '') &&
      spells(
        name.flatMap(word => word.split('-')),
        letters,
      )
    )
      return name.join(' ')
  }
  return null
}

function spells([word, ...rest]: readonly string[], letters: string): boolean {
  if (word === undefined) return letters === ''
  if (small.test(word) && spells(rest, letters)) return true
  return letters !== '' && word[0]?.toLowerCase() === letters[0] && spells(rest, letters.slice(1))
}

const given =
  "\\p{Lu}[\\p{L}\\p{M}’'-]+(?: (?:al-|el-)?\\p{Lu}[\\p{L}\\p{M}’'.-]*| bin| ibn| abu| de| del| la| van| von| al| el){0,3}"

/** Words that begin a sentence or a clause with a capital, and no name. */
const opening =
  /^(?:(?:The|An?|But|And|As|In|On|At|For|From|With|By|If|When|While|After|Before|Since|Although|Though|However|Then|Now|Yet|He|She|It|His|Her|Its|Their|This|That|These|Those|Both|Only|Even|Mr|Mrs|Ms|Dr) )+(?=\p{Lu})/u

const givenNames = new RegExp(`(?<![\\p{L}-])(?:${given}) (?:al-|el-)?$`, 'u')
/** How far before a last name the given names may begin (UTF-16 code units). */
const longestGiven = 60

/** The fuller names that a text uses for a person it also calls by the last name alone, each once. */
export function fullNames(text: IndexedText, surname: string): string[] {
  const { body } = text
  const found = new Set<string>()
  for (const at of placesOf(text, surname)) {
    const end = at + surname.length
    if (/[\p{L}-]/u.test(body[end] ?? '')) continue
    // From a blank on, so that no name begins within a word.
    const from = at <= longestGiven ? 0 : body.indexOf(' ', at - longestGiven)
    const before = givenNames.exec(body.slice(from, at))
    if (before) found.add(`${before[0]}${surname}`.replace(/\s+/g, ' ').replace(opening, ''))
  }
  return [...found]
}

/** The fullest of some names that a text uses, as the text writes it; "group" makes a name no fuller. Null if none stands in it. */
export function fullestUsed({ body, lower }: IndexedText, names: readonly string[]): string | null {
  const used = names.flatMap(name => {
    const words = name.toLowerCase().split(' ')
    if (!words.every(word => lower.includes(word))) return []
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+')
    // Short names in capitals are looked for as they stand ("IS" is not "is").
    const match = new RegExp(`(?<![\\p{L}-])${escaped}(?![\\p{L}])`, name.length > 5 ? 'iu' : 'u').exec(body)
    return match ? [match[0].replace(/\s+/g, ' ')] : []
  })
  return used.sort((a, b) => b.length - a.length)[0] ?? null
}

/** How often a name stands in a text as it is written. */
export function timesUsed(body: string, name: string): number {
  let times = 0
  for (let at = body.indexOf(name); at >= 0; at = body.indexOf(name, at + name.length)) {
    const [before = '', after = ''] = [body[at - 1], body[at + name.length]]
    if (!/\p{L}/u.test(before) && !/\p{L}/u.test(after)) times++
  }
  return times
}

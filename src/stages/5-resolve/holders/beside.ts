import { type IndexedText, placesOf } from '../actors/aliases.js'

/** How often a name is looked at: what is not said of a person at first is seldom said at all. */
const mostTellings = 6
/** How far from the name what is said of it may stand (UTF-16 code units). */
const reach = 90

/** What a report says a person is, beside the name: "the analyst Dana Orlo", "Dana Orlo, a doctor at the hospital,". */
export function saidBeside(name: string, text: IndexedText): string[] {
  const { body } = text
  return placesOf(text, name)
    .slice(0, mostTellings)
    .flatMap(at => {
      const before = /(?:^|[\s“"(])(\p{Ll}[\p{L}-]+) $/u.exec(body.slice(Math.max(0, at - reach), at))?.[1]
      const end = at + name.length
      const after = /^(?:,| \(| is| was) (?:who (?:is|was) )?(?:the |an? )?(\p{L}[^,.;()“”"]{2,80})/u.exec(
        body.slice(end, end + reach),
      )?.[1]
      return [before, after].filter(words => words !== undefined)
    })
}

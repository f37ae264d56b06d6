import type { Tense } from './resolved.js'
import type { Word } from './words.js'

/** Words that put what they govern after the publication. */
const future: ReadonlySet<string> = new Set(
  `will shall ll would could should may might must plan plans planned planning scheduled expected expects expect due
  deadline ultimatum begins starts opens meets expires votes resumes reconvenes arrives ends
  starting slated poised intends intend vowed unless payable takes effective`.split(/\s+/),
)

/** Verbs whose infinitive is still to come: "agreed to meet Friday". */
const beforeInfinitive: ReadonlySet<string> = new Set(
  'is are set ready likely agreed agree agreement promised ordered wants want hopes hope threatened voted decided decision supposed asked urged offer deal'.split(
    ' ',
  ),
)

/** Irregular past forms and past auxiliaries; regular ones end in -ed. */
const past: ReadonlySet<string> = new Set(
  `was were had did been began became broke brought built burned burnt came caught cost cut died drew drove fell felt fled flew
  fought found gave got went grew held hit kept knew led left lost made met paid put ran read rose said sat saw sent set shook
  shot shut sold spent spoke spread stood struck swept swore took taught told thought threw tore understood won withdrew wrote
  ago since has have overran blew hung sank slew stole`.split(/\s+/),
)

/** Words in -ed that are no past verbs. */
const noVerb =
  /^(?:hundred|united|indeed|armed|wounded|need|speed|proceed|exceed|succeed|feed|seed|breed|infrared|embed)$/

const determiner =
  /^(?:an?|the|its|his|her|their|this|that|these|those|of|for|in|with|by|still|more|most|\d+)$/

function tenseOf(word: string): Tense | null {
  if (future.has(word)) return 'future'
  if (past.has(word) || (word.length > 4 && word.endsWith('ed') && !noVerb.test(word))) return 'past'
  return null
}

/**
 * The tense of the clause in which the words from `start` to `end` stand: that of a past verb right after them ("on Sunday
 * issued"), else of the nearest verb before them, else of the nearest after; past where no verb tells. `reach` words are
 * looked at on each side, so that the cost is bounded.
 */
export function tenseAt(words: readonly Word[], start: number, end: number, reach = 25): Tense {
  const text = (at: number): string => words[at]?.text ?? ''
  // "Wednesday's ruling" has been told of; "until Friday" is still to come.
  if (text(end) === "'" && text(end + 1) === 's') return 'past'
  if (text(start - 1) === 'until' || text(start - 1) === 'till') return 'future'
  const verb = text(end) === ',' && text(end + 1) === 'also' ? end + 2 : end
  if (tenseOf(text(verb)) === 'past') return 'past'
  for (let at = start - 1; at >= Math.max(0, start - reach); at--) {
    const tense = verbAt(words, at)
    if (tense) return tense
  }
  for (let at = end; at < Math.min(words.length, end + reach); at++) {
    const tense = verbAt(words, at)
    if (tense) return tense
  }
  return 'past'
}

function verbAt(words: readonly Word[], at: number): Tense | null {
  const word = words[at]?.text ?? ''
  const before = words[at - 1]?.text ?? ''
  const after = words[at + 1]?.text ?? ''
  if (word === 'to' && beforeInfinitive.has(before)) return 'future'
  if (word === 'be' && before === 'to') return 'future'
  // "It had been due to expire Friday": told of what is over.
  if (future.has(word) && before === 'been' && words[at - 2]?.text === 'had') return 'past'
  // "is set for Friday": what is to come; "set a record on Friday": what is past.
  if (word === 'set' && after === 'for') return 'future'
  // "will have been", "would be ordered": the modal decides.
  if (tenseOf(word) === 'past' && /^(?:will|would|could|be|to)$/.test(before)) return null
  // "an unspecified date", "the wounded": no verb.
  if (word.endsWith('ed') && determiner.test(before)) return null
  // "Due to the rain" tells no time; "in May" is no "may".
  if (word === 'due' && after === 'to' && determiner.test(words[at + 2]?.text ?? '')) return null
  if (word === 'may' && words[at]?.capital) return null
  return tenseOf(word)
}

import { francAll } from 'franc-min'
import type { Diagnostic, Noted } from '../../model/diagnostic.js'
import type { Sentence } from '../../model/sentence.js'
import type { Quote } from '../../model/span.js'
import { quoteAt } from '../../text/quote.js'

/** Below this, a text is too short to tell its language by: names decide, and they are of all languages. */
const fewestLetters = 100
/**
 * How like English a text must be, as a part of how like the likeliest language it is. Of some 6,600 English texts of 120
 * characters and more, the least like English had 0.87; plain news in other languages of Latin script has 0.4 to 0.74.
 */
const likeEnglish = 0.85

/**
 * The sentences that can be read as English: none where the text as a whole is in another language, and not those in
 * another script. What is left out is noted. The languages are told apart by their commonest three-letter runs
 * (Cavnar and Trenkle 1994).
 */
export function inEnglish(body: string, sentences: readonly Sentence[]): Noted<readonly Sentence[]> {
  const [latin, left] = parted(sentences, ({ start, end }) => isLatin(body.slice(start, end)))
  const text = latin.map(({ start, end }) => body.slice(start, end)).join('\n')
  const language = otherLanguage(text)
  if (language !== null) return { value: [], notes: [notEnglish(language)] }
  const [first] = left
  if (!first) return { value: sentences, notes: [] }
  if (latin.length === 0) return { value: [], notes: [notEnglish(null)] }
  return { value: latin, notes: [otherScript(left.length, quoteAt(body, first))] }
}

function parted<T>(items: readonly T[], is: (item: T) => boolean): readonly [T[], T[]] {
  const parts: [T[], T[]] = [[], []]
  for (const item of items) parts[is(item) ? 0 : 1].push(item)
  return parts
}

/** Whether at least half of a text's letters are Latin; what has no letters may be read as anything. */
function isLatin(text: string): boolean {
  return 2 * count(text, /\p{Script=Latin}/gu) >= count(text, /\p{L}/gu)
}

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0

/** The language of a text that is not English, as ISO 639-3; null where it is, or where that cannot be told. */
function otherLanguage(text: string): string | null {
  if (count(text, /\p{L}/gu) < fewestLetters) return null
  const likeness = francAll(text)
  const english = likeness.find(([language]) => language === 'eng')?.[1] ?? 1
  return english < likeEnglish ? (likeness[0]?.[0] ?? null) : null
}

const notEnglish = (language: string | null): Diagnostic => ({
  code: 'language-not-read',
  severity: 'warning',
  message: `this report is ${language === null ? 'in another script than English' : `in ${nameOf(language)}, or a language like it`}; the reader knows English alone, and nothing was read in it`,
  at: null,
  help: 'Read it with a language model (--reader llm:…, docs/readers.md), or in an English translation.',
})

const otherScript = (sentences: number, first: Quote): Diagnostic => ({
  code: 'language-not-read',
  severity: 'info',
  message: `a part of it stands in another script than English and was not read (sentences: ${sentences})`,
  at: first,
  help: 'Read it with a language model (--reader llm:…, docs/readers.md) if they matter.',
})

const nameOf = (language: string): string =>
  new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language

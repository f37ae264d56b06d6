import { beforeNumber, maybeLast, neverLast, openers } from './abbreviations.js'

/**
 * Where a sentence may end: a terminal mark, with the quotes and brackets that close after it, before white space; a
 * blank line; a mark of East Asian text; and a mark glued to a capital ("said.The"), as pages lose white space.
 * (`Intl.Segmenter` was tried: it splits "Gen. Ali", and never splits a text that is all in lower case.)
 */
const closing = '[\\p{Pe}\\p{Pf}"\'’”]*'
const candidate = new RegExp(
  [
    // From the first of several marks on, lest a long row of them be tried from each.
    `(?<![\\p{Sentence_Terminal}…])[\\p{Sentence_Terminal}…]+${closing}(?=\\s|$)`,
    `(?<=[\\p{L}\\p{N}]{2}|[\\p{Pe}\\p{Pf}"])[.!?]${closing}(?=["“‘(]?\\p{Lu}(?:\\p{Ll}|\\p{Lu}|\\s))`,
    `[。！？]${closing}`,
    '\\n[ \\t\\u00a0]*(?=\\n)',
  ].join('|'),
  'gu',
)

/** Offsets into a paragraph at which its sentences end; the last is its length. `caseTells`: capitals mean something. */
export function sentenceEnds(text: string, caseTells: boolean): number[] {
  const ends: number[] = []
  for (const match of text.matchAll(candidate)) {
    const [mark] = match
    const end = match.index + mark.length
    if (end >= text.length) break
    if (!mark.startsWith('\n') && !isEnd(text, match.index, mark, caseTells)) continue
    ends.push(opensNext(text.slice(ends.at(-1) ?? 0, end), text[end]) ? end - 1 : end)
  }
  return [...ends, text.length]
}

/** Whether the straight quote that ends a sentence is the next one's, glued to its capital: an odd one out. */
function opensNext(sentence: string, next: string | undefined): boolean {
  return /"$/.test(sentence) && /\p{Lu}/u.test(next ?? '') && sentence.split('"').length % 2 === 0
}

function isEnd(text: string, at: number, mark: string, caseTells: boolean): boolean {
  const next = /^\s*([\p{Ps}\p{Pi}\p{Pf}"'‘“-]*)([\p{L}\p{M}\p{N}.'’]*)/u.exec(
    text.slice(at + mark.length, at + mark.length + 80),
  )
  const word = next?.[2] ?? ''
  if (caseTells && /^\p{Ll}/u.test(word)) return false // '"Why?" he asked.', 'etc. and so on'
  if (!mark.startsWith('.') || mark.startsWith('..')) return true
  const before = /[\p{L}\p{M}\p{N}.'’-]+$/u.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? ''
  const last = before.slice(before.lastIndexOf('-') + 1).toLowerCase()
  if (mark.length > 1 && /["”’]/.test(mark)) return true // 'by the U.S."' closes what it ends
  if (neverLast.has(last)) return word === ''
  if (beforeNumber.has(last)) return !/^\p{N}/u.test(word)
  const initial = /^\p{L}$/u.test(last) || /^(?:\p{L}\.)+\p{L}$/u.test(last)
  return initial || maybeLast.has(last) ? openers.has(word.toLowerCase()) : true
}

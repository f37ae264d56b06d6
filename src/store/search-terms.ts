import { fold } from './fold.js'

/** What one word or phrase of a question asks for: terms that follow each other; if `open`, the last may go on. */
export interface Asked {
  readonly terms: readonly string[]
  readonly open: boolean
}

/** A stretch of letters that is written without a break, and of how many letters its terms are; 0 where it is one term. */
interface Run {
  readonly letters: readonly string[]
  readonly grams: number
}

/**
 * Scripts whose words are not found as they stand: these put no spaces between words (or, as Korean, write particles onto
 * them), so that pairs of letters are the terms, as in Lucene's CJKAnalyzer …
 */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
/** … and these write articles and prepositions onto their words ("بحلب", in Aleppo), so that triples are. */
const prefixing = '\\p{Script=Arabic}\\p{Script=Hebrew}'
const runs = new RegExp(`([${unspaced}]+)|([${prefixing}]+)|[\\p{L}\\p{M}\\p{N}]`, 'gu')
const words = /[\p{L}\p{M}\p{N}]+/gu

/** Neither engine keeps a longer term; no word is. */
const longest = 100

/** The terms of a text, in its order: the same on every engine, since they are made here. */
export function searchTerms(text: string): string[] {
  return runsOf(text).flatMap(run => [...gramsOf(run), ...tailOf(run)])
}

/** What a question asks for: each word of it, and words between quotation marks as they follow each other. */
export function askedFor(question: string): Asked[] {
  const parts = [...question.matchAll(/["“„«]([^"”“»]*)["”“»]|[^\s"“„«”»]+/gu)]
  return parts.flatMap(([whole, phrase]) => {
    const asked = runsOf(phrase ?? whole)
    const last = asked.pop()
    if (!last) return []
    const before = asked.flatMap(run => [...gramsOf(run), ...tailOf(run)])
    return [{ terms: [...before, ...gramsOf(last)], open: last.letters.length < last.grams }]
  })
}

function runsOf(text: string): Run[] {
  return [...plain(text).matchAll(words)].flatMap(([word]) => {
    const found: Run[] = []
    let rest = ''
    const end = (): void => {
      if (rest) found.push({ letters: [...rest].slice(0, longest), grams: 0 })
      rest = ''
    }
    for (const [piece, pairs, triples] of word.matchAll(runs)) {
      if (pairs === undefined && triples === undefined) rest += piece
      else {
        end()
        found.push({ letters: [...piece], grams: pairs === undefined ? 3 : 2 })
      }
    }
    end()
    return found
  })
}

/** Folded, and for Arabic and Persian without vowel signs and with the letters that writers interchange made one. */
function plain(text: string): string {
  return fold(text)
    .replace(/[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g, '')
    .replace(/[ىی]/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/ة/g, 'ه')
    .normalize('NFC')
}

function gramsOf({ letters, grams }: Run): string[] {
  if (grams === 0 || letters.length <= grams) return [letters.join('')]
  return letters.slice(0, letters.length - grams + 1).map((_, at) => letters.slice(at, at + grams).join(''))
}

/** The end of a run, for a question that is shorter than a term and is looked for at the beginning of one. */
function tailOf({ letters, grams }: Run): string[] {
  return grams > 0 && letters.length >= grams ? [letters.slice(1 - grams).join('')] : []
}

import { InputFault } from '../model/input-fault.js'
import type { Quote, Span } from '../model/span.js'
import { quoteAt } from '../text/quote.js'

/** Words of a report: as they stand in it, with `@2` behind them where the second of several is meant; or where they stand. */
export type Words = string | Span

const around = 30
const mostShown = 5

/**
 * Where a report says some words.
 * @throws InputFault `words-not-found` where it does not, `words-ambiguous` where it says them more than once and no number is given
 */
export function findWords(body: string, words: Words): Quote {
  if (typeof words !== 'string') return wordsAt(body, words)
  // A report may itself say “name@2”.
  const [, plain, number] = /^([\s\S]+)@([1-9]\d*)$/.exec(words) ?? []
  const whole = placesOf(body, words)
  if (plain !== undefined && whole.length === 0) return nth(body, plain, Number(number))
  const [first, ...others] = whole
  if (first && others.length === 0) return first
  if (first) {
    throw new InputFault({
      code: 'words-ambiguous',
      source: words,
      message: `the report says “${words}” ${whole.length} times: ${shown(body, whole)}`,
      help: `write ${words}@1 for the first, ${words}@2 for the second and so on, or more of the words around it`,
      part: 'words',
    })
  }
  throw notFound(words, `the report does not say “${words}”${inOtherCase(body, words)}`)
}

function wordsAt(body: string, { start, end }: Span): Quote {
  if (start >= 0 && start < end && end <= body.length) return quoteAt(body, { start, end })
  throw notFound(
    `${start}..${end}`,
    `there are no words at ${start}..${end}: the report has ${body.length} UTF-16 code units`,
  )
}

function nth(body: string, words: string, number: number): Quote {
  const places = placesOf(body, words)
  const found = places[number - 1]
  if (found) return found
  const times =
    places.length === 0 ? `does not say “${words}”` : `says “${words}” ${places.length} times only`
  throw notFound(`${words}@${number}`, `the report ${times}${inOtherCase(body, words)}`)
}

function placesOf(body: string, words: string): Quote[] {
  const places: Quote[] = []
  if (words === '') return places
  for (let at = body.indexOf(words); at >= 0; at = body.indexOf(words, at + 1)) {
    places.push(quoteAt(body, { start: at, end: at + words.length }))
  }
  return places
}

function shown(body: string, places: readonly Quote[]): string {
  const some = places.slice(0, mostShown).map(({ start, end, exact }, i) => {
    const plain = (text: string): string => text.replace(/\s+/g, ' ')
    const [before, after] = [body.slice(Math.max(0, start - around), start), body.slice(end, end + around)]
    return `@${i + 1} at ${start}: …${plain(before)}[${exact}]${plain(after)}…`
  })
  return [...some, ...(places.length > mostShown ? ['…'] : [])].join('; ')
}

function inOtherCase(body: string, words: string): string {
  const at = body.toLowerCase().indexOf(words.toLowerCase())
  const other = body.slice(at, at + words.length)
  return at >= 0 && other !== words ? `; it does say “${other}”` : ''
}

function notFound(source: string, message: string): InputFault {
  const help =
    'words are copied from the report as they stand there; say that there are none where nothing in it carries the value'
  return new InputFault({ code: 'words-not-found', source, message, help, part: 'words' })
}

import type { Quote } from '../model/span.js'
import { offsetMap } from '../text/offsets.js'
import { quoteAt } from '../text/quote.js'
import { shown } from './rejection.js'

/** A quote of a coding as words of the body, or what is wrong with it. */
export type Located = Quote | { readonly wrong: string }

/** Makes the function that finds quotes in a body as the codebook writes them (section 6): offsets in code points, or words. */
export function quoteFinder(body: string): (quote: unknown) => Located {
  const offsets = offsetMap(body)
  const length = offsets.toCodePoints(body.length)
  return quote => {
    if (typeof quote === 'string') return wordsIn(body, quote)
    if (!isPlaced(quote)) return { wrong: `${shown(quote)} is neither words nor start, end and exact` }
    const { start, end, exact } = quote
    if (start < 0 || start >= end || end > length)
      return { wrong: `there are no words at ${start}..${end} of a text of ${length} characters` }
    const found = quoteAt(body, { start: offsets.toUtf16(start), end: offsets.toUtf16(end) })
    return found.exact === exact
      ? found
      : { wrong: `the text has ${shown(found.exact)} at ${start}..${end}, not ${shown(exact)}` }
  }
}

function isPlaced(quote: unknown): quote is Quote {
  if (typeof quote !== 'object' || quote === null) return false
  const { start, end, exact } = quote as Partial<Quote>
  return Number.isInteger(start) && Number.isInteger(end) && typeof exact === 'string'
}

/** `words` is the first occurrence, `words@2` the second; occurrences may overlap. */
function wordsIn(body: string, quote: string): Located {
  const [, before = quote, times = '1'] = /^(.*)@(\d+)$/s.exec(quote) ?? []
  if (before === '') return { wrong: 'a quote without words' }
  let start = -1
  for (let i = 0; i < Math.max(1, Number(times)); i++) {
    start = body.indexOf(before, start + 1)
    if (start < 0) return { wrong: `${shown(quote)} is not in the text` }
  }
  return quoteAt(body, { start, end: start + before.length })
}

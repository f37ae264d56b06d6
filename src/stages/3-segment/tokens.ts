import type { Token } from '../../model/sentence.js'
import type { Span } from '../../model/span.js'

/** The words, numbers and marks within a span, by Unicode's word boundaries, a possessive `'s` apart from its word. */
export function tokensOf(body: string, { start, end }: Span): Token[] {
  const tokens: Token[] = []
  for (const { segment, index } of words.segment(body.slice(start, end))) {
    if (segment.trim() === '') continue
    const token = { start: start + index, end: start + index + segment.length }
    const possessive = /.(['’][sS])$/u.exec(segment)?.[1]
    if (possessive === undefined) tokens.push(token)
    else {
      const cut = token.end - possessive.length
      tokens.push({ start: token.start, end: cut }, { start: cut, end: token.end })
    }
  }
  return tokens
}

const words = new Intl.Segmenter('en', { granularity: 'word' })

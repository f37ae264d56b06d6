import type { Span } from '../model/span.js'

const reach = 140 // characters of context on each side: about three lines of a terminal in all

/**
 * What stands before and after some words of a body, to the ends of their sentence, as the body has it; cut at a whole word, and
 * marked with "…", where the sentence's end is more than 140 characters away.
 */
export function wordsAround(body: string, span: Span): { readonly before: string; readonly after: string } {
  return { before: before(body, span), after: after(body, span) }
}

function before(body: string, { start }: Span): string {
  const text = body.slice(Math.max(0, start - reach), start)
  const sentence = /(?:^|[\s\S]*)(?:\n|[.!?]["”’')]*\s)/.exec(text)
  if (sentence) return text.slice(sentence[0].length).trimStart()
  return start <= reach ? text.trimStart() : `…${text.replace(/^\S*\s/, '')}`
}

function after(body: string, { end }: Span): string {
  const text = body.slice(end, end + reach)
  const sentence = /^[\s\S]*?(?:(?=\n)|[.!?]["”’')]*(?=\s|$))/.exec(text)
  if (sentence) return sentence[0].trimEnd()
  return end + reach >= body.length ? text.trimEnd() : `${text.replace(/\s\S*$/, '')}…`
}

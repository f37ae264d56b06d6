import type { Span } from '../../model/span.js'
import type { Passage } from './passages.js'
import { spanOf } from './passages.js'
import { firstEndingAfter } from './span-search.js'
import { isTime } from './speakers.js'

const openMark = /^["“‘']$/
const endMark = /^[.;!?"”’']$/

/** Skips what may stand between a cue and what is said: "on Friday", "in a statement", "late", "reporters". */
export function skipAdverbials(p: Passage, from: number): number {
  const complement = complementiser(p, from)
  if (complement >= 0) return complement
  // "warned of the dangers of": what follows is what is said, not when or where.
  if (/^(of|about|against)$/.test(p.words[from]?.lower ?? '')) return from + 1
  let at = from
  for (;;) {
    const word = p.words[at]
    const phrase = p.phraseAt.get(at)
    if (!word || openMark.test(word.text)) return at
    if (phrase?.from === at && isTime(p, at)) at = phrase.to
    else if (word.pos === 'ADV' && !p.phraseAt.has(at)) at++
    else if (word.pos === 'ADP' && p.phraseAt.get(at + 1)?.from === at + 1)
      at = p.phraseAt.get(at + 1)?.to ?? at + 1
    else return at
  }
}

/** Where "that" opens a clause soon after a cue, with only adverbials between; -1 where it does not. */
function complementiser(p: Passage, from: number): number {
  for (let at = from; at < Math.min(p.words.length, from + 12); at++) {
    const word = p.words[at]
    if (!word || word.pos === 'VERB' || word.pos === 'AUX' || openMark.test(word.text)) return -1
    if (word.lower === 'that' && p.phraseAt.get(at)?.from !== at - 1) return at
  }
  return -1
}

/** What is said after a cue, to the end of its sentence or of the quotation that begins in it. */
export function contentAfter(
  p: Passage,
  from: number,
  stop: number,
  quotations: readonly Span[],
): Span | null {
  if (/^(whether|if|why|how|when)$/.test(p.words[from]?.lower ?? '')) return null
  let start = from
  while (/^(that|,|:|—|–|-)$/.test(p.words[start]?.lower ?? '')) start++
  let end = Math.min(stop, p.words.length)
  while (end > start && /^[.,;:]$/.test(p.words[end - 1]?.text ?? '')) end--
  for (let at = start + 1; at < end; at++) {
    if (breaksOff(p, at, from)) end = at
  }
  const span = spanOf(p.words, { from: start, to: end })
  if (!span) return null
  const running = quotations[firstEndingAfter(quotations, span.end)]
  return running && running.start >= span.start - 1 && running.start < span.end
    ? { start: span.start, end: running.end }
    : span
}

/** Whether what is said ends before a word: another clause of the report's own begins. */
function breaksOff(p: Passage, at: number, from: number): boolean {
  const word = p.words[at]
  if (!word || p.quoted[at] !== p.quoted[from - 1]) return false
  if (word.text === ';' || (word.text === '.' && p.words[at + 1] !== undefined)) return true
  const next = p.words[at + 1]?.lower ?? ''
  return word.text === ',' && /^(while|whereas|although|though|but|according|citing|prompting)$/.test(next)
}

/** What is said before an attribution that follows it: the quotation that ends there, or the clause. */
export function contentBefore(
  p: Passage,
  at: number,
  floor: number,
  quotations: readonly Span[],
): Span | null {
  let end = at
  while (end > floor && p.words[end - 1]?.text === ',') end--
  const last = p.words[end - 1]
  if (at === 0) return p.before
  if (!last || end <= floor) return null
  const quotation = quotations[p.quoted[end - 1] ?? -1]
  let start = floor
  while (start < end && /^(,|and|but)$/.test(p.words[start]?.lower ?? '')) start++
  const clause = spanOf(p.words, { from: start, to: end })
  if (!clause || !quotation || p.quoted[at] === p.quoted[end - 1]) return clause
  return quotation.start <= clause.start || floor > 0 ? quotation : clause
}

/** Whether the words after a cue hold no content, so that what is said must stand before it. */
export function isClosed(p: Passage, from: number): boolean {
  const at = skipAdverbials(p, from)
  const word = p.words[at]
  return !word || endMark.test(word.text) || word.text === ',' || p.quoted[at] !== p.quoted[from - 1]
}

/** Whether a clause or a quotation ends right before a word, as in "The town fell, officials said". */
export function clauseEndsBefore(p: Passage, at: number, floor: number): boolean {
  if (at === 0) return p.before !== null
  const before = p.words[at - 1]
  if (!before) return false
  if ((p.quoted[at - 1] ?? -1) >= 0 && p.quoted[at - 1] !== p.quoted[at]) return true
  // A mark that closes a quotation whose opening could not be paired.
  if (before.text === '”') return true
  if (before.text !== ',') return false
  if ((p.quoted[at - 2] ?? -1) >= 0 && p.quoted[at - 2] !== p.quoted[at]) return true
  const opener = p.words[floor]
  const counts = /^(least|most)$/.test(p.words[floor + 1]?.lower ?? '')
  if (
    !opener ||
    (/^(ADP|SCONJ)$/.test(opener.pos) && !counts) ||
    /^(after|while|when|as|although|if)$/.test(opener.lower)
  )
    return false
  return p.words.slice(floor, at - 1).some(({ pos }) => pos === 'VERB' || pos === 'AUX')
}

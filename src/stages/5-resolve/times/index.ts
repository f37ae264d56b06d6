import type { Diagnostic, Noted } from '../../../model/diagnostic.js'
import type { Labels } from '../../../model/labels.js'
import type { Report } from '../../../model/report.js'
import type { Sentence } from '../../../model/sentence.js'
import type { Sourced } from '../../../model/sourced.js'
import type { Span } from '../../../model/span.js'
import type { TimeValue } from '../../../model/values.js'
import { evidence } from '../../../text/quote.js'
import { Finder } from './find.js'
import { noteNotUnderstood, notesOn } from './notes.js'
import { readIn, type TimeRead } from './read.js'
import { wordsOf } from './words.js'

export type { TimeRead } from './read.js'

/** Where time expressions stand in the given sentences, in order of the text, none within another. */
export function findTimes(body: string, sentences: readonly Sentence[]): Span[] {
  const finder = new Finder()
  return sentences.flatMap(sentence => {
    const words = wordsOf(body, sentence)
    return finder.find(words).map(({ start, end }) => ({
      start: words[start]?.start ?? sentence.start,
      end: words[end - 1]?.end ?? sentence.end,
    }))
  })
}

/** Every time expression of a report with its value (codebook section 3), in order of the text. */
export function readTimes(report: Report, sentences: readonly Sentence[]): TimeRead[] {
  return readIn(
    report,
    sentences.map(sentence => wordsOf(report.body, sentence)),
  )
}

/** Gives each time mention the value of the expression that it overlaps most, or abstains with a note. */
export function resolveTimes(
  report: Report,
  sentences: readonly Sentence[],
  labels: Labels,
): Noted<ReadonlyMap<string, Sourced<TimeValue>>> {
  const reads = readTimes(report, sentences)
  const value = new Map<string, Sourced<TimeValue>>()
  const notes: Diagnostic[] = []
  for (const { id, quote, kind, score } of labels.mentions) {
    if (kind !== 'time') continue
    const read = bestOverlap(reads, quote)
    if (read) {
      value.set(id, { value: read.value, basis: read.basis, evidence: evidence(quote), score })
      notes.push(...notesOn(read, report))
    } else notes.push(noteNotUnderstood(quote))
  }
  return { value, notes }
}

/** Of expressions in order of the text, the one that shares most with a span; null where none shares any. */
function bestOverlap(reads: readonly TimeRead[], span: Span): TimeRead | null {
  let low = 0
  let high = reads.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((reads[middle]?.quote.end ?? 0) <= span.start) low = middle + 1
    else high = middle
  }
  let best: TimeRead | null = null
  let most = 0
  for (let read = reads[low]; read && read.quote.start < span.end; read = reads[++low]) {
    const shared = Math.min(read.quote.end, span.end) - Math.max(read.quote.start, span.start)
    if (shared > most) [best, most] = [read, shared]
  }
  return best
}

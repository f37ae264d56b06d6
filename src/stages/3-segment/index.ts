import type { RegionKind, Report } from '../../model/report.js'
import type { Sentence } from '../../model/sentence.js'
import type { Span } from '../../model/span.js'
import { letterCase } from '../../text/letter-case.js'
import { capped } from './capped.js'
import { sentenceEnds } from './sentence-ends.js'
import { tokensOf } from './tokens.js'

interface Stretch extends Span {
  readonly region: RegionKind
}

/**
 * Sentences and tokens as ranges over the body, in order; nothing is copied or cleaned, and between them lies only
 * white space. A region is a paragraph, and always ends a sentence; text in no region is prose; what is longer than
 * sentences are is cut.
 */
export function segmentReport(report: Report): Sentence[] {
  const { body } = report
  const caseTells = letterCase(body) === 'mixed'
  return stretchesOf(report).flatMap(({ start, end, region }) => {
    const text = body.slice(start, end)
    const sentences: Sentence[] = []
    let from = 0
    for (const to of sentenceEnds(text, caseTells)) {
      const span = trimmed(text, from, to)
      from = to
      if (span === null) continue
      const sentence = { start: start + span.start, end: start + span.end }
      for (const piece of capped({ ...sentence, region, tokens: tokensOf(body, sentence) })) {
        sentences.push(piece)
      }
    }
    return sentences
  })
}

/** Cuts the body where a region starts or ends. An inner region, a dateline, takes its part from the outer one. */
function stretchesOf({ body, regions }: Report): Stretch[] {
  const stretches: Stretch[] = []
  let at = 0
  const upTo = (end: number, region: RegionKind): void => {
    if (end > at) stretches.push({ start: at, end, region })
    at = Math.max(at, end)
  }
  const open: { kind: RegionKind; end: number }[] = []
  const closeUntil = (limit: number): void => {
    for (let inner = open.at(-1); inner !== undefined && inner.end <= limit; inner = open.at(-1)) {
      upTo(inner.end, inner.kind)
      open.pop()
    }
  }
  for (const { kind, span } of regions) {
    closeUntil(span.start)
    upTo(span.start, open.at(-1)?.kind ?? 'prose')
    open.push({ kind, end: span.end })
  }
  closeUntil(body.length)
  upTo(body.length, 'prose')
  return stretches
}

function trimmed(text: string, from: number, to: number): Span | null {
  const piece = text.slice(from, to)
  const start = from + (piece.length - piece.trimStart().length)
  const end = from + piece.trimEnd().length
  return end > start ? { start, end } : null
}

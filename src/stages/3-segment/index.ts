import type { Report } from '../../model/report.js'
import type { Sentence } from '../../model/sentence.js'

export function segmentReport(report: Report): Sentence[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
  const words = new Intl.Segmenter('en', { granularity: 'word' })
  return [...segmenter.segment(report.body)].map(s => ({
    start: s.index,
    end: s.index + s.segment.trimEnd().length,
    region: 'prose' as const,
    tokens: [...words.segment(s.segment)]
      .filter(w => w.segment.trim())
      .map(w => ({ start: s.index + w.index, end: s.index + w.index + w.segment.length })),
  }))
}

import type { Noted } from '../../../model/diagnostic.js'
import type { Labels } from '../../../model/labels.js'
import type { Report } from '../../../model/report.js'
import type { Sentence } from '../../../model/sentence.js'
import type { Sourced } from '../../../model/sourced.js'
import type { Span } from '../../../model/span.js'
import type { CountValue } from '../../../model/values.js'

/** Where counts stand in the given sentences ("at least 12", "a", "dozens"), in order of the text. */
export function findCounts(_body: string, _sentences: readonly Sentence[]): Span[] {
  return []
}

/** Gives each count mention its numbers. */
export function resolveCounts(
  _report: Report,
  _labels: Labels,
): Noted<ReadonlyMap<string, Sourced<CountValue>>> {
  return { value: new Map(), notes: [] }
}

import type { Noted } from '../../../model/diagnostic.js'
import type { Labels } from '../../../model/labels.js'
import type { Report } from '../../../model/report.js'
import type { Sentence } from '../../../model/sentence.js'
import type { Sourced } from '../../../model/sourced.js'
import type { Span } from '../../../model/span.js'
import type { TimeValue } from '../../../model/values.js'

/** Where time expressions stand in the given sentences, in order of the text, none within another. */
export function findTimes(_body: string, _sentences: readonly Sentence[]): Span[] {
  return []
}

/** Gives each time mention its value. */
export function resolveTimes(
  _report: Report,
  _sentences: readonly Sentence[],
  _labels: Labels,
): Noted<ReadonlyMap<string, Sourced<TimeValue>>> {
  return { value: new Map(), notes: [] }
}

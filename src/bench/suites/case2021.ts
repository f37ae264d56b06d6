import { z } from 'zod'
import { kinds } from '../../codebook/index.js'
import type { Event } from '../../model/event.js'
import { f1Measure, type Measure, noMeasure, percent } from '../measure.js'
import { type Labelled, scoreLabels } from '../scorers/classification.js'
import { textSuite } from '../suite.js'
import { labelOfSubEvent } from './case2021-labels.js'

export const CaseRow = z.object({ id: z.string(), text: z.string(), label: z.string() })
export type CaseRow = z.infer<typeof CaseRow>

const seen: ReadonlySet<string> = new Set(Object.values(labelOfSubEvent))

/** The sub-event of the event that a snippet is about: told as done before planned, of a sub-event before "Other", first told. */
export function labelOf(events: readonly Event[]): string | null {
  const done = ({ status }: Event): number => (['prospective', 'negated'].includes(status.value) ? 1 : 0)
  const other = ({ kind }: Event): number => (kinds[kind.value].acledSubEvent === 'Other' ? 1 : 0)
  const [main] = [...events].sort(
    (a, b) => done(a) - done(b) || other(a) - other(b) || a.triggers[0].start - b.triggers[0].start,
  )
  return main ? (labelOfSubEvent[kinds[main.kind.value].acledSubEvent] ?? null) : null
}

export function scoreSnippets(items: readonly Labelled[]): Measure[] {
  const scored = items.filter(({ gold }) => seen.has(gold))
  const { micro, macro, weighted } = scoreLabels(scored)
  const answered = scored.some(({ system }) => system !== null)
  const mean = (metric: string, share: number): Measure =>
    answered ? percent(metric, share, scored.length) : noMeasure(metric, 'not yet', scored.length)
  return [
    f1Measure('micro F1 (25 labels)', micro),
    mean('macro F1 (25 labels)', macro),
    mean('weighted F1 (25 labels)', weighted),
  ]
}

export const case2021 = textSuite({
  name: 'case2021_task2',
  measures: 'the ACLED sub-event of a sentence',
  row: CaseRow,
  text: ({ id, text }) => ({ name: id, text, published: null }),
  answer: ({ label }, { events }): Labelled => ({ gold: label, system: labelOf(events) }),
  score: scoreSnippets,
})

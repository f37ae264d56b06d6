import { z } from 'zod'
import type { Labels, Mention } from '../../model/labels.js'
import type { Span } from '../../model/span.js'
import { f1Measure, type Measure } from '../measure.js'
import { exactTally, overlapTally, type SpanItem } from '../scorers/spans.js'
import { textSuite } from '../suite.js'

export const Re3dRow = z.object({
  id: z.string(),
  text: z.string(),
  entities: z.array(
    z.object({ start: z.number(), end: z.number(), type: z.string(), gold: z.boolean().optional() }),
  ),
})
export type Re3dRow = z.infer<typeof Re3dRow>

interface Typed extends Span {
  readonly type: Mention['kind']
}

// Only what a mention can be. The record has no type for a nationality, a document or a sum of money, and it counts
// people, where the benchmark's Quantity counts anything.
const kindOf: Readonly<Record<string, Typed['type']>> = {
  Organisation: 'actor',
  Person: 'actor',
  Location: 'place',
  Temporal: 'time',
  Weapon: 'means',
  MilitaryPlatform: 'means',
}

export function goldEntities({ entities }: Re3dRow): Typed[] {
  return entities.flatMap(({ start, end, type, gold }) => {
    const kind = kindOf[type]
    return kind && gold !== false ? [{ start, end, type: kind }] : []
  })
}

export function entitiesOf({ mentions }: Pick<Labels, 'mentions'>): Typed[] {
  return mentions.flatMap(({ kind, quote: { start, end } }) =>
    kind === 'count' ? [] : [{ start, end, type: kind }],
  )
}

export function scoreEntities(items: readonly SpanItem<Typed>[]): Measure[] {
  const type = (span: Typed): string => span.type
  const only = (kind: Typed['type']): SpanItem<Typed>[] =>
    items.map(({ gold, system }) => ({
      gold: gold.filter(({ type }) => type === kind),
      system: system.filter(({ type }) => type === kind),
    }))
  return [
    f1Measure('entity F1, exact', exactTally(items, type), 'ConfliBERT 68.4 (finer types, its own split)'),
    f1Measure('entity F1, overlap', overlapTally(items, type)),
    ...(['actor', 'place', 'time', 'means'] as const).map(kind =>
      f1Measure(`entity F1 ${kind}, exact`, exactTally(only(kind), type)),
    ),
  ]
}

export const re3d = textSuite({
  name: 're3d',
  measures: 'names of actors, places, times and weapons (Syria, Iraq)',
  row: Re3dRow,
  text: ({ id, text }) => ({ name: id, text, published: null }),
  answer: (row, { labels }) => ({ gold: goldEntities(row), system: entitiesOf(labels) }),
  score: scoreEntities,
})

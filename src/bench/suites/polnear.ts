import { z } from 'zod'
import type { Labels } from '../../model/labels.js'
import type { Span } from '../../model/span.js'
import { f1Measure, type Measure } from '../measure.js'
import { exactTally, overlapTally, tokenTally } from '../scorers/spans.js'
import { textSuite } from '../suite.js'

const roles = ['source', 'cue', 'content'] as const
type Roles = Readonly<Record<(typeof roles)[number], readonly Span[]>>

const spans = z.array(z.object({ start: z.number(), end: z.number() }))
export const PolnearRow = z.object({
  id: z.string(),
  text: z.string(),
  date: z.string().nullish(),
  attributions: z.array(z.object({ source: spans, cue: spans, content: spans })),
})
export type PolnearRow = z.infer<typeof PolnearRow>

interface Item {
  readonly text: string
  readonly gold: Roles
  readonly system: Roles
}

/** The pieces of each role, over all attributions of a text; a stretch that serves two counts once. */
function pieces(of: (role: keyof Roles) => readonly Span[]): Roles {
  const once = (all: readonly Span[]): Span[] => [
    ...new Map(all.map(({ start, end }) => [`${start}:${end}`, { start, end }])).values(),
  ]
  return { source: once(of('source')), cue: once(of('cue')), content: once(of('content')) }
}

export function goldAttributions({ attributions }: PolnearRow): Roles {
  return pieces(role => attributions.flatMap(attribution => attribution[role]))
}

export function attributionsOf({ attributions }: Pick<Labels, 'attributions'>): Roles {
  const ofRole = {
    source: attributions.flatMap(({ holder }) => holder ?? []),
    cue: attributions.flatMap(({ cue }) => cue ?? []),
    content: attributions.flatMap(({ content }) => content),
  }
  return pieces(role => ofRole[role])
}

export function scoreAttributions(items: readonly Item[]): Measure[] {
  return roles.flatMap(role => {
    const ofRole = items.map(({ text, gold, system }) => ({ text, gold: gold[role], system: system[role] }))
    return [
      f1Measure(`token F1 ${role}`, tokenTally(ofRole)),
      f1Measure(`span F1 ${role}, exact`, exactTally(ofRole)),
      f1Measure(`span F1 ${role}, overlap`, overlapTally(ofRole)),
    ]
  })
}

export const polnear = textSuite({
  name: 'polnear',
  measures: 'who says what: source, cue and content',
  row: PolnearRow,
  text: ({ id, text, date }) => ({ name: id, text, published: date ?? null }),
  answer: (row, { labels }) => ({
    text: row.text,
    gold: goldAttributions(row),
    system: attributionsOf(labels),
  }),
  score: scoreAttributions,
})

import { z } from 'zod'
import type { Labels } from '../../model/labels.js'
import type { Span } from '../../model/span.js'
import { f1Measure, type Measure } from '../measure.js'
import { countPairs } from '../scorers/assignment.js'
import { anyOverlap } from '../scorers/record/quotes.js'
import { exactTally, overlapTally, tokenTally } from '../scorers/spans.js'
import { addTallies, type Tally, tallyOf } from '../scorers/tally.js'
import { textSuite } from '../suite.js'

const roles = ['source', 'cue', 'content'] as const
/** The pieces of each role: of one attribution, or of all. */
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
  readonly gold: readonly Roles[]
  readonly system: readonly Roles[]
}

export function goldAttributions({ attributions }: PolnearRow): readonly Roles[] {
  return attributions
}

export function attributionsOf({ attributions }: Pick<Labels, 'attributions'>): Roles[] {
  return attributions.map(({ holder, cue, content }) => ({
    source: holder ? [holder] : [],
    cue: cue ? [cue] : [],
    content,
  }))
}

/** The pieces of a role over all attributions of a text; a stretch that serves two counts once. */
function pieces(attributions: readonly Roles[], role: keyof Roles): Span[] {
  const all = attributions.flatMap(attribution => attribution[role])
  return [...new Map(all.map(({ start, end }) => [`${start}:${end}`, { start, end }])).values()]
}

export function scoreAttributions(items: readonly Item[]): Measure[] {
  const spans = roles.flatMap(role => {
    const ofRole = items.map(({ text, gold, system }) => ({
      text,
      gold: pieces(gold, role),
      system: pieces(system, role),
    }))
    const { exact, overlapping } = citron[role]
    return [
      f1Measure(`token F1 ${role}`, tokenTally(ofRole)),
      f1Measure(`span F1 ${role}, exact`, exactTally(ofRole), `Citron ${exact.toFixed(1)} (PARC3)`),
      f1Measure(`span F1 ${role}, overlap`, overlapTally(ofRole), `Citron ${overlapping.toFixed(1)} (PARC3)`),
    ]
  })
  return [
    ...spans,
    ...agreements.map(({ metric, same, of, anchor }) => {
      const tallies = items.map(({ gold, system }) =>
        attributionTally(gold.filter(of), system.filter(of), same),
      )
      return f1Measure(metric, addTallies(...tallies), anchor)
    }),
  ]
}

// On PARC3, another corpus with the same three roles; overlap is measured there by shared tokens.
const citron = {
  source: { exact: 82.0, overlapping: 85.3 },
  cue: { exact: 82.3, overlapping: 76.8 },
  content: { exact: 59.3, overlapping: 83.3 },
}

type Same = (gold: Roles, system: Roles) => boolean
const share =
  (role: keyof Roles): Same =>
  (gold, system) =>
    anyOverlap(gold[role], system[role])
/** An attribution without a source is matched by one without a holder. */
const sameHolder: Same = (gold, system) =>
  gold.source.length === 0 ? system.source.length === 0 : share('source')(gold, system)

const has =
  (role: keyof Roles) =>
  (attribution: Roles): boolean =>
    attribution[role].length > 0

interface Agreement {
  readonly metric: string
  readonly same: Same
  /** The attributions that could be the same by it. */
  readonly of: (attribution: Roles) => boolean
  readonly anchor: string | null
}

/** Whole attributions, paired one to one where they share what the metric names. */
const agreements: readonly Agreement[] = [
  {
    metric: 'attribution F1, cue or content overlap',
    same: (g, s) => share('cue')(g, s) || share('content')(g, s),
    of: attribution => has('cue')(attribution) || has('content')(attribution),
    anchor: 'two people, agr 92.3',
  },
  {
    metric: 'attribution F1, content overlap',
    same: share('content'),
    of: has('content'),
    anchor: null,
  },
  {
    metric: 'attribution F1, holder and content overlap',
    same: (g, s) => share('content')(g, s) && sameHolder(g, s),
    of: has('content'),
    anchor: 'NewsClaims claimer 42.3, people 85.8',
  },
]

const attributionTally = (gold: readonly Roles[], system: readonly Roles[], same: Same): Tally =>
  tallyOf(countPairs(gold, system, same), gold.length, system.length)

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

import { z } from 'zod'
import { type PartOfSpeech, tagSentence, type Word } from '../../reader/lexicon/tag.js'
import { jsonlFiles, readRows } from '../data.js'
import { type Measure, noMeasure, percent, prfMeasure } from '../measure.js'
import { type Clusters, scoreClusters } from '../scorers/coreference.js'
import type { Suite } from '../suite.js'

const Stretch = z.object({ start: z.number(), end: z.number() })
export const EcbRow = z.object({
  id: z.string(),
  subtopic: z.string(),
  text: z.string(),
  sentences: z.array(Stretch.extend({ sent: z.number() })),
  mentions: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      sent: z.number(),
      spans: z.array(Stretch),
      chain: z.string(),
      validated: z.boolean(),
    }),
  ),
})
export type EcbRow = z.infer<typeof EcbRow>
type EcbMention = EcbRow['mentions'][number]

/** Names the mentions of each cluster, given what each mention belongs to. */
function clustersBy(rows: readonly EcbRow[], key: (mention: EcbMention, row: EcbRow) => string): Clusters {
  const clusters = new Map<string, string[]>()
  for (const row of rows) {
    for (const mention of row.mentions.filter(({ kind, validated }) => kind === 'event' && validated)) {
      const name = key(mention, row)
      clusters.set(name, [...(clusters.get(name) ?? []), `${row.id} ${mention.id}`])
    }
  }
  return [...clusters.values()]
}

/** The gold's clusters of event mentions in validated sentences, over all reports. */
export function goldChains(rows: readonly EcbRow[]): Clusters {
  return clustersBy(rows, ({ chain }) => chain)
}

/** The field's baseline: mentions of one subtopic (which the gold tells) whose heads have one lemma are one event. */
export function lemmaChains(rows: readonly EcbRow[]): Clusters {
  return clustersBy(rows, (mention, row) => `${row.subtopic} ${headLemma(mention, row)}`)
}

/** The dictionary form of a mention's verb, else of its last noun, else of its last word. */
function headLemma(mention: EcbMention, { text, sentences }: EcbRow): string {
  const sentence = sentences.find(({ sent }) => sent === mention.sent)
  const inside = ({ start, end }: Word): boolean =>
    mention.spans.some(span => start < span.end && span.start < end)
  const words = sentence
    ? tagSentence(text, { ...sentence, region: 'prose', tokens: [] }).words.filter(inside)
    : []
  const of = (...tags: readonly PartOfSpeech[]): Word[] => words.filter(({ pos }) => tags.includes(pos))
  const head = of('VERB')[0] ?? of('NOUN', 'PROPN').at(-1) ?? words.at(-1)
  return head?.lemma ?? mention.spans.map(({ start, end }) => text.slice(start, end).toLowerCase()).join(' ')
}

export function scoreChains(gold: Clusters, system: Clusters, named: string, anchor: string): Measure[] {
  const { muc, b3, ceafE, conll } = scoreClusters(gold, system)
  const n = gold.reduce((sum, cluster) => sum + cluster.length, 0)
  return [
    percent(`CoNLL F1${named}`, conll, n, anchor),
    prfMeasure(`MUC F1${named}`, muc, n),
    prfMeasure(`B3 F1${named}`, b3, n),
    prfMeasure(`CEAF-e F1${named}`, ceafE, n),
  ]
}

export const ecbplus: Suite = {
  name: 'ecbplus',
  measures: 'one event in several reports',
  files: data => jsonlFiles(data, 'ecbplus'),
  async run(file, bench) {
    const rows = readRows(file, EcbRow).slice(0, bench.limit)
    const gold = goldChains(rows)
    const mentions = gold.reduce((sum, cluster) => sum + cluster.length, 0)
    return [
      noMeasure('CoNLL F1', 'not yet', mentions, '86.7 (test)'),
      ...scoreChains(
        gold,
        lemmaChains(rows),
        ', baseline: head lemma in gold subtopic',
        'lemma baseline 76.5 (test)',
      ),
    ]
  },
}

import { z } from 'zod'
import type { Span } from '../../model/span.js'
import { type TaggedSentence, tagSentence, type Word } from '../../reader/lexicon/tag.js'
import { contains } from '../../text/quote.js'
import { f1Measure, type Measure, noMeasure, percent, prfMeasure } from '../measure.js'
import type { Parts } from '../read-parts.js'
import { type ClusterItem, type Clusters, scoreTexts } from '../scorers/coreference.js'
import { addTallies, tallyOf } from '../scorers/tally.js'
import { textSuite } from '../suite.js'

export const GumRow = z.object({
  id: z.string(),
  genre: z.string(),
  date: z.string().nullish(),
  text: z.string(),
  sentences: z.array(z.object({ start: z.number(), end: z.number() })),
  entities: z.array(z.object({ start: z.number(), end: z.number(), chain: z.string(), type: z.string() })),
})
export type GumRow = z.infer<typeof GumRow>

/** What the record has mentions of: whoever may act, and places. */
const types: ReadonlySet<string> = new Set(['person', 'organization', 'place'])

/** A text's chains of mentions; each mention goes by where its head word stands. */
export interface Chains {
  readonly genre: string
  readonly gold: Clusters
  readonly system: Clusters
  /** The same mentions as the program's, joined where their head words are the same. */
  readonly baseline: Clusters
}

export function chainsOf(row: GumRow, parts: Pick<Parts, 'labels' | 'referents'>): Chains {
  const heads = headFinder(row)
  const mentions = parts.labels.mentions.flatMap(({ id, quote, kind }) => {
    const head = kind === 'actor' || kind === 'place' ? heads(quote) : null
    return head ? [{ id, head }] : []
  })
  // One mention a head word, an actor before a place.
  const once = [
    ...new Map(mentions.reverse().map(mention => [mention.head.start, mention])).values(),
  ].reverse()
  const entityOf = entities(parts)
  return {
    genre: row.genre,
    gold: chained(
      row.entities.flatMap(({ chain, type, ...span }) => {
        const head = types.has(type) ? heads(span) : null
        return head ? [{ head, chain }] : []
      }),
    ),
    system: chained(once.map(({ id, head }) => ({ head, chain: entityOf(id) }))),
    baseline: chained(once.map(({ head }) => ({ head, chain: head.lower }))),
  }
}

/** What each mention stands for, as far as the reading knows: the same name, place or antecedent, or said to be the same. */
function entities({ labels, referents }: Pick<Parts, 'labels' | 'referents'>): (mention: string) => string {
  const named = (mention: string): string => {
    const actor = referents.actors.get(mention)?.value
    const place = referents.places.get(mention)?.value
    if (actor) return `actor ${actor.registry ?? actor.name}`
    return place ? `place ${place.known?.id ?? place.name}` : mention
  }
  const joined = new Map<string, string>()
  const rootOf = (entity: string): string => {
    const next = joined.get(entity)
    return next === undefined ? entity : rootOf(next)
  }
  for (const { kind, a, b } of labels.same) {
    const [one, other] = [rootOf(named(a)), rootOf(named(b))]
    if (kind === 'actor' && one !== other) joined.set(other, one)
  }
  return mention => rootOf(named(mention))
}

/** The chains of two mentions or more, as the field scores them (OntoNotes has no others). */
function chained(mentions: readonly { readonly head: Word; readonly chain: string }[]): Clusters {
  const chains = new Map<string, Set<string>>()
  const seen = new Set<number>()
  for (const { head, chain } of mentions) {
    if (seen.has(head.start)) continue
    seen.add(head.start)
    chains.set(chain, (chains.get(chain) ?? new Set()).add(String(head.start)))
  }
  return [...chains.values()].filter(({ size }) => size > 1).map(chain => [...chain])
}

/** Finds the word that names what a span is of: the last noun before what hangs on it ("the mayor of Vantry"). */
function headFinder({ text, sentences }: GumRow): (span: Span) => Word | null {
  const tagged: TaggedSentence[] = sentences.map(sentence =>
    tagSentence(text, { ...sentence, region: 'prose', tokens: [] }),
  )
  return span => {
    const words = tagged
      .find(({ sentence }) => contains(sentence, span))
      ?.words.filter(word => contains(span, word))
    if (!words) return null
    const end = words.findIndex(({ pos }, i) => i > 0 && closes.has(pos) && words.slice(0, i).some(isNoun))
    const phrase = end < 0 ? words : words.slice(0, end)
    return phrase.findLast(isNoun) ?? phrase.at(-1) ?? null
  }
}

const isNoun = ({ pos }: Word): boolean => pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON'
const closes: ReadonlySet<string> = new Set(['ADP', 'PUNCT', 'VERB', 'AUX', 'SCONJ', 'CCONJ'])

export function scoreGum(items: readonly Chains[]): Measure[] {
  const news = items.filter(({ genre }) => genre === 'news')
  return [...scoreGenre(', news', news), ...scoreGenre(', all genres', items)]
}

function scoreGenre(of: string, items: readonly Chains[]): Measure[] {
  const n = items.reduce((sum, { gold }) => sum + gold.flat().length, 0)
  const conll = `CoNLL F1${of}`
  if (n === 0) return [noMeasure(conll, 'no gold', n)]
  const baseline = scoreTexts(items.map(({ gold, baseline: system }) => ({ gold, system })))
  const beside = percent(`CoNLL F1${of}, baseline: same head word`, baseline.conll, n)
  if (items.every(({ system }) => system.length === 0)) return [noMeasure(conll, 'not yet', n), beside]
  const score = scoreTexts(items)
  return [
    percent(conll, score.conll, n),
    prfMeasure(`MUC F1${of}`, score.muc, n),
    prfMeasure(`B3 F1${of}`, score.b3, n),
    prfMeasure(`CEAF-e F1${of}`, score.ceafE, n),
    f1Measure(`mention F1${of}`, addTallies(...items.map(mentionTally))),
    beside,
  ]
}

function mentionTally({ gold, system }: ClusterItem) {
  const mine = new Set(gold.flat())
  const found = system.flat()
  return tallyOf(found.filter(mention => mine.has(mention)).length, mine.size, found.length)
}

export const gum = textSuite({
  name: 'gum',
  measures: 'which mentions of a text are of one person, organisation or place',
  row: GumRow,
  text: ({ id, text, date }) => ({ name: id, text, published: date ?? null }),
  answer: chainsOf,
  score: scoreGum,
})

import { z } from 'zod'
import type { Labels } from '../../model/labels.js'
import type { Span } from '../../model/span.js'
import { statusAt } from '../../reader/lexicon/status-at.js'
import { tagSentence } from '../../reader/lexicon/tag.js'
import { contains, overlaps } from '../../text/quote.js'
import { type Measure, measure, noMeasure, percent } from '../measure.js'
import type { Parts } from '../read-parts.js'
import { meanAbsoluteError, pearson } from '../scorers/correlation.js'
import { type Suite, textSuite } from '../suite.js'
import { type Scale, scales, type Told } from './factuality-scale.js'

const Predicate = z.object({ start: z.number(), end: z.number(), factuality: z.number() })
export const FactualityRow = z.object({ id: z.string(), text: z.string(), predicates: z.array(Predicate) })
export type FactualityRow = z.infer<typeof FactualityRow>

/** A predicate: how far people hold that it happened, and what the program says of it. */
export interface Judged {
  readonly gold: number
  readonly told: Told
  /** Whether the reader took it for an event of a kind; if not, the status rules were run for the word all the same. */
  readonly isTrigger: boolean
}

export function judge(
  { text, predicates }: FactualityRow,
  parts: Pick<Parts, 'labels' | 'sentences'>,
): Judged[] {
  const tagged = parts.sentences.map(sentence => tagSentence(text, sentence))
  return predicates.map(({ factuality, ...span }) => {
    const trigger = parts.labels.triggers.find(({ quote }) => overlaps(quote, span))
    const sentence = tagged.find(one => contains(one.sentence, span))
    const own = trigger ? trigger.status : sentence ? statusAt(sentence, span) : null
    return {
      gold: factuality,
      told: own === 'asserted' ? withinVoice(parts.labels, span) : own,
      isTrigger: trigger !== undefined,
    }
  })
}

/** As stage 6 has it: a plain telling within what somebody says is attributed, within what somebody denies disputed. */
function withinVoice({ attributions }: Labels, span: Span): Told {
  const voice = attributions.find(({ content }) => content.some(piece => contains(piece, span)))
  if (!voice) return 'asserted'
  return voice.stance === 'denies' ? 'disputed' : 'attributed'
}

export function scoreFactuality(items: readonly (readonly Judged[])[], scale: Scale): Measure[] {
  const all = items.flat()
  const triggers = all.filter(({ isTrigger }) => isTrigger)
  return [
    ...agreement('', all, scale),
    ...agreement(', of the reader’s triggers', triggers, scale),
    constant(all),
    all.length > 0
      ? percent('predicates that are triggers', triggers.length / all.length, all.length)
      : noMeasure('predicates that are triggers', 'no gold', 0),
  ]
}

function agreement(of: string, judged: readonly Judged[], scale: Scale): Measure[] {
  const [r, mae] = [`Pearson r${of}`, `mean absolute error${of}`]
  if (judged.length === 0) {
    const why = of === '' ? 'no gold' : 'not yet'
    return [noMeasure(r, why, 0), noMeasure(mae, why, 0)]
  }
  const pairs = judged.map(({ gold, told }) => ({ gold, system: scale[told ?? 'none'] }))
  const correlation = pearson(pairs)
  return [
    correlation === null
      ? noMeasure(r, 'none: one value', pairs.length)
      : measure(r, correlation, pairs.length, { unit: 'r' }),
    measure(mae, meanAbsoluteError(pairs), pairs.length, { unit: 'points' }),
  ]
}

/** What is reached by whoever holds that all that is told happened. */
function constant(judged: readonly Judged[]): Measure {
  const metric = 'mean absolute error, baseline: all happened'
  if (judged.length === 0) return noMeasure(metric, 'no gold', 0)
  const pairs = judged.map(({ gold }) => ({ gold, system: 3 }))
  return measure(metric, meanAbsoluteError(pairs), pairs.length, { unit: 'points' })
}

const factuality = (name: string, of: string, scale: Scale): Suite =>
  textSuite({
    name,
    measures: `whether what is told happened: ${of}`,
    row: FactualityRow,
    text: ({ id, text }) => ({ name: id, text, published: null }),
    answer: judge,
    score: items => scoreFactuality(items, scale),
  })

export const factUw = factuality('fact_uw', 'predicates of news', scales.news)
export const factMeantime = factuality('fact_meantime', 'predicates of Wikinews', scales.news)
export const factUds = factuality('fact_uds_ih2', 'predicates of web texts', scales.web)

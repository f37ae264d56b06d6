import type { Labels, Trigger } from '../../model/labels.js'
import type { Sentence } from '../../model/sentence.js'
import { quoteAt } from '../../text/quote.js'
import { probabilities } from './calibrate.js'
import type { ModelLabels } from './model-files.js'
import type { Scores } from './scores.js'
import type { Words } from './windows.js'

/** What a report's labels are decided from. */
export interface Scored {
  readonly body: string
  /** Those that can tell events; `words.sentence` counts them. */
  readonly sentences: readonly Sentence[]
  readonly words: Words
  readonly scores: Scores
  /** What the lexicon reader found in the same sentences. */
  readonly lexical: Labels
  readonly model: ModelLabels
  /** Names the model in the labels' `by`. */
  readonly by: string
}

/** Turns scores into labels. */
export async function decode({ body, words, scores, model, by }: Scored): Promise<Labels> {
  const decision = model.decisions.trigger ?? { threshold: 0.5, temperature: 1, bias: 0 }
  const triggers: Trigger[] = []
  let before: { readonly last: number; readonly kind: string } | undefined
  for (let word = 0; word < words.count; word++) {
    const [none = 1, ...each] = probabilities(scores.kinds(word), decision)
    const kind = model.kinds[likeliest(each)]
    if (1 - none < decision.threshold || kind === undefined) continue
    const span = { start: words.start[word] ?? 0, end: words.end[word] ?? 0 }
    const last = triggers.at(-1)
    if (last && before?.last === word - 1 && before.kind === kind) {
      triggers[triggers.length - 1] = {
        ...last,
        quote: quoteAt(body, { start: last.quote.start, end: span.end }),
      }
    } else {
      const status = model.statuses[likeliest(scores.statuses(word))] ?? 'asserted'
      const id = `t${triggers.length}`
      triggers.push({ id, quote: quoteAt(body, span), kind, status, cues: [], by, score: 1 - none })
    }
    before = { last: word, kind }
  }
  return { triggers, mentions: [], roles: [], harms: [], attributions: [], same: [] }
}

function likeliest(row: ArrayLike<number>): number {
  return Array.from(row).reduce((best, x, i) => (x > (row[best] ?? 0) ? i : best), 0)
}

import { probability, told } from './calibrate.js'
import { decisionOf, type ModelLabels } from './model-files.js'
import { type Run, runsOf } from './runs.js'
import type { Scored } from './scored.js'
import type { FoundTrigger } from './triggers.js'

/** A trigger and what the words around it are to it. */
export interface Around {
  readonly scored: Scored
  readonly found: FoundTrigger
  /** That a word is this to the trigger, calibrated; null where they stand too far apart to be read together. */
  of(word: number, relation: string): number | null
  /** The runs of words that are this to the trigger. */
  runs(relation: string): readonly Run[]
}

/** Reads every word around a trigger. */
export async function around(scored: Scored, found: FoundTrigger): Promise<Around> {
  const pairs = await scored.scores.towards(found)
  const { model } = scored
  return {
    scored,
    found,
    of(word, relation) {
      const score = pairs.score(word, model.relations.indexOf(relation))
      return score === null ? null : probability(score, decisionOf(model, relation))
    },
    runs(relation) {
      const index = model.relations.indexOf(relation)
      const runs = runsOf(pairs, word => pairs.score(word, index), leastScore(model, relation))
      return runs.map(run => ({ ...run, score: told(probability(run.score, decisionOf(model, relation))) }))
    },
  }
}

/** The threshold as a score, so that the many words below it need no probability. */
function leastScore(model: ModelLabels, relation: string): number {
  const { threshold, temperature, bias } = decisionOf(model, relation)
  return Math.log(threshold / (1 - threshold)) * temperature - bias
}

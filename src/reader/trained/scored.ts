import type { Labels } from '../../model/labels.js'
import type { Sentence } from '../../model/sentence.js'
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

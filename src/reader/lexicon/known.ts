import type { Sentence } from '../../model/sentence.js'
import type { Span } from '../../model/span.js'
import type { ActorRegistry, Gazetteer } from '../../ports.js'

/** What the lexicon reader knows of names, times and numbers. */
export interface Known {
  readonly gazetteer: Gazetteer
  readonly actors: ActorRegistry
  readonly findTimes: (body: string, sentences: readonly Sentence[]) => readonly Span[]
  readonly findCounts: (body: string, sentences: readonly Sentence[]) => readonly Span[]
}

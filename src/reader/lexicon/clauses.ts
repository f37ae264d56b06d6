import type { Phrase } from './chunks.js'
import { type Following, following, listFrom } from './following.js'
import { type Layout, layOut } from './layout.js'
import { subjectOf } from './subjects.js'
import type { TaggedSentence } from './tag.js'
import { isPassive, isVerb } from './verbs.js'

/** A verb with what stands around it. */
export interface Clause extends Following {
  /** The piece that is the verb. */
  readonly verb: number
  readonly passive: boolean
  readonly subject: readonly Phrase[]
}

/** A sentence in its pieces, phrases and clauses: enough of syntax to tell who did what to whom. */
export interface Parsed extends Layout {
  readonly clauses: readonly Clause[]
  /** What follows piece `from`, to where another clause begins. */
  after(from: number): Following
  /** A phrase with those joined to it by commas and "and". */
  joined(phrase: Phrase): readonly Phrase[]
}

/** Reads the syntax of a sentence by parts of speech and position. */
export function parse(sentence: TaggedSentence): Parsed {
  const layout = layOut(sentence)
  const clauses = layout.pieces.flatMap((_, verb) => (isVerb(layout, verb) ? [clauseOf(layout, verb)] : []))
  return {
    ...layout,
    clauses,
    after: from => following(layout, from),
    joined: phrase => listFrom(layout, phrase),
  }
}

function clauseOf(layout: Layout, verb: number): Clause {
  const after = following(layout, verb)
  const passive = isPassive(layout, verb, after.object.length > 0)
  return { verb, passive, subject: subjectOf(layout, verb), ...after }
}

import { z } from 'zod'
import { Evidence } from './span.js'

/**
 * Why a value is what it is. `stated`: the words say it; `implied`: a rule derived it from the words;
 * `reviewed`: a person set it. `by` names the rule or model (`time:weekday`, `lexicon:air-strike`), or the review.
 */
export const Basis = z
  .object({ kind: z.enum(['stated', 'implied', 'reviewed']), by: z.string().min(1) })
  .readonly()
export type Basis = z.infer<typeof Basis>

/** A calibrated probability in 0..1, or null where a rule gives none. */
export const Score = z.number().min(0).max(1).nullable()
export type Score = z.infer<typeof Score>

/** What else was weighed for the same words, with the rule by which it lost: the likeliest first, absent where there is none. */
export const Alternative = z.object({ value: z.string(), score: Score, lost: z.string() }).readonly()
export type Alternative = z.infer<typeof Alternative>
export const alternatives = { others: z.array(Alternative).readonly().optional() }

/** A value with the words it rests on. */
export interface Sourced<T> {
  readonly value: T
  readonly basis: Basis
  readonly evidence: Evidence
  readonly score: Score
  readonly others?: readonly Alternative[] | undefined
}

/** The schema of a sourced value. */
export const sourced = <T extends z.ZodType>(value: T) =>
  z.object({ value, basis: Basis, evidence: Evidence, score: Score, ...alternatives }).readonly()

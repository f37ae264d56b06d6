import { z } from 'zod'
import { alternatives, Score } from './sourced.js'
import { Quote } from './span.js'
import { About, Certainty, EventKind, HarmKind, Stance, Status } from './vocabulary.js'

/** Names a mention within one reading: `t3` a trigger, `m12` a mention, `p3` a place named in passing, `a1` an attribution. */
const LocalId = z.string().regex(/^[tmpa]\d+$/)

/** `by` names the rule or model that made the label. */
const made = { by: z.string().min(1), score: Score }

/** A word that tells an event. */
export const Trigger = z
  .object({
    id: LocalId,
    quote: Quote,
    kind: EventKind,
    /** The status that this one telling has, with the words that show it (empty for a plain telling). */
    status: Status,
    cues: z.array(Quote).readonly(),
    /** What gave the status, where `by` gave the kind alone. */
    statusBy: z.string().min(1).optional(),
    ...made,
    ...alternatives,
  })
  .readonly()
export type Trigger = z.infer<typeof Trigger>

/** Words that may fill a role. */
export const Mention = z
  .object({ id: LocalId, quote: Quote, kind: z.enum(['actor', 'place', 'time', 'count', 'means']), ...made })
  .readonly()
export type Mention = z.infer<typeof Mention>

/** The part that a mention plays in what a trigger tells. */
export const Role = z
  .object({
    role: z.enum(['initiator', 'target', 'place', 'time', 'means']),
    trigger: LocalId,
    mention: LocalId,
    /** Read only for initiators and targets. */
    certainty: Certainty,
    ...made,
  })
  .readonly()
export type Role = z.infer<typeof Role>

/** Harm that a trigger's event did: a count (or a vague word), what was done, and to whom in the text's words. */
export const HarmLink = z
  .object({
    trigger: LocalId,
    count: LocalId,
    what: HarmKind,
    of: Quote.nullable(),
    ...made,
  })
  .readonly()
export type HarmLink = z.infer<typeof HarmLink>

/** A voice and what it vouches for. A hedge ("allegedly") has a cue and no holder. */
export const Attribution = z
  .object({
    id: LocalId,
    holder: Quote.nullable(),
    cue: Quote.nullable(),
    /** What is said; several pieces where the attribution stands in its middle. */
    content: z.array(Quote).readonly(),
    /** Through whom it was said ("the army said, citing residents": via "the army"). */
    via: Quote.nullable(),
    stance: Stance,
    covers: z.array(z.object({ trigger: LocalId, about: About }).readonly()).readonly(),
    ...made,
  })
  .readonly()
export type Attribution = z.infer<typeof Attribution>

/** Two triggers that tell one occurrence, or two actor mentions of one actor. */
export const Coreference = z
  .object({ kind: z.enum(['trigger', 'actor']), a: LocalId, b: LocalId, ...made })
  .readonly()
export type Coreference = z.infer<typeof Coreference>

/** All that a Reader finds in one report: it points at words, it writes none. */
export const Labels = z
  .object({
    triggers: z.array(Trigger).readonly(),
    mentions: z.array(Mention).readonly(),
    roles: z.array(Role).readonly(),
    harms: z.array(HarmLink).readonly(),
    attributions: z.array(Attribution).readonly(),
    same: z.array(Coreference).readonly(),
    sameIsWhole: z.literal(true).optional(), // triggers that `same` does not tie tell two events
  })
  .readonly()
export type Labels = z.infer<typeof Labels>

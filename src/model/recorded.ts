import { z } from 'zod'
import { ClaimId, SaidValue } from './claim.js'
import { Event, EventId } from './event.js'
import { valueFields } from './recorded-fields.js'
import { type Sourced, sourced } from './sourced.js'
import { Evidence } from './span.js'
import { EventActor, HarmValue, PlaceValue, TimeValue } from './values.js'
import { EventKind, Status } from './vocabulary.js'

export const ReviewId = z.templateLiteral(['review:', z.string().regex(/^[0-9a-f]{16}$/)])
export type ReviewId = z.infer<typeof ReviewId>

/** Who decided that something stands as it does, and how; the last decision where several agree. */
export const Decided = z
  .object({
    how: z.enum(['accepted', 'corrected', 'added']),
    review: ReviewId,
    reviewer: z.string(),
    /** ISO 8601 instant. */
    at: z.string(),
  })
  .readonly()
export type Decided = z.infer<typeof Decided>

const decided = {
  /** Null where nobody has decided yet. */
  decided: Decided.nullable(),
  /** The decisions that clash: blind ones with each other, or one with what the newest reading tells. Absent where none do. */
  contested: z.array(ReviewId).readonly().optional(),
}

/** What a value of each field must be. */
export const valueSchemas = {
  kind: EventKind,
  status: Status,
  when: TimeValue,
  where: PlaceValue,
  initiators: EventActor,
  targets: EventActor,
  means: z.string().min(1),
  harm: HarmValue,
  said: SaidValue,
} as const

const recorded = <T extends z.ZodType>(value: T) =>
  sourced(value)
    .unwrap()
    .extend({ evidence: Evidence.nullable(), ...decided })
    .readonly()
const several = <T extends z.ZodType>(value: T) => z.array(recorded(value)).readonly()

/** A value of the record: as it was read, or as a person set it. Without words only where a reviewer said that it has none. */
export type Recorded<T> = Omit<Sourced<T>, 'evidence'> & {
  readonly evidence: Evidence | null
  readonly decided: Decided | null
  readonly contested?: readonly ReviewId[] | undefined
}

/** An event of one report as the record has it: what was read of it, with what people decided. */
export const RecordedEvent = Event.unwrap()
  .extend({
    kind: recorded(EventKind),
    status: recorded(Status),
    when: several(TimeValue),
    where: several(PlaceValue),
    initiators: several(EventActor),
    targets: several(EventActor),
    means: several(z.string()),
    harm: several(HarmValue),
    said: several(SaidValue),
    /** None of an event that a reviewer added. */
    claims: z.array(ClaimId).readonly(),
    ...decided,
    /** Other ids under which it was decided on, which lead here: of older readings, and of what it was split from. */
    formerly: z.array(EventId).readonly(),
  })
  .readonly()
export type RecordedEvent = z.infer<typeof RecordedEvent>

export { valueFields }
export const ValueField = z.enum(valueFields)
export type ValueField = z.infer<typeof ValueField>

/** Whether decisions on an event, or on any value of it, clash. */
export function isContested(event: RecordedEvent): boolean {
  const values = valueFields.flatMap((field): readonly Recorded<unknown>[] => [event[field]].flat())
  return [event, ...values].some(({ contested = [] }) => contested.length > 0)
}

/** An event that nobody has decided on. */
export function asRead(event: Event): RecordedEvent {
  const undecided = <T>(value: Sourced<T>): Recorded<T> => ({ ...value, decided: null })
  return {
    ...event,
    kind: undecided(event.kind),
    status: undecided(event.status),
    when: event.when.map(undecided),
    where: event.where.map(undecided),
    initiators: event.initiators.map(undecided),
    targets: event.targets.map(undecided),
    means: event.means.map(undecided),
    harm: event.harm.map(undecided),
    said: event.said.map(undecided),
    decided: null,
    formerly: [],
  }
}

import { z } from 'zod'
import { Quote } from './span.js'
import { ActorType, Certainty, HarmKind, PlaceLevel } from './vocabulary.js'

/** A calendar day, `YYYY-MM-DD`. */
const Day = z.string().regex(/^\d{4}-\d\d-\d\d$/)

/** A time expression's value (codebook section 3). */
export const TimeValue = z
  .object({
    /** EDTF, or null where the words give no value ("recently"). */
    edtf: z.string().nullable(),
    /** First and last day; null where open or unknown. */
    earliest: Day.nullable(),
    latest: Day.nullable(),
    /** What the value was reckoned from. */
    anchor: z.enum(['none', 'published', 'text']),
    /** The time told before that it was reckoned from, where the anchor is the text. */
    from: Quote.optional(),
    /** TIMEX3, for interchange. `value` is null where the grammar abstains. */
    timex: z
      .object({
        type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
        value: z.string().nullable(),
        mod: z.string().nullable(),
      })
      .readonly(),
  })
  .readonly()
export type TimeValue = z.infer<typeof TimeValue>

/** A place of the gazetteer. */
export const GazetteerPlace = z
  .object({
    /** `geonames:170654`, or `herodotus:…` for what only the project's own table has. */
    id: z.string(),
    name: z.string(),
    /** ISO 3166-1 alpha-2; null for open sea and for regions of several countries. */
    country: z.string().length(2).nullable(),
    admin1: z.string().nullable(),
    level: PlaceLevel,
    /** Degrees, WGS84; null where the place has an extent and no point stands for it. */
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    population: z.number().int().nullable(),
    /** Which disputed area it lies in, who administers and who claims that; absent where none does. */
    disputed: z.string().optional(),
  })
  .readonly()
export type GazetteerPlace = z.infer<typeof GazetteerPlace>

/** A place in which something happened. `known` is null where the gazetteer abstains. */
export const PlaceValue = z
  .object({
    name: z.string().min(1),
    country: z.string().length(2).nullable(),
    level: PlaceLevel,
    known: GazetteerPlace.nullable(),
    /** How it lies to what is named: near it ("outside Mosul"), between two; in it, where nothing is said. */
    relation: z.enum(['near', 'between']).optional(),
  })
  .readonly()
export type PlaceValue = z.infer<typeof PlaceValue>

/** Who or what a mention stands for. `registry` is null where no registry entry fits. */
export const ActorValue = z
  .object({
    name: z.string().min(1),
    type: ActorType,
    registry: z.string().nullable(),
    /** Of the registry's actor, ISO 3166-1 alpha-2; null where it belongs to no one country. */
    country: z.string().length(2).nullable(),
  })
  .readonly()
export type ActorValue = z.infer<typeof ActorValue>

/** An actor's part in one event. */
export const EventActor = z
  .object({ name: z.string().min(1), type: ActorType, certainty: Certainty, registry: z.string().nullable() })
  .readonly()
export type EventActor = z.infer<typeof EventActor>

const whole = z.number().int().min(0).nullable()

const counted = {
  low: whole,
  high: whole,
  vague: z.string().nullable(),
  /** Whether it is a running total ("bringing the toll to 40"), and not what is new. */
  cumulative: z.boolean(),
  /** The count that this one is part of ("12 people, including three children"), or null. */
  partOf: Quote.nullable(),
}

/** A count's value (codebook section 4). Null is unknown, never 0. */
export const CountValue = z.object(counted).readonly()
export type CountValue = z.infer<typeof CountValue>

/** Harm done in an event. */
export const HarmValue = z
  .object({
    what: HarmKind,
    ...counted,
    of: z.string().nullable(),
  })
  .readonly()
export type HarmValue = z.infer<typeof HarmValue>

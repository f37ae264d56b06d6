import { z } from 'zod'
import { abouts, actorTypes, certainties, harmKinds, placeLevels, stances, statuses } from './closed-lists.js'
import { eventKinds } from './event-kind.generated.js'

/** The closed lists of the codebook (sections 2, 4 and 5). */
export const EventKind = z.enum(eventKinds)
export type EventKind = z.infer<typeof EventKind>

export const Status = z.enum(statuses)
export type Status = z.infer<typeof Status>

export const PlaceLevel = z.enum(placeLevels)
export type PlaceLevel = z.infer<typeof PlaceLevel>

export const ActorType = z.enum(actorTypes)
export type ActorType = z.infer<typeof ActorType>

export const Certainty = z.enum(certainties)
export type Certainty = z.infer<typeof Certainty>

export const HarmKind = z.enum(harmKinds)
export type HarmKind = z.infer<typeof HarmKind>

export const Stance = z.enum(stances)
export type Stance = z.infer<typeof Stance>

/** What of an event a holder speaks to. */
export const About = z.enum(abouts)
export type About = z.infer<typeof About>

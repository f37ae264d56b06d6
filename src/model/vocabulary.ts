import { z } from 'zod'
import { eventKinds } from './event-kind.generated.js'

/** The closed lists of the codebook (sections 2, 4 and 5). */
export const EventKind = z.enum(eventKinds)
export type EventKind = z.infer<typeof EventKind>

export const Status = z.enum(['asserted', 'attributed', 'disputed', 'prospective', 'negated'])
export type Status = z.infer<typeof Status>

export const PlaceLevel = z.enum(['site', 'town', 'district', 'province', 'region', 'country', 'water'])
export type PlaceLevel = z.infer<typeof PlaceLevel>

export const ActorType = z.enum([
  'state-forces',
  'state',
  'rebel',
  'militia',
  'terror-group',
  'identity-group',
  'protesters',
  'rioters',
  'civilians',
  'external-forces',
  'organisation',
  'company',
  'media',
  'person',
  'place',
  'thing',
  'unknown',
])
export type ActorType = z.infer<typeof ActorType>

export const Certainty = z.enum(['stated', 'suspected', 'claimed', 'denied'])
export type Certainty = z.infer<typeof Certainty>

export const HarmKind = z.enum(['killed', 'injured', 'harmed', 'missing', 'captured', 'displaced'])
export type HarmKind = z.infer<typeof HarmKind>

export const Stance = z.enum(['says', 'denies', 'claims', 'doubts'])
export type Stance = z.infer<typeof Stance>

/** What of an event a holder speaks to. */
export const About = z.enum(['event', 'initiator', 'target', 'harm', 'when', 'where', 'means'])
export type About = z.infer<typeof About>

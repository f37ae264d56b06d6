import type { ActorType } from '../model/vocabulary.js'

/** ACLED's codes for the kind of an actor (`inter1`, `inter2`; codebook of 2023, "Actor types"). */
export const interCodes = {
  1: 'State forces',
  2: 'Rebel group',
  3: 'Political militia',
  4: 'Identity militia',
  5: 'Rioters',
  6: 'Protesters',
  7: 'Civilians',
  8: 'External/Other forces',
} as const
export type InterCode = keyof typeof interCodes

/**
 * The code that each type has; null where ACLED has no actor of the type. A terror group fights a state for power and is a
 * rebel group to ACLED. Who is neither armed nor a crowd is coded with civilians when something is done to him; what is no
 * actor at all (a place, a thing), or not known, has no code: it is not 0.
 */
const byType: Readonly<Record<ActorType, InterCode | null>> = {
  'state-forces': 1,
  state: 1,
  rebel: 2,
  'terror-group': 2,
  militia: 3,
  'identity-group': 4,
  rioters: 5,
  protesters: 6,
  civilians: 7,
  person: 7,
  organisation: 7,
  company: 7,
  media: 7,
  'external-forces': 8,
  place: null,
  thing: null,
  unknown: null,
}

/** ACLED's `inter` code of an actor by its type, or null where there is none. */
export const interOf = (type: ActorType): InterCode | null => byType[type]

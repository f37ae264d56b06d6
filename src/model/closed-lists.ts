/** The closed lists of the codebook (sections 2, 4 and 5) as plain words: for who needs no schema. */

export const statuses = ['asserted', 'attributed', 'disputed', 'prospective', 'negated'] as const

export const placeLevels = ['site', 'town', 'district', 'province', 'region', 'country', 'water'] as const

export const actorTypes = [
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
] as const

export const certainties = ['stated', 'suspected', 'claimed', 'denied'] as const

export const harmKinds = ['killed', 'injured', 'harmed', 'missing', 'captured', 'displaced'] as const

export const stances = ['says', 'denies', 'claims', 'doubts'] as const

/** What of an event a holder speaks to. */
export const abouts = ['event', 'initiator', 'target', 'harm', 'when', 'where', 'means'] as const

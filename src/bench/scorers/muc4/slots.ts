/** How the fills of a slot are compared. */
export type FillKind = 'date' | 'location' | 'set' | 'string' | 'number'

/** The slots of a MUC-4 template that are scored, 2 to 24 in their order, and the kind of their fills. */
export const slots = {
  incident_date: 'date',
  incident_location: 'location',
  incident_type: 'set',
  incident_stage: 'set',
  instrument_id: 'string',
  instrument_type: 'set',
  perp_category: 'set',
  perp_individual_id: 'string',
  perp_org_id: 'string',
  perp_org_confidence: 'set',
  phys_tgt_id: 'string',
  phys_tgt_type: 'set',
  phys_tgt_number: 'number',
  phys_tgt_foreign_nation: 'set',
  phys_tgt_effect: 'set',
  phys_tgt_total_number: 'number',
  hum_tgt_name: 'string',
  hum_tgt_description: 'string',
  hum_tgt_type: 'set',
  hum_tgt_number: 'number',
  hum_tgt_foreign_nation: 'set',
  hum_tgt_effect: 'set',
  hum_tgt_total_number: 'number',
} as const satisfies Readonly<Record<string, FillKind>>

export type Slot = keyof typeof slots
export const slotNames = Object.keys(slots) as readonly Slot[]

/** A response may be mapped to a key template only if their types match, at least in part, and one of these does. */
export const mappingSlots: readonly Slot[] = [
  'perp_individual_id',
  'perp_org_id',
  'phys_tgt_id',
  'phys_tgt_type',
  'hum_tgt_name',
  'hum_tgt_description',
  'hum_tgt_type',
]

/**
 * Which answers to a set slot are half right, by what the key has (scoring guidelines, version 7, sections 3.2.4 to 3.2.23):
 * the more general instrument, an attack for what is told more exactly, and the like.
 */
export const halfRight: Readonly<Partial<Record<Slot, Readonly<Record<string, readonly string[]>>>>> = {
  incident_type: {
    ARSON: ['ATTACK'],
    BOMBING: ['ATTACK'],
    KIDNAPPING: ['ATTACK'],
    HIJACKING: ['ATTACK'],
    ROBBERY: ['ATTACK'],
    'FORCED WORK STOPPAGE': ['ATTACK'],
  },
  instrument_type: {
    'MACHINE GUN': ['GUN'],
    MORTAR: ['GUN'],
    HANDGUN: ['GUN'],
    RIFLE: ['GUN'],
    BOMB: ['EXPLOSIVE'],
    'VEHICLE BOMB': ['BOMB', 'EXPLOSIVE'],
    DYNAMITE: ['BOMB', 'EXPLOSIVE'],
    MINE: ['BOMB', 'EXPLOSIVE'],
    'AERIAL BOMB': ['BOMB', 'EXPLOSIVE'],
    GRENADE: ['EXPLOSIVE'],
    'MOLOTOV COCKTAIL': ['EXPLOSIVE'],
    MISSILE: ['PROJECTILE'],
    ROCKET: ['PROJECTILE'],
  },
  perp_org_confidence: { 'SUSPECTED OR ACCUSED BY AUTHORITIES': ['SUSPECTED OR ACCUSED'] },
  phys_tgt_type: { 'GOVERNMENT OFFICE OR RESIDENCE': ['POLITICAL FIGURE OFFICE OR RESIDENCE'] },
  phys_tgt_effect: { 'SOME DAMAGE': ['DESTROYED'] },
  hum_tgt_type: {
    'FORMER GOVERNMENT OFFICIAL': ['GOVERNMENT OFFICIAL'],
    'FORMER ACTIVE MILITARY': ['ACTIVE MILITARY'],
    'GOVERNMENT OFFICIAL': ['POLITICAL FIGURE'],
  },
  hum_tgt_effect: { 'NO INJURY OR DEATH': ['NO INJURY', 'NO DEATH'] },
}

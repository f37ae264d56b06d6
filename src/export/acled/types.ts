import { kinds } from '../../codebook/index.js'
import type { EventKind } from '../../model/vocabulary.js'

/** ACLED's types, the highest first: where several things happen at once, the higher is coded. */
export const hierarchy = {
  Battles: ['Government regains territory', 'Non-state actor overtakes territory', 'Armed clash'],
  Protests: ['Excessive force against protesters', 'Protest with intervention', 'Peaceful protest'],
  Riots: ['Violent demonstration', 'Mob violence'],
  'Explosions/Remote violence': [
    'Chemical weapon',
    'Air/drone strike',
    'Suicide bomb',
    'Shelling/artillery/missile attack',
    'Remote explosive/landmine/IED',
    'Grenade',
  ],
  'Violence against civilians': ['Sexual violence', 'Attack', 'Abduction/forced disappearance'],
  'Strategic developments': [
    'Agreement',
    'Arrests',
    'Change to group/activity',
    'Disrupted weapons use',
    'Headquarters or base established',
    'Looting/property destruction',
    'Non-violent transfer of territory',
    'Other',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type EventType = keyof typeof hierarchy
export type SubEventType = (typeof hierarchy)[EventType][number]

const order: readonly (readonly [EventType, SubEventType])[] = Object.entries(hierarchy).flatMap(
  ([type, subs]) => subs.map(sub => [type as EventType, sub as SubEventType] as const),
)

/** The type that a sub-event type is of; null for what is none. */
export const eventTypeOf = (sub: string): EventType | null =>
  order.find(([, known]) => known === sub)?.[0] ?? null

/** Where a sub-event type stands in the hierarchy; 0 is the highest. */
export const rankOf = (sub: SubEventType): number => order.findIndex(([, known]) => known === sub)

/** ACLED's `disorder_type`: what an event of a type is counted with. */
export function disorderOf(sub: SubEventType): string {
  if (sub === 'Excessive force against protesters') return 'Political violence; Demonstrations'
  if (sub === 'Mob violence') return 'Political violence'
  const type = eventTypeOf(sub)
  if (type === 'Protests' || type === 'Riots') return 'Demonstrations'
  return type === 'Strategic developments' ? 'Strategic developments' : 'Political violence'
}

/** The sub-event type of a kind as the codebook has it (`kinds.tsv`); null for speech, which ACLED does not code. */
export function subEventOf(kind: EventKind): SubEventType | null {
  const { family, acledSubEvent } = kinds[kind]
  if (family === 'speech') return null
  return order.find(([, sub]) => sub === acledSubEvent)?.[1] ?? null
}

/** Kinds whose victims do not fight back, by what the codebook says of the kind. */
export const onTheUnarmed: ReadonlySet<EventKind> = new Set([
  'shooting',
  'execution',
  'massacre',
  'abduction',
  'torture',
  'sexual-violence',
])

/** Kinds that go on: told of the days from one to another, they happened on each. */
export const goesOn: ReadonlySet<EventKind> = new Set([
  'armed-clash',
  'shelling',
  'air-strike',
  'drone-strike',
  'mob-violence',
  'riot',
  'protest',
  'strike',
  'crowd-control',
])

import { z } from 'zod'
import { kinds } from '../../codebook/index.js'
import type { Event } from '../../model/event.js'
import type { EventActor } from '../../model/values.js'
import type { ActorType } from '../../model/vocabulary.js'
import { f1Measure, type Measure } from '../measure.js'
import { ceafRee, type Entity, plainMention } from '../scorers/ceaf-ree.js'
import { addTallies } from '../scorers/tally.js'
import { textSuite } from '../suite.js'

const roles = ['PerpInd', 'PerpOrg', 'Target', 'Victim', 'Weapon'] as const
type Role = (typeof roles)[number]
type Roles = Readonly<Record<Role, readonly Entity[]>>

const entities = z.array(z.array(z.object({ s: z.string() })))
export const MucRow = z.object({
  id: z.string(),
  text: z.string(),
  extracts: z.object({
    PerpInd: entities,
    PerpOrg: entities,
    Target: entities,
    Victim: entities,
    Weapon: entities,
  }),
})
export type MucRow = z.infer<typeof MucRow>

// MUC knows persons, organisations and physical targets.
const individuals: ReadonlySet<ActorType> = new Set([
  'person',
  'civilians',
  'protesters',
  'rioters',
  'unknown',
])
const physical: ReadonlySet<ActorType> = new Set(['place', 'thing', 'organisation', 'company', 'media'])
const groups: ReadonlySet<ActorType> = new Set([
  'state-forces',
  'rebel',
  'militia',
  'terror-group',
  'identity-group',
  'external-forces',
])

/** A group that is only described ("guerrillas") is its members to MUC; an organisation has a name that is known. */
export const isIndividual = ({ type, registry }: EventActor): boolean =>
  individuals.has(type) || (groups.has(type) && registry === null)

export function goldRoles({ extracts }: MucRow): Roles {
  const names = (role: Role): Entity[] => extracts[role].map(entity => entity.map(({ s }) => s))
  return {
    PerpInd: names('PerpInd'),
    PerpOrg: names('PerpOrg'),
    Target: names('Target'),
    Victim: names('Victim'),
    Weapon: names('Weapon'),
  }
}

/** The entities that the violence told in a report gives for MUC's roles, each named once. */
export function rolesOf(events: readonly Event[]): Roles {
  // MUC asks for terrorism: a fight between armed sides is none.
  const violent = events.filter(
    ({ kind: { value: kind }, status }) =>
      kinds[kind].family === 'violence' && kind !== 'armed-clash' && status.value !== 'negated',
  )
  const actors = (side: 'initiators' | 'targets', fits: (actor: EventActor) => boolean): string[] =>
    violent.flatMap(event => event[side].map(({ value }) => value).filter(fits)).map(({ name }) => name)
  const harmed = violent.flatMap(({ harm }) => harm.flatMap(({ value }) => value.of ?? []))
  return {
    PerpInd: once(actors('initiators', isIndividual)),
    PerpOrg: once(actors('initiators', actor => !isIndividual(actor))),
    Target: once(actors('targets', ({ type }) => physical.has(type))),
    Victim: once([...actors('targets', ({ type }) => !physical.has(type)), ...harmed]),
    Weapon: once(violent.flatMap(({ means }) => means.map(({ value }) => value))),
  }
}

function once(names: readonly string[]): Entity[] {
  const byPlain = new Map(names.map(name => [plainMention(name), name]))
  return [...byPlain].filter(([plain]) => plain !== '').map(([, name]) => [name])
}

const published: Readonly<Record<Role, string>> = {
  PerpInd: '49.6',
  PerpOrg: '51.9',
  Target: '49.0',
  Victim: '67.8',
  Weapon: '59.1',
}

export function scoreRoles(items: readonly { gold: Roles; system: Roles }[]): Measure[] {
  const tally = (role: Role) =>
    addTallies(...items.map(({ gold, system }) => ceafRee(gold[role], system[role])))
  return [
    f1Measure('CEAF-REE F1', addTallies(...roles.map(tally)), 'GRIT 54.5 (test)'),
    ...roles.map(role => f1Measure(`CEAF-REE F1 ${role}`, tally(role), `GRIT ${published[role]} (test)`)),
  ]
}

export const muc4Grit = textSuite({
  name: 'muc4_grit',
  measures: 'perpetrators, targets, victims and weapons of whole reports',
  row: MucRow,
  text: ({ id, text }) => ({ name: id, text, published: null }),
  answer: (row, { events }) => ({ gold: goldRoles(row), system: rolesOf(events) }),
  score: scoreRoles,
})

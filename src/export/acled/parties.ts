import { type InterCode, interOf } from '../../codebook/index.js'
import type { EventActor } from '../../model/values.js'
import type { EventKind } from '../../model/vocabulary.js'
import { type LeftOut, leftOut } from '../settle.js'
import { eventTypeOf, onTheUnarmed, type SubEventType, subEventOf } from './types.js'

export interface Party {
  readonly name: string
  readonly inter: InterCode
  /** Whether no report names it: the name is the one that ACLED has for that. */
  readonly untold?: true
}

export interface Parties {
  readonly sub: SubEventType
  readonly actor1: Party | null
  readonly assoc1: readonly string[]
  readonly actor2: Party | null
  readonly assoc2: readonly string[]
}

/** What the parties follow from. */
export interface Scene {
  readonly kind: EventKind
  readonly initiators: readonly EventActor[]
  readonly targets: readonly EventActor[]
  /** As ACLED names it; null where it is not told. */
  readonly country: string | null
  /** Whether civilians were harmed, and whether anybody was killed or injured. */
  readonly civiliansHarmed: boolean
  readonly anybodyHarmed: boolean
  /** Whether the means are grenades. */
  readonly grenade: boolean
}

/** One side of an event: who leads it for ACLED, and who else is on it. */
interface Side {
  readonly lead: Party | null
  readonly others: readonly string[]
}

const nobody: Side = { lead: null, others: [] }

/** ACLED's two actors, and the sub-event type, which depends on who they are. */
export function partiesOf(scene: Scene): Parties | LeftOut {
  const sub = subEventOf(scene.kind)
  if (sub === null) return leftOut('speech, which ACLED does not code')
  switch (eventTypeOf(sub)) {
    case 'Battles':
      return battle(scene, sub)
    case 'Protests':
      return scene.kind === 'crowd-control' ? demonstrationMet(scene) : demonstration(scene, sub)
    case 'Riots':
      return riot(scene, sub)
    case 'Explosions/Remote violence':
      return remote(scene, sub)
    case 'Violence against civilians':
      return violence(scene, sub)
    default:
      return development(scene, sub)
  }
}

function battle(scene: Scene, sub: SubEventType): Parties | LeftOut {
  const [first, second] = fighters(scene)
  if (scene.kind !== 'territory-capture') return between(sub, first, second)
  if (!first.lead || first.lead.untold) return leftOut('who took the place is not told: a government or not')
  const government = first.lead.inter === 1 || first.lead.inter === 8
  return between(
    government ? 'Government regains territory' : 'Non-state actor overtakes territory',
    first,
    second,
  )
}

/** The two sides of a fight; without targets the second of those who fight is the other side. */
function fighters(scene: Scene): readonly [Side, Side] {
  const armed = scene.initiators.filter(isArmed)
  const against = scene.targets.filter(isArmed)
  const [one, other] = armed
  if (against.length > 0 || !one || !other) return [armedSide(armed, scene), armedSide(against, scene)]
  // Which side a third is on is not told: it is on neither here.
  return [armedSide([one], scene), armedSide([other], scene)]
}

function demonstration({ initiators, country }: Scene, sub: SubEventType): Parties {
  return between(sub, crowd('Protesters', 6, initiators, country), nobody)
}

/** Force used on a crowd: the crowd is the first actor, and the force decides the type. */
function demonstrationMet(scene: Scene): Parties {
  const { initiators, targets, country, anybodyHarmed } = scene
  const force = side(initiators.filter(isArmed), country)
  if (targets.some(({ type }) => type === 'rioters'))
    return between('Violent demonstration', crowd('Rioters', 5, targets, country), force)
  const sub = anybodyHarmed ? 'Excessive force against protesters' : 'Protest with intervention'
  return between(sub, crowd('Protesters', 6, targets, country), force)
}

function riot({ initiators, targets, country, civiliansHarmed }: Scene, sub: SubEventType): Parties {
  const against = side(targets, country)
  return between(
    sub,
    crowd('Rioters', 5, initiators, country),
    against.lead || !civiliansHarmed ? against : { lead: named('Civilians', 7, country), others: [] },
  )
}

function remote(scene: Scene, sub: SubEventType): Parties {
  const { initiators, targets, country, civiliansHarmed, grenade, kind } = scene
  const against = side(targets, country)
  const civilians = named('Civilians', 7, country)
  const beside = against.lead?.inter === 7 ? against.others : [...against.others, civilians.name]
  const harmed = against.lead ? { ...against, others: beside } : { lead: civilians, others: [] }
  return between(
    kind === 'bombing' && grenade ? 'Grenade' : sub,
    armedSide(initiators.filter(isArmed), scene),
    civiliansHarmed ? harmed : against,
  )
}

/** Violence on those who do not fight back; on those who could, it is a fight. */
function violence(scene: Scene, sub: SubEventType): Parties | LeftOut {
  const { kind, initiators, targets, country, civiliansHarmed } = scene
  if (targets.some(({ type }) => type === 'protesters')) return demonstrationMet(scene)
  const unarmed = onTheUnarmed.has(kind)
  if (!unarmed && targets.some(isArmed)) return battle({ ...scene, kind: 'armed-clash' }, 'Armed clash')
  const civilians = targets.filter(({ type }) => interOf(type) === 7)
  if (civilians.length === 0 && !civiliansHarmed && !unarmed)
    return leftOut('whether civilians or armed people were attacked is not told')
  const against = { lead: named('Civilians', 7, country), others: civilians.flatMap(associated) }
  if (initiators.some(({ type }) => type === 'rioters'))
    return between('Mob violence', crowd('Rioters', 5, initiators, country), against)
  return between(sub, armedSide(initiators.filter(isArmed), scene), against)
}

/** Not violence: whoever does it, to whom; of what several do together, the first two. */
function development({ initiators, targets, country }: Scene, sub: SubEventType): Parties {
  const second = side(targets, country)
  const [one, ...others] = initiators.filter(actor => partyOf(actor, country))
  if (second.lead || !one || others.length === 0) return between(sub, side(initiators, country), second)
  return between(sub, side([one], country), side(others, country))
}

/** A single actor is the first, whichever side it is on. */
function between(sub: SubEventType, first: Side, second: Side): Parties {
  const [one, two] = first.lead || !second.lead ? [first, second] : [second, nobody]
  return { sub, actor1: one.lead, assoc1: one.others, actor2: two.lead, assoc2: two.others }
}

/** Those who can fight: everyone with a code but crowds and civilians. */
function isArmed({ type }: EventActor): boolean {
  const inter = interOf(type)
  return inter !== null && (inter <= 4 || inter === 8)
}

/** A side that must be there although nobody is told of it: violence is somebody's. */
function armedSide(actors: readonly EventActor[], { country }: Scene): Side {
  const told = side(actors, country)
  if (told.lead) return told
  return { lead: { ...named('Unidentified Armed Group', 3, country), untold: true }, others: told.others }
}

function side(actors: readonly EventActor[], country: string | null): Side {
  const leader = actors.find(actor => partyOf(actor, country))
  if (!leader) return nobody
  const lead = partyOf(leader, country)
  const hidden = lead && lead.name !== leader.name ? actors : actors.filter(actor => actor !== leader)
  return { lead, others: [...new Set(hidden.flatMap(associated))] }
}

const crowd = (
  name: string,
  inter: InterCode,
  actors: readonly EventActor[],
  country: string | null,
): Side => ({
  lead: named(name, inter, country),
  others: [...new Set(actors.flatMap(associated))],
})

/** ACLED names groups beside an actor, and neither private persons nor "two gunmen". */
const associated = ({ name, type }: EventActor): readonly string[] =>
  ['civilians', 'person', 'protesters', 'rioters', 'place', 'thing', 'unknown'].includes(type) ? [] : [name]

function partyOf({ name, type }: EventActor, country: string | null): Party | null {
  const inter = interOf(type)
  switch (inter) {
    case null:
      return null
    case 5:
      return named('Rioters', inter, country)
    case 6:
      return named('Protesters', inter, country)
    case 7:
      return named('Civilians', inter, country)
    default:
      return { name, inter }
  }
}

const named = (name: string, inter: InterCode, country: string | null): Party => ({
  name: country === null ? name : `${name} (${country})`,
  inter,
})

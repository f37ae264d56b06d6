import type { RecordedEvent } from '../model/recorded.js'
import type { ActorType } from '../model/vocabulary.js'
import { nameKey } from '../text/name-key.js'

/** What people harmed are in a conflict: of a government's side, of an armed group, or neither. */
export type VictimSide = 'state' | 'group' | 'civilians'

/** The side that an actor of each type is on; null for crowds and for what is unknown or no actor. */
const bySide: Readonly<Record<ActorType, VictimSide | null>> = {
  'state-forces': 'state',
  state: 'state',
  'external-forces': 'state',
  rebel: 'group',
  'terror-group': 'group',
  militia: 'group',
  'identity-group': 'group',
  civilians: 'civilians',
  protesters: 'civilians',
  person: 'civilians',
  organisation: 'civilians',
  company: 'civilians',
  media: 'civilians',
  rioters: null,
  place: null,
  thing: null,
  unknown: null,
}
export const sideOf = (type: ActorType): VictimSide | null => bySide[type]

/** Words for those harmed that tell their side by themselves, in the plural; "people" and "men" tell none. */
const words: Readonly<Record<VictimSide, string>> = {
  state: `soldiers troops policemen police officers gendarmes guards conscripts servicemen marines paratroopers commandos
    airmen sailors pilots peacekeepers`,
  group: `rebels militants insurgents fighters gunmen militiamen jihadists guerrillas separatists terrorists extremists`,
  civilians: `civilians children residents villagers women worshippers passengers students pupils teachers journalists
    reporters doctors nurses medics patients farmers shoppers bystanders commuters refugees tourists schoolchildren
    toddlers babies infants girls boys pilgrims mourners protesters demonstrators pedestrians workers employees
    families vendors traders fishermen herders shepherds`,
}
const sides: ReadonlyMap<string, VictimSide> = new Map(
  (['state', 'group', 'civilians'] as const).flatMap(side =>
    words[side].split(/\s+/).flatMap(word => [[word, side] as const, [singular(word), side] as const]),
  ),
)

/** The side of those that a count is of: of an actor of the event by that name, else by their own noun; null where neither tells. */
export function victimSide(event: RecordedEvent, of: string | null): VictimSide | null {
  if (of === null) return null
  const key = nameKey(of)
  const actor = [...event.targets, ...event.initiators].find(({ value }) => nameKey(value.name) === key)
  return (actor && sideOf(actor.value.type)) ?? sides.get(key.split(' ').at(-1) ?? '') ?? null
}

function singular(word: string): string {
  if (word === 'women' || word.endsWith('men')) return `${word.slice(0, -2)}an`
  if (word.endsWith('children')) return word.slice(0, -3)
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/s$/, '')
}

import type { Event } from '../model/event.js'
import type { Sourced } from '../model/sourced.js'
import type { EventActor } from '../model/values.js'
import type { FieldExplanation, Lost, Reason } from './explanation.js'
import { nothingTold } from './nothing.js'
import { cited, competitors, keptAlternatives, reason, type Scene, sources, tiesOf } from './scene.js'

type Part = 'initiators' | 'targets'
const roleOf = { initiators: 'initiator', targets: 'target' } as const

/** Who plays a part: the words, the registry's entry, others who bear the name, and actors that were given other parts. */
export function explainActors(scene: Scene, part: Part): FieldExplanation[] {
  const role = roleOf[part]
  const actors: Event[Part] = scene.event[part]
  const others = competitors(scene, 'actor', { name: role, values: actors })
  if (actors.length === 0) {
    return [
      nothingTold(part, role, others, `It would have one if an actor were tied to a word that tells it.`),
    ]
  }
  return actors.map((actor, i) => {
    const bearers = keptAlternatives(scene, actor)
    return {
      field: `${part}.${i}`,
      value: actor.value,
      ...sources(scene, actor),
      reasons: [...tiesOf(scene, actor, role), ...certainty(scene, actor, role), identity(scene, actor)],
      lost: [...bearers, ...(i === 0 ? others : [])],
      change: changeOfActor(actor, bearers),
    }
  })
}

function identity(scene: Scene, { value, basis }: Sourced<EventActor>): Reason {
  const { name, registry, type } = value
  const says =
    registry === null
      ? `the registry has no one entry for “${name}”; its type, ${type}, is told by its words`
      : `the registry's entry is ${registry}; in this event its type is ${type}`
  return reason(scene, says, { by: basis.by })
}

/** By which part the reader gave a certainty other than plainly stated. */
function certainty(scene: Scene, { value }: Sourced<EventActor>, name: 'initiator' | 'target'): Reason[] {
  if (value.certainty === 'stated') return []
  const role = scene.tellings
    .flatMap(({ roles }) => roles)
    .find(one => one.role === name && one.certainty === value.certainty)
  const trigger = role && scene.trigger(role.trigger)
  const where = trigger ? ` at ${cited(trigger.quote)}` : ''
  return [
    reason(scene, `told as ${value.certainty}${where}`, { by: role?.by ?? null, score: role?.score ?? null }),
  ]
}

function changeOfActor({ value, basis, evidence }: Sourced<EventActor>, bearers: readonly Lost[]): string {
  const { name, registry, type } = value
  if (/[+]type:abroad/.test(basis.by)) {
    return 'It would be a state’s own (state or state-forces) if the event lay in its own country.'
  }
  if (basis.by === 'actor:ambiguous') {
    return `One would be chosen if the report also called it by a name that is only theirs.`
  }
  if (/^actor:(?:pronoun|the-group|same-noun|its-fighters|fighters)$/.test(basis.by)) {
    return `${cited(evidence[0])} would stand for another if another had been named last before it.`
  }
  const [other] = bearers
  if (other) return `It would be ${other.value} if ${whenOther(other)}.`
  if (/actor:(?:place|people)$/.test(basis.by)) {
    return `It would not be of type ${type} if the gazetteer did not have the name in “${evidence[0].exact}”.`
  }
  if (registry === null) {
    const words = type === 'unknown' ? 'Words that say what it is' : 'Another head noun or adjective'
    return `${words} would give it another type, and an entry for “${name}” in the registry an identity (herodotus actors add).`
  }
  return `If the registry did not have “${evidence[0].exact}”, its words alone would tell its type, and it would have no identity.`
}

const whenOther = ({ by }: Lost): string =>
  by === 'actor:other-time'
    ? 'the report were of that time'
    : 'the report called it by another name of theirs'

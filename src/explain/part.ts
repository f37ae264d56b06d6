import { isDoneInFighting } from '../codebook/index.js'
import type { Event } from '../model/event.js'
import type { FieldExplanation } from './explanation.js'
import { cited, reason, type Scene } from './scene.js'

/** Stage 7's rule, the only one that makes an event a part. */
const by = 'event:within-campaign'

/** The campaign that the event belongs to, if any, and the facts that they share. */
export function explainPart(scene: Scene): FieldExplanation {
  const { event, reading } = scene
  const whole = reading.events.find(({ id }) => id === event.partOf)
  if (!whole) {
    return {
      field: 'partOf',
      value: null,
      words: [],
      by: null,
      means: 'no rule makes it a part of another event',
      score: null,
      reasons: [],
      lost: [],
      change: isDoneInFighting(event.kind.value)
        ? 'It would be a part of fighting that the report calls a war, an offensive or the like, if that were told with a place that holds it, with one of its sides and at its time.'
        : `No rule makes a ${event.kind.value} a part: only acts of violence and the taking of territory are made parts, of fighting.`,
    }
  }
  const facts = [
    `the places: ${placesOf(event)} here, ${placesOf(whole)} there`,
    `the sides: ${sidesOf(event)} here, ${sidesOf(whole)} there`,
    `the times, which do not speak against it: ${timeOf(event)} here, ${timeOf(whole)} there`,
  ]
  return {
    field: 'partOf',
    value: whole.id,
    words: whole.triggers,
    by,
    means: scene.meaningOf(by),
    score: null,
    reasons: facts.map(fact => reason(scene, fact, { by })),
    lost: [],
    change: `It would stand alone if its place, its sides or its time lay outside those of ${cited(whole.triggers[0])}.`,
  }
}

const listOf = (names: readonly string[]): string => names.join(', ') || 'none told'
const placesOf = ({ where }: Event): string => listOf(where.map(({ value }) => value.name))
const sidesOf = ({ initiators, targets }: Event): string =>
  listOf([...initiators, ...targets].map(({ value }) => value.name))
const timeOf = ({ when }: Event): string => when[0]?.value.edtf ?? 'none told'

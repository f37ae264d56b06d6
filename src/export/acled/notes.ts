import type { EventActor, PlaceValue } from '../../model/values.js'
import type { EventKind } from '../../model/vocabulary.js'
import type { Occurrence } from '../format.js'
import { voicesOn } from '../voices.js'

/** What the notes of a row are written from. */
export interface Noted {
  readonly occurrence: Occurrence
  readonly kind: EventKind
  readonly edtf: string
  readonly places: readonly PlaceValue[]
  readonly initiators: readonly EventActor[]
  readonly targets: readonly EventActor[]
  readonly harm: string
  /** What was divided over how many rows, or empty. */
  readonly divided: string
  readonly quotes: boolean
}

/** ACLED's `notes`, in sentences of the same order for every row. */
export function notesOf(noted: Noted): string {
  const { occurrence, kind, edtf, places, initiators, targets, harm, divided, quotes } = noted
  const who = names(initiators)
  const whom = names(targets)
  const where = places.map(({ name, relation }) => (relation ? `${relation} ${name}` : name)).join(', ')
  const what = [
    `Told of ${edtf}: ${kind}`,
    who && `by ${who}`,
    whom && `against ${whom}`,
    where && `at ${where}`,
  ]
  return [
    `${what.filter(Boolean).join(' ')}.`,
    harm,
    divided,
    ...new Set(occurrence.map(voicesText)),
    quotes ? `Words: ${occurrence.map(({ event }) => `“${event.triggers[0].exact}”`).join('; ')}.` : '',
  ]
    .filter(Boolean)
    .join(' ')
    .replace(/\s+/g, ' ')
}

const names = (actors: readonly EventActor[]): string =>
  actors.map(({ name, certainty }) => (certainty === 'stated' ? name : `${name} (${certainty})`)).join(', ')

function voicesText({ event, report }: Occurrence[number]): string {
  const { says, denies } = voicesOn(event, report, 'kind')
  const against = denies.length > 0 ? ` Denied or doubted by ${denies.join(', ')}.` : ''
  return `Status ${event.status.value}, by ${says.join(', ')}.${against}`
}

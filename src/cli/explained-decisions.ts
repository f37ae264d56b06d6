import type { Event } from '../model/event.js'
import { asRead, type RecordedEvent, type ValueField, valueFields } from '../model/recorded.js'
import type { Review, SeenValue } from '../model/review.js'
import type { Store } from '../ports.js'
import { type HistoryLine, historyOf, isSameValue, seenAt } from '../review/index.js'
import { isKnownAs } from '../text/known-as.js'

/** What people decided on what is explained, and which field of the reading it came from. */
export interface Decisions {
  readonly lines: readonly HistoryLine[]
  /** The field as its reading numbers it: null for all; nothing where no reading tells it. */
  readonly read: string | null | undefined
}

/** The event of a reading that the record has as this one: under its id, or under one by which it was known. */
export function readAs(record: RecordedEvent, events: readonly Event[]): Event | undefined {
  return events.find(({ id }) => id === record.id) ?? events.find(({ id }) => record.formerly.includes(id))
}

/** @param field one of the record's, or of the reading's where the record has it no more; null for all */
export async function decisionsOn(
  store: Store,
  record: RecordedEvent,
  read: Event | undefined,
  field: string | null,
): Promise<Decisions> {
  const reviews = await store.reviews(record.id)
  const ids = new Set(reviews.map(({ id }) => id))
  const loose: { review: (typeof reviews)[number]['id']; event: null; because: string }[] = []
  if (ids.size > 0)
    for await (const { review, because } of store.looseReviews())
      if (ids.has(review.id)) loose.push({ review: review.id, event: null, because })
  const name = valueFields.find(one => one === field?.split('.')[0])
  if (field === null || name === undefined)
    return { lines: field === null ? historyOf(reviews, loose) : [], read: field }
  if (field === name && name !== 'kind' && name !== 'status')
    return {
      lines: historyOf(
        reviews.filter(review => mayBearOn(review, record)),
        loose,
      ).filter(line => isAbout(line, name)),
      read: field,
    }
  const about = seenIn(record, field) ?? (read && seenIn(asRead(read), field)) ?? null
  const lines = about
    ? historyOf(
        reviews.filter(review => mayBearOn(review, record)),
        loose,
        about,
      )
    : []
  return {
    lines,
    read: about === null || read === undefined ? undefined : readField(name, field, about, lines, read),
  }
}

/** Whether a decision can be on a value of an event: it is on that telling, and not on what the occurrence is made of. */
export function mayBearOn({ event, value, decision: { kind } }: Review, record: RecordedEvent): boolean {
  const isWhole = value === null && (kind === 'merge' || kind === 'split' || kind === 'note')
  return !isWhole && isKnownAs(record, event)
}

/** Whether a decision is on a field, or on the event with all its values. */
function isAbout({ review: { value, decision } }: HistoryLine, name: ValueField): boolean {
  if (decision.kind === 'correct') return decision.to.field === name
  return value === null ? decision.kind === 'accept' || decision.kind === 'add' : value.field === name
}

function seenIn(event: RecordedEvent, path: string): SeenValue | null {
  const [name, nth = '0'] = path.split('.')
  const field = valueFields.find(one => one === name)
  return field && [event[field]].flat()[Number(nth)] ? seenAt(event, path) : null
}

/** Where the reading has a value, or what it was before it was decided on. */
function readField(
  name: ValueField,
  field: string,
  about: SeenValue,
  lines: readonly HistoryLine[],
  read: Event,
): string | undefined {
  if (!field.includes('.')) return field
  const forms = [about, ...lines.flatMap(({ review }) => (review.value?.field === name ? review.value : []))]
  const at = [read[name]]
    .flat()
    .findIndex(({ value }) => forms.some(form => isSameValue(name, value, form.value)))
  return at < 0 ? undefined : `${name}.${at}`
}

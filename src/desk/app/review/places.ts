import type { RecordedEvent } from '../../../model/recorded.js'
import { valueFields } from '../../../model/recorded-fields.js'
import { seenOf } from '../../api/seen.js'
import type { EventDetail, ReviewAnswer, ReviewRequest } from '../../api.js'
import { isUndecided, type ShownValue, shownValues } from '../record/values.js'
import { type Became, isSamePlace, type Waiting } from './outbox.js'
import type { Stop } from './tour.js'

/** Where decisions stand in an event: from what is shown to what is sent, and back. Pure. */

/** A value on the way through an event. */
export interface ValueStop extends Stop {
  readonly value: ShownValue
  /** What was decided on it here and is not saved yet. */
  readonly pending: ReviewRequest['decision']['kind'] | null
}

/** What a request says of the place that it is on. */
type Place = Pick<ReviewRequest, 'event' | 'path' | 'saw' | 'seen'>

const keyOfValue = ({ event, path }: ShownValue): string => `${event.id}/${path}`

/** The place of a value, as it is shown. */
export function placeOf({ event, field, path, recorded }: ShownValue): Place & { path: string } {
  const { value, evidence } = recorded
  return {
    event: event.id,
    path,
    saw: { field, value: value as NonNullable<ReviewRequest['saw']>['value'], evidence },
    seen: seenOf(recorded),
  }
}

/** The place of an event as a whole. */
export const placeOfEvent = (event: ShownValue['event']): Place => ({
  event: event.id,
  path: null,
  saw: null,
  seen: seenOf(event),
})

/** All values of events, in order, with what waits to be saved on each. */
export function stopsOf(events: readonly RecordedEvent[], waiting: readonly Waiting[]): ValueStop[] {
  return events.flatMap(event =>
    shownValues(event).map(value => {
      const pending = pendingOn(value, waiting)
      return { key: keyOfValue(value), value, pending, isOpen: pending === null && isUndecided(value) }
    }),
  )
}

/** What was decided last on a value, of what waits; null where nothing was, or that is to be undone. */
function pendingOn(value: ShownValue, waiting: readonly Waiting[]): ValueStop['pending'] {
  const undone = new Set(waiting.map(({ undoes }) => undoes))
  const place = placeOf(value)
  const last = waiting.findLast(
    ({ id, request, refused }) => refused === null && !undone.has(id) && touches(request, place),
  )
  return last?.request.decision.kind ?? null
}

function touches(request: ReviewRequest, place: Place): boolean {
  const { kind } = request.decision
  const isWhole = request.event === place.event && request.path === null
  if (isWhole) return kind === 'accept' || kind === 'reject'
  if (kind !== 'accept' && kind !== 'reject' && kind !== 'correct') return false
  return isSamePlace(request, { ...request, ...place })
}

/** A value by what it says and where: it has this name wherever it moves. */
export const identityOf = (value: ShownValue): string => `${value.event.id}/${sawOf(value)}`

/** What was seen of a value, to know it again when it has moved. */
export const sawOf = (value: ShownValue): string => JSON.stringify(placeOf(value).saw)

/**
 * The stop that is looked at after the event has changed: the same value wherever it stands now, or what stands in its place.
 * `was`: what was seen there; null where it is looked at for the first time.
 */
export function followed(stops: readonly ValueStop[], key: string, was: string | null): ValueStop | null {
  const there = stops.find(stop => stop.key === key) ?? ofField(stops, key)
  if (was === null || (there && sawOf(there.value) === was)) return there
  const [event] = key.split('/')
  const same = stops.find(({ value }) => value.event.id === event && sawOf(value) === was)
  return same ?? there
}

/** Where only a field is named (`when`): the value of it on which reviewers disagree, else one that is open, else the first. */
function ofField(stops: readonly ValueStop[], key: string): ValueStop | null {
  const values = stops.filter(stop => stop.key.startsWith(`${key}.`))
  const isContested = ({ value }: ValueStop): boolean => (value.recorded.contested?.length ?? 0) > 0
  return values.find(isContested) ?? values.find(({ isOpen }) => isOpen) ?? values[0] ?? null
}

/** What a saved decision made of its value; null where it is not there any more, or the decision was on none. */
export function becameOf({ review, event }: ReviewAnswer): Became | null {
  const values = event?.tellings.flatMap(telling => shownValues(telling.event)) ?? []
  const found = values.find(({ recorded }) => {
    const { decided, contested } = recorded
    return decided?.review === review || contested?.includes(review)
  })
  if (!found) return null
  const { path, saw } = placeOf(found)
  return { path, saw }
}

/** What is there now where a decision was to bear: the same value wherever it stands, or another in its place. */
export function nowAt(
  detail: EventDetail,
  request: ReviewRequest,
): { readonly place: Place; readonly value: ShownValue | null } | null {
  const { event: id, path, saw } = request
  const event = detail.tellings
    .map(telling => telling.event)
    .find(told => told.id === id || told.formerly.some(other => other === id))
  if (!event) return null
  if (path === null) return { place: placeOfEvent(event), value: null }
  const values = shownValues(event)
  const same = values.find(value => JSON.stringify(placeOf(value).saw) === JSON.stringify(saw))
  const value = same ?? values.find(one => one.path === path)
  return value ? { place: placeOf(value), value } : null
}

/** The field that a path is in. */
export const fieldOfPath = (path: string | null) =>
  valueFields.find(field => field === path?.split('.')[0]) ?? null

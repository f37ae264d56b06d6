import assert from 'node:assert/strict'
import { asRead, type RecordedEvent } from '../model/recorded.js'
import type { Review } from '../model/review.js'
import type { EventFilter, FoundEvent, Store } from '../ports.js'
import { type MadeUpReport, madeUp, madeUpReview } from './made-up.js'

export const port: MadeUpReport = {
  name: 'port',
  text: 'Gunmen attacked Velat on 1 March 2031, medics said.\n\nTroops raided Oster. A strike hit Brod.',
  events: [
    {
      trigger: 'attacked',
      place: 'Velat',
      initiator: 'Gunmen',
      when: [['1 March 2031', '2031-03-01']],
      holder: 'medics',
    },
    { trigger: 'raided', kind: 'raid', place: 'Oster', initiator: 'Troops' },
    { trigger: 'strike', kind: 'air-strike', place: 'Brod' },
  ],
}
export const coast: MadeUpReport = {
  name: 'coast',
  text: 'Militants stormed the harbour of Velat in early spring, the mayor said.',
  events: [{ trigger: 'stormed', place: 'Velat', initiator: 'Militants', holder: 'the mayor' }],
}

export interface Kept {
  /** The events of `port` in order of its text, and the one of `coast`, as read. */
  readonly attack: RecordedEvent
  readonly raid: RecordedEvent
  readonly strike: RecordedEvent
  readonly storm: RecordedEvent
}

export async function keepBoth(store: Store, reader?: string): Promise<Kept> {
  const read: RecordedEvent[] = []
  for (const report of [port, coast]) {
    const { snapshot, reading } = madeUp({ ...report, ...(reader && { reader }) })
    await store.save(snapshot, reading)
    read.push(...reading.events.map(asRead))
  }
  const [attack, raid, strike, storm] = read
  assert.ok(attack && raid && strike && storm)
  return { attack, raid, strike, storm }
}

let minute = 0
/** A decision on an event as it was seen, each a minute after the one before. */
export function decide(
  on: RecordedEvent,
  decision: Review['decision'],
  otherwise: Partial<Review> = {},
): Review {
  const at = new Date(Date.UTC(2031, 2, 8, 9, ++minute)).toISOString()
  return madeUpReview(on, { at, decision, ...otherwise })
}
export const accept = (on: RecordedEvent, otherwise?: Partial<Review>): Review =>
  decide(on, { kind: 'accept' }, otherwise)
export const reject = (on: RecordedEvent, otherwise?: Partial<Review>): Review =>
  decide(on, { kind: 'reject' }, otherwise)
export const merge = (on: RecordedEvent, ...others: readonly RecordedEvent[]): Review =>
  decide(on, { kind: 'merge', with: others })
export const undo = (review: Review): Review => decide(review.on, { kind: 'undo', review: review.id })

export async function triggers(store: Store, filter: EventFilter = {}): Promise<string[]> {
  const { events } = await store.page(filter)
  return events.map(({ event, besides }) =>
    [event, ...besides.map(other => other.event)].map(one => one.triggers[0].exact).join('+'),
  )
}

export async function found(store: Store, id: string): Promise<string[]> {
  const told = ({ event, asked, standing }: FoundEvent): string =>
    `${event.triggers[0].exact}${asked === event.id ? '' : ' by another id'}, ${standing}`
  return (await store.event(id)).map(told)
}

export async function whole(store: Store): Promise<void> {
  assert.deepEqual(await collect(store.verify()), [])
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = []
  for await (const item of items) collected.push(item)
  return collected
}

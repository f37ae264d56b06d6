import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onBothEngines } from '../../test/databases.js'
import type { Box } from '../model/box.js'
import { asRead } from '../model/recorded.js'
import {
  type EventFilter,
  type EventSort,
  eventSorts,
  everyPage,
  type RecordLists,
  type Store,
  type StoredEvent,
  tellingsOf,
} from '../ports.js'
import { liesIn } from '../text/drawn-place.js'
import { type MadeUpEvent, type MadeUpPlace, madeUp } from './made-up.js'
import { accept, merge, reject } from './made-up-decisions.js'
import { openMadeUp } from './made-up-rules.js'

const town = (name: string, latitude: number, longitude: number): MadeUpPlace => ({
  name,
  at: [latitude, longitude],
})
const whole = { name: 'Ostmark', country: 'LY', level: 'country', at: [27, 17] } as const

/** Where each event of the first report is told, by its trigger. */
const told: readonly (readonly [trigger: string, ...where: readonly MadeUpPlace[]])[] = [
  ['t0', town('Velat', 32.5, 13.25)],
  ['t1', town('Oster', -17.5, 180)],
  ['t2', town('Wester', -17.5, -180)],
  ['t3', town('Nearest', -18, 179.5)],
  ['t4', town('Farthest', -18, -179.5)],
  ['t5', town('North', 90, 0)],
  ['t6', town('South', -90, 0)],
  ['t7', town('Null', 0, 0)],
  // A country is no point, whatever the gazetteer has for it; beside a town it is not what is drawn.
  ['t8', whole],
  ['t9', whole, town('Velm', 31, 14)],
  // The narrowest is what is drawn, and of it nothing is known.
  ['t10', { name: 'Mill', level: 'site' }, town('Mellat', 33, 12)],
  ['t11', { name: 'Nowhere' }],
  ['t12'],
]

const reports = [told.slice(0, 7), told.slice(7)].map((some, at) => {
  const events = some.map(
    ([trigger, ...where], day): MadeUpEvent => ({
      trigger,
      kind: day % 2 ? 'raid' : 'shelling',
      when: day % 3 ? [[`${trigger}day`, `2031-03-0${9 - day}`]] : [],
      where,
    }),
  )
  const text = some
    .map(([trigger, ...where]) => `${trigger} ${trigger}day ${where.map(({ name }) => name).join(' ')}`)
    .join('. ')
  return madeUp({ name: `report ${at}`, text, events })
})

async function all(
  store: RecordLists,
  filter: EventFilter,
  sort: EventSort = 'time',
  limit = 3,
): Promise<StoredEvent[]> {
  const found: StoredEvent[] = []
  const pages = everyPage(after => store.page(filter, { sort, limit, after }))
  for await (const { events } of pages) found.push(...events)
  return found
}

const triggerOf = ({ event }: StoredEvent): string => event.triggers[0].exact
const isIn =
  (box: Box) =>
  (stored: StoredEvent): boolean =>
    liesIn(
      box,
      tellingsOf(stored).map(({ event }) => event),
    )

/** Edges that places lie on are among what is drawn, as are boxes across the 180th meridian. */
const edge = (most: number, some: readonly number[]) =>
  fc.oneof(fc.constantFrom(...some), fc.double({ min: -most, max: most, noNaN: true }))
const anyBox = fc
  .record({
    west: edge(180, [-180, 180, 0, 13.25, 179.5, -179.5]),
    east: edge(180, [-180, 180, 0, 13.25, 179.5, -179.5]),
    one: edge(90, [-90, 90, 0, 32.5, -17.5, -18]),
    other: edge(90, [-90, 90, 0, 32.5, -17.5, -18]),
  })
  .map(({ west, east, one, other }) => ({
    west,
    east,
    south: Math.min(one, other),
    north: Math.max(one, other),
  }))

onBothEngines(({ another, tamper }) => {
  let store: Store
  beforeAll(async () => {
    store = await openMadeUp(await another())
    for (const { snapshot, reading } of reports) await store.save(snapshot, reading)
    const [velat, , , , farthest, , , middle, , , , , untold] = reports
      .flatMap(({ reading }) => reading.events)
      .map(asRead)
    if (!(velat && farthest && middle && untold)) throw new Error('the made-up reports tell events')
    // Told as one, the first of no place: it is drawn where the other is.
    await store.appendReview(merge(untold, velat))
    await store.appendReview(accept(farthest))
    await store.appendReview(reject(middle))
  })
  afterAll(() => store.close())

  test('a box finds what lies in it, in every order and beside other filters', async () => {
    const beside: readonly EventFilter[] = [
      {},
      { kind: 'raid' },
      { place: 'v' },
      { review: 'undecided' },
      { from: '2031-03-05' },
      { report: 'report 0' },
    ]
    // Ada, who took all decisions, has them among what is her own; Ben has none.
    const records = { all: store, Ada: store.own('Ada'), Ben: store.own('Ben') }
    const asked = Object.entries(records).flatMap(([who, record]) =>
      beside.flatMap(filter => eventSorts.map(sort => ({ who, record, filter, sort }))),
    )
    const everything = new Map<unknown, StoredEvent[]>()
    for (const one of asked) everything.set(one, await all(one.record, one.filter, one.sort, 100))
    await fc.assert(
      fc.asyncProperty(anyBox, fc.constantFrom(...asked), async (box, one) => {
        const expected = everything.get(one)?.filter(isIn(box)) ?? []
        const found = await all(one.record, { ...one.filter, box }, one.sort)
        expect(found.map(triggerOf)).toEqual(expected.map(triggerOf))
      }),
      { numRuns: 200, seed: 9 },
    )
  })

  test.each<[string, Box, readonly string[]]>([
    [
      'round the earth',
      { west: -180, south: -90, east: 180, north: 90 },
      't1 t12 t2 t3 t4 t5 t6 t9'.split(' '),
    ],
    [
      'across the 180th meridian',
      { west: 179, south: -20, east: -179, north: -10 },
      ['t1', 't2', 't3', 't4'],
    ],
    ['up to it', { west: 179.9, south: -20, east: 180, north: -10 }, ['t1', 't2']],
    ['at a pole', { west: -10, south: 80, east: 10, north: 90 }, ['t5']],
    ['round a country’s middle', { west: 16, south: 26, east: 18, north: 28 }, []],
    ['round the wider of two places', { west: 11, south: 32.9, east: 12.5, north: 33.1 }, []],
  ])('%s', async (_, box, expected) => {
    expect((await all(store, { box })).map(triggerOf).toSorted()).toEqual(expected)
  })

  test('a record kept before boxes could be asked for has the same in each, and is whole', async () => {
    const database = await another()
    const first = await openMadeUp(database)
    for (const { snapshot, reading } of reports) await first.save(snapshot, reading)
    const [velat, north] = reports.flatMap(({ reading }) => reading.events).map(asRead)
    if (!(velat && north)) throw new Error('the made-up reports tell events')
    await first.appendReview(merge(north, velat))
    const box = { west: -180, south: 0, east: 180, north: 90 }
    const before = (await all(first, { box })).map(triggerOf)
    await first.close()
    await tamper(database, 'drop table event_points')
    await tamper(database, "delete from herodotus_migrations where name = '0010-points'")
    await expect(openMadeUp(database, { mode: 'read' })).rejects.toMatchObject({ code: 'older-version' })
    // A step that breaks off has done nothing.
    await tamper(database, 'create table event_points_by_latitude (taken integer)')
    await expect(openMadeUp(database)).rejects.toThrow('event_points_by_latitude')
    await expect(tamper(database, 'select * from event_points')).rejects.toThrow('event_points')
    await tamper(database, 'drop table event_points_by_latitude')
    const later = await openMadeUp(database)
    expect((await all(later, { box })).map(triggerOf)).toEqual(before)
    expect(before).toContain('t9')
    for await (const fault of later.verify()) expect(fault).toBeNull()
    await later.close()
  })

  test('a box that holds many is walked in the order of the list', async () => {
    const events = Array.from({ length: 5_200 }, (_, at): MadeUpEvent => {
      const trigger = `struck${at}x`
      const day = new Date(Date.UTC(2031, 0, 1 + ((at * 37) % 500))).toISOString().slice(0, 10)
      const place = town(trigger, (at % 61) / 10, (at % 360) - 179)
      return { trigger, when: at % 9 ? [[trigger, day]] : [], where: [place] }
    })
    const { snapshot, reading } = madeUp({
      name: 'many',
      text: events.map(({ trigger }) => trigger).join(' '),
      events,
    })
    const many = await openMadeUp(await another())
    await many.save(snapshot, reading)
    const box = { west: -179.5, south: 0, east: 179.5, north: 6 }
    for (const sort of ['time', '-time', '-added', 'doubt'] as const) {
      const expected = (await all(many, {}, sort, 1_000)).filter(isIn(box)).map(triggerOf)
      expect(expected.length).toBeGreaterThan(5_000)
      const { events: page, next } = await many.page({ box }, { sort, limit: 300 })
      const { events: then } = await many.page({ box }, { sort, limit: 300, after: next })
      expect([...page, ...then].map(triggerOf)).toEqual(expected.slice(0, 600))
    }
    await many.close()
  }, 120_000)
})

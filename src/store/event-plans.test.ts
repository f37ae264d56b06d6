import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type EventFilter, type EventSort, eventSorts } from '../ports.js'
import { type Driver, driverFor, walkedBox } from './event-drivers.js'
import { stretch } from './event-query.js'
import { madeUp } from './made-up.js'
import { madeUpRules } from './made-up-rules.js'
import { requirePublished } from './published-by.js'
import { SqlStore } from './sql-store.js'
import { openSqlite } from './sqlite.js'

/** What SQLite would do for a page of a list; `later` is a page that goes on from another. */
async function plan(
  filter: EventFilter,
  sort: EventSort,
  later: boolean,
  by?: Driver,
): Promise<readonly string[]> {
  const engine = await openSqlite(':memory:', { mode: 'write', busyTimeout: 1 })
  await requirePublished(engine, madeUpRules, 'write', 'a record')
  const store = new SqlStore(engine, madeUpRules, {
    who: 'Ada',
    clock: { now: () => '2031-03-07T08:00:00Z' },
  })
  const { snapshot, reading } = madeUp({
    name: 'wire',
    text: 'Guards shelled Velat near New Velat.',
    events: [
      { trigger: 'shelled', place: 'Velat', initiator: 'Guards' },
      { trigger: 'near', where: [{ name: 'New Velat', at: [32, 13] }] },
    ],
  })
  await store.save(snapshot, reading)
  const driver = by ?? (await driverFor(engine.db, engine.index, filter, sort))
  const after = later
    ? {
        time_key: '2031-03-05 2031-03-05',
        report_name: 'wire',
        reading: 1,
        position: 1,
        doubt: 100_000,
        disagreement: 1,
      }
    : null
  const query = stretch(
    engine.index,
    { filter, sort, upTo: { reading: 1, line: 2 }, after, size: 50 },
    driver,
  )
  const { rows } = await sql<{ detail: string }>`explain query plan ${query}`.execute(engine.db)
  await store.close()
  return rows.map(({ detail }) => detail)
}

/** The page itself, what drives the list, and an index of words: each is as long as what was found. */
const short = /^SCAN (?:listed|driver|passage_terms VIRTUAL TABLE INDEX \d+:M\d+)$/

const around = { west: 170, south: 30, east: 20, north: 40 }
const filters: readonly EventFilter[] = [
  { kind: 'attack' },
  { status: 'asserted' },
  { place: 'new' },
  { place: 'velat' },
  { actor: 'guards' },
  { report: 'wire' },
  { search: 'guards' },
  { review: 'undecided' },
  { review: 'contested', place: 'velat', from: '2031-01-01' },
  { kind: 'attack', status: 'asserted', place: 'velat', actor: 'guards', search: 'shelled' },
  { kind: 'attack', from: '2031-01-01', to: '2032-01-01' },
  { box: around },
  { box: around, from: '2031-01-01' },
  { box: around, actor: 'guards' },
]
test.each(filters.flatMap(filter => eventSorts.map(sort => [JSON.stringify(filter), sort, filter] as const)))(
  '%s in order of %s scans no table',
  async (_, sort, filter) => {
    for (const later of [false, true]) {
      const scans = (await plan(filter, sort, later)).filter(
        step => step.startsWith('SCAN') && !short.test(step),
      )
      expect(scans).toEqual([])
    }
  },
)

const all: readonly EventFilter[] = [{}, { from: '2031-01-01' }, { to: '2031-01-01' }]
test.each(all.flatMap(filter => eventSorts.map(sort => [JSON.stringify(filter), sort, filter] as const)))(
  'everything, %s, in order of %s, is walked in an index from where the last page ended, and never sorted',
  async (_, sort, filter) => {
    const steps = (await plan(filter, sort, true)).filter(step => !short.test(step))
    expect(steps[1]).toMatch(
      /^SEARCH (?:events|urgency) USING .*INDEX .*\((?:time_key,report_name,|(?:disagreement,)?doubt,)?reading,(?:position|event)\)[<>]\(/,
    )
    expect(steps.filter(step => step.includes('TEMP B-TREE'))).toEqual([])
  },
)

test.each(['time', '-time', 'added', '-added'] as const)(
  'of a box that holds many, all points are walked in order of %s from where the last page ended, and only the page is sorted',
  async sort => {
    const steps = (await plan({ box: around }, sort, true, walkedBox(around))).filter(
      step => !short.test(step),
    )
    expect(steps[1]).toMatch(
      /^SEARCH driver USING .*INDEX .*\((?:time_key,report_name,)?reading,event\)[<>]\(/,
    )
    expect(steps.filter(step => step.includes('TEMP B-TREE'))).toEqual(steps.slice(-1))
  },
)

import assert from 'node:assert/strict'
import { type EventFilter, type EventSort, eventSorts, everyPage, type Store } from '../ports.js'
import { type MadeUpReport, madeUp } from './made-up.js'

type Check = { readonly name: string; run(store: Store): Promise<void> }

const filters: readonly (readonly [EventFilter, readonly string[]])[] = [
  [{ place: 'vel' }, ['a1', 'a2', 'b1']],
  [{ place: 'velat' }, ['a1', 'a2']],
  [{ place: 'rs' }, ['a1', 'a2', 'b1', 'b2', 'c1', 'c2']],
  [{ place: 'nowhere' }, []],
  [{ kind: 'shelling' }, ['a1', 'b1', 'c1']],
  [{ kind: 'shelling', place: 'vel' }, ['a1', 'b1']],
  [{ kind: 'raid', actor: 'guard', place: 'rs' }, ['a2', 'c2']],
  [{ actor: 'guard', from: '2031-03-02' }, ['c1']],
  [{ to: '2031-03-01' }, ['a1', 'c2']],
  [{ report: 'B' }, ['b1', 'b2']],
  [{ search: 'a1' }, ['a1', 'a2']],
  [{ search: 'a1', kind: 'raid' }, ['a2']],
]

async function keepTowns(store: Store, reader = 'made-up 1'): Promise<void> {
  const told = (
    name: string,
    actor: string,
    [first, day]: readonly [place: string, day: string],
    [second, other]: readonly [place: string, day: string | null],
  ): MadeUpReport => {
    const [shelled, raided] = [`${name}1`, `${name}2`]
    return {
      name,
      reader,
      text: `${actor} ${shelled} ${first} on ${day} and ${raided} ${second}${other ? ` on ${other}` : ''}.`,
      events: [
        {
          trigger: shelled,
          kind: 'shelling',
          when: [[day, day]],
          place: first,
          country: 'RS',
          initiator: actor,
        },
        {
          trigger: raided,
          kind: 'raid',
          when: other ? [[other, other]] : [],
          place: second,
          country: 'RS',
          initiator: actor,
        },
      ],
    }
  }
  for (const report of [
    told('a', 'Guards', ['Velat', '2031-03-01'], ['New Velat', null]),
    told('b', 'Rebels', ['Velm', '2031-03-02'], ['Oster', null]),
    told('c', 'Guards', ['Oster', '2031-03-03'], ['Oster', '2031-02-28']),
  ]) {
    const { snapshot, reading } = madeUp(report)
    await store.save(snapshot, reading)
  }
}

/** Words asked for, and the triggers of the events whose passages say them. */
const questions: readonly (readonly [asked: string, triggers: readonly string[]])[] = [
  ['SHELLED', ['shelled']],
  ['shell', []],
  ['market shelled', ['shelled']],
  ['market rain', []],
  ['emile', ['shelled']],
  ['"the old market"', ['shelled']],
  ['"market old"', []],
  ['حلب', ['قصفت']],
  ['الطائرات', ['قصفت']],
  ['طائرات حلب', ['قصفت']],
  ['حماة', []],
  ['مدرسه', ['قصفت']],
  ['空爆', ['空爆']],
  ['市場', ['空爆']],
  ['場', ['空爆']],
  ['場市', []],
  ['爆市場', []],
  ['공습', ['공습이']],
  ['"', []],
  ["' & | ! :* OR NOT (", []],
  ['', []],
]

async function keepScripts(store: Store): Promise<void> {
  const reports = [
    {
      name: 'latin',
      text: 'Troops shelled the old market, Émile Duran said.\n\nRain fell on the QUIET valley.',
      trigger: 'shelled',
    },
    { name: 'arabic', text: 'قصفت الطائراتُ مدرسةً بحلب يوم الثلاثاء.', trigger: 'قصفت' },
    { name: 'japanese', text: '火曜日、東の市場で空爆があり、住民が逃げた。', trigger: '空爆' },
    { name: 'korean', text: '화요일 시장에서 공습이 있었다.', trigger: '공습이' },
  ]
  for (const { name, text, trigger } of reports) {
    for (const reader of ['made-up 1', 'made-up 2']) {
      const { snapshot, reading } = madeUp({ name, text, events: [{ trigger }], reader })
      await store.save(snapshot, reading)
    }
  }
}

async function triggersSaid(store: Store, search: string): Promise<string[]> {
  return (await store.page({ search })).events.map(triggerOf)
}

async function paged(store: Store, filter: EventFilter, sort: EventSort, limit: number): Promise<string[]> {
  const found: string[] = []
  for await (const page of everyPage(after => store.page(filter, { sort, limit, after }))) {
    assert.ok(page.events.length <= limit)
    assert.ok(page.next === null || page.events.length > 0)
    found.push(...page.events.map(triggerOf))
  }
  return found
}

const triggerOf = ({ event }: Awaited<ReturnType<Store['page']>>['events'][number]): string =>
  event.triggers[0].exact

/** What every store must do when it is asked for lists page by page, and for words. */
export const listChecks: readonly Check[] = [
  {
    name: 'reports are found by their whole name, as newly read, with the bytes that they were read from',
    async run(store) {
      await keepTowns(store)
      await keepTowns(store, 'made-up 2')
      const [kept, ...more] = await store.reportsNamed('a')
      assert.deepEqual(more, [])
      assert.equal(kept?.report.name, 'a')
      assert.equal(new TextDecoder().decode(kept.snapshot.bytes), kept.report.body)
      assert.equal(kept.report.snapshot, kept.snapshot.id)
      for (const other of ['A', 'a1', '']) assert.deepEqual(await store.reportsNamed(other), [])
    },
  },
  ...eventSorts.map(sort => ({
    name: `pages in order of ${sort} give every event once`,
    run: async (store: Store) => {
      await keepTowns(store)
      const expected: Record<EventSort, string[]> = {
        time: ['c2', 'a1', 'b1', 'c1', 'a2', 'b2'],
        '-time': ['c1', 'b1', 'a1', 'c2', 'a2', 'b2'],
        added: ['a1', 'a2', 'b1', 'b2', 'c1', 'c2'],
        '-added': ['c2', 'c1', 'b2', 'b1', 'a2', 'a1'],
        doubt: ['c2', 'c1', 'b2', 'b1', 'a2', 'a1'],
        disagreement: ['c2', 'c1', 'b2', 'b1', 'a2', 'a1'],
      }
      for (const limit of [1, 2, 4, 6, 7]) {
        assert.deepEqual(await paged(store, {}, sort, limit), expected[sort], `${limit} at a time`)
      }
    },
  })),
  ...filters.map(([filter, expected]) => ({
    name: `pages of ${JSON.stringify(filter)}`,
    run: async (store: Store) => {
      await keepTowns(store)
      for (const sort of eventSorts) {
        assert.deepEqual((await paged(store, filter, sort, 2)).toSorted(), expected, sort)
      }
    },
  })),
  {
    name: 'a list goes on as it began, whatever is kept meanwhile',
    async run(store) {
      await keepTowns(store)
      const first = await store.page({}, { limit: 3 })
      await keepTowns(store, 'made-up 2')
      const then = await store.page({}, { limit: 3, after: first.next })
      assert.deepEqual([...first.events, ...then.events].map(triggerOf), ['c2', 'a1', 'b1', 'c1', 'a2', 'b2'])
      assert.equal(then.next, null)
    },
  },
  {
    name: 'what is no cursor of this list is refused',
    async run(store) {
      await keepTowns(store)
      const { next } = await store.page({}, { limit: 1 })
      for (const after of ['', 'x', 'W10', `${next}x`.slice(3)]) {
        await assert.rejects(store.page({}, { after }), { code: 'bad-cursor' })
      }
      await assert.rejects(store.page({}, { after: next, sort: 'added' }), { code: 'bad-cursor' })
      for (const limit of [0, 1.5, 1_001]) await assert.rejects(store.page({}, { limit }), RangeError)
    },
  },
  ...questions.map(([asked, expected]) => ({
    name: `words looked for: ${asked}`,
    run: async (store: Store) => {
      await keepScripts(store)
      assert.deepEqual(await triggersSaid(store, asked), expected)
    },
  })),
  {
    name: 'passages are found whether an event is told in them or not, in the newest readings alone',
    async run(store) {
      await keepScripts(store)
      const found: string[] = []
      for await (const { report, passage } of store.search('rain')) {
        assert.equal(report.body.slice(passage.start, passage.end), passage.exact)
        found.push(passage.exact)
      }
      assert.deepEqual(found, ['Rain fell on the QUIET valley.'])
      for await (const one of store.search('!?')) assert.fail(one.report.name)
    },
  },
]

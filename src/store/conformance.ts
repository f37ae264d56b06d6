import assert from 'node:assert/strict'
import type { Reading } from '../model/reading.js'
import { asRead } from '../model/recorded.js'
import type { EventFilter, Store } from '../ports.js'
import { ownActorChecks } from './conformance-actors.js'
import { appendingChecks } from './conformance-appending.js'
import { custodyChecks } from './conformance-custody.js'
import { filters } from './conformance-filters.js'
import { listChecks } from './conformance-lists.js'
import { reportListChecks } from './conformance-report-lists.js'
import { reviewChecks } from './conformance-reviews.js'
import { type MadeUpReport, madeUp } from './made-up.js'
import { collect } from './made-up-decisions.js'

/** One thing that every store must do. */
export interface StoreCheck {
  readonly name: string
  run(): Promise<void>
}

const harbour: MadeUpReport = {
  name: 'harbour',
  text: 'Rebels of the Ostmark Front shelled Vesna on 5 March 2031, the Red Cross said. Police arrested Émile Duran in Belgrave_1 in April. Talks may begin soon.',
  events: [
    {
      trigger: 'shelled',
      kind: 'shelling',
      status: 'attributed',
      when: [['5 March 2031', '2031-03-05']],
      where: [{ name: 'Vesna', country: 'RS', at: [44.5, 20.5] }],
      initiator: 'Ostmark Front',
      holder: 'Red Cross',
    },
    {
      trigger: 'arrested',
      kind: 'arrest',
      when: [['April', '2031-04']],
      place: 'Belgrave_1',
      country: 'GB',
      initiator: 'Police',
      target: 'Émile Duran',
    },
    { trigger: 'Talks', kind: 'meeting', status: 'prospective' },
  ],
}

const bridge: MadeUpReport = {
  name: 'Bridge 100%',
  text: 'The siege since 2030 goes on. A bomb tore through ΟΔΟΣ on 5 March 2031 or on 9 May 2031. Straße was raided until 2029.',
  events: [
    { trigger: 'siege', kind: 'restriction', when: [['since 2030', '2030/..']] },
    {
      trigger: 'bomb',
      kind: 'bombing',
      when: [
        ['5 March 2031', '2031-03-05'],
        ['9 May 2031', '2031-05-09'],
      ],
      place: 'ΟΔΟΣ',
    },
    { trigger: 'raided', kind: 'raid', when: [['until 2029', '../2029']], place: 'Straße' },
  ],
}

/**
 * What any Store must do, whatever its engine; a test runner runs each check.
 * @param open opens another store, empty, at each call
 */
export function storeConformance(open: () => Promise<Store>): readonly StoreCheck[] {
  const check = (name: string, run: (store: Store) => Promise<void>): StoreCheck => ({
    name,
    run: async () => {
      const store = await open()
      try {
        await run(store)
      } finally {
        await store.close()
      }
    },
  })
  return [
    ...savingChecks(check),
    ...chronicleChecks(check),
    ...[
      ...ownActorChecks,
      ...listChecks,
      ...reportListChecks,
      ...custodyChecks,
      ...appendingChecks,
      ...reviewChecks,
    ].map(({ name, run }) => check(name, run)),
  ]
}

type Check = (name: string, run: (store: Store) => Promise<void>) => StoreCheck

const unreviewed = { reviews: 0, undecided: 0, decided: 0, contested: 0, loose: 0 }
const nothing = { snapshots: 0, reports: 0, readings: 0, events: 0, claims: 0, ...unreviewed }
const onlyHarbour = {
  snapshots: 1,
  reports: 1,
  readings: 1,
  events: 3,
  claims: 3,
  ...unreviewed,
  undecided: 3,
}

function savingChecks(check: Check): StoreCheck[] {
  return [
    check('an empty store holds nothing, and nothing is wrong with it', async store => {
      assert.deepEqual(await store.counts(), nothing)
      assert.deepEqual(await triggersOf(store), [])
      assert.deepEqual(await collect(store.verify()), [])
    }),
    check('what is saved is there, whole', async store => {
      const { snapshot, reading } = madeUp(harbour)
      assert.equal(await store.has(reading.id), false)
      assert.equal(await store.save(snapshot, reading), true)
      assert.equal(await store.has(reading.id), true)
      const stored = await collect(store.events({}))
      assert.deepEqual(stored.map(({ event }) => event).sort(byId), reading.events.map(asRead).sort(byId))
      for (const { report } of stored) assert.deepEqual(report, reading.report)
      const { source, capturedAt } = snapshot
      for (const { capture } of stored) assert.deepEqual(capture, { source, capturedAt })
      assert.deepEqual(await store.counts(), onlyHarbour)
      assert.deepEqual(await collect(store.verify()), [])
    }),
    check('every character comes back as it was', async store => {
      const text = 'Rebels\u0000 shelled\ufdd0 \ufdd00Vesna\ufdd01 💥 \u202eabc\u0000.'
      const name = 'zero\u0000.txt'
      const { snapshot, reading } = madeUp({
        name,
        text,
        events: [{ trigger: 'Rebels\u0000', place: '\ufdd00Vesna' }],
      })
      await store.save(snapshot, reading)
      const [stored] = await collect(store.events({ report: name, place: 'vesna' }))
      assert.deepEqual(stored?.event, reading.events.map(asRead)[0])
      assert.deepEqual(stored?.report, reading.report)
      assert.deepEqual(await collect(store.verify()), [])
    }),
    check('saving the same again adds nothing', async store => {
      const { snapshot, reading } = madeUp(harbour)
      await store.save(snapshot, reading)
      assert.equal(await store.save(snapshot, reading), false)
      assert.equal(await store.save({ ...snapshot, capturedAt: '2031-03-09T08:00:00Z' }, reading), false)
      assert.deepEqual(await store.counts(), onlyHarbour)
    }),
    check('the same bytes from elsewhere are a capture more, and no reading more', async store => {
      const { snapshot, reading } = madeUp(harbour)
      await store.save(snapshot, reading)
      assert.equal(await store.save({ ...snapshot, source: 'https://example.org/a' }, reading), true)
      assert.deepEqual(await store.counts(), onlyHarbour)
      assert.deepEqual(await collect(store.verify()), [])
    }),
    check('saving at the same time is saving once', async store => {
      const { snapshot, reading } = madeUp(harbour)
      const added = await Promise.all([1, 2, 3].map(() => store.save(snapshot, reading)))
      assert.deepEqual(added.toSorted(), [false, false, true])
      assert.deepEqual(await store.counts(), onlyHarbour)
    }),
    check('a reading that does not hold together is refused whole', async store => {
      const { snapshot, reading } = madeUp(harbour)
      for (const [wrong, message] of brokenReadings(reading)) {
        await assert.rejects(store.save(snapshot, wrong), message)
      }
      await assert.rejects(store.save({ ...snapshot, bytes: new Uint8Array([1]) }, reading), /another hash/)
      assert.deepEqual(await store.counts(), nothing)
    }),
  ]
}

function brokenReadings(reading: Reading): [Reading, RegExp][] {
  const [claim] = reading.claims
  const [event, other] = reading.events
  assert.ok(claim && event && other)
  const shifted = { ...claim.trigger, start: claim.trigger.start + 1, end: claim.trigger.end + 1 }
  return [
    [
      { ...reading, claims: [{ ...claim, trigger: shifted }, ...reading.claims.slice(1)] },
      /trigger: "shelled"/,
    ],
    [{ ...reading, claims: [] }, /names claim:.*does not have/],
    [{ ...reading, events: [event, event] }, /two things/],
    [{ ...reading, events: [{ ...event, partOf: other.id }] }, /names event:.*does not have/],
    [{ ...reading, report: { ...reading.report, body: `${reading.report.body}\ud83d` } }, /half a character/],
    [{ ...reading, report: { ...reading.report, name: '' } }, /report\.name/],
  ]
}

function chronicleChecks(check: Check): StoreCheck[] {
  const both = async (store: Store): Promise<void> => {
    for (const { snapshot, reading } of [madeUp(harbour), madeUp(bridge)]) await store.save(snapshot, reading)
  }
  return [
    check('events come in order of time, then by report; undated ones last', async store => {
      await both(store)
      assert.deepEqual(await triggersOf(store), ['raided', 'siege', 'bomb', 'shelled', 'arrested', 'Talks'])
    }),
    ...filters.map(([filter, expected]) =>
      check(`filter ${JSON.stringify(filter)}`, async store => {
        await both(store)
        assert.deepEqual(await triggersOf(store, filter), expected)
      }),
    ),
    check('a report can be asked for by its id', async store => {
      await both(store)
      const { reading } = madeUp(bridge)
      assert.deepEqual(await triggersOf(store, { report: reading.report.id }), ['raided', 'siege', 'bomb'])
    }),
    check('more events than a page come once each, while others are saved', async store => {
      const text = Array.from({ length: 450 }, (_, i) => `attack${i}x`).join(' ')
      const events = text.split(' ').map(trigger => ({ trigger }))
      const { snapshot, reading } = madeUp({ name: 'many', text, events })
      await store.save(snapshot, reading)
      const seen: string[] = []
      for await (const { event } of store.events({})) {
        if (seen.length === 100) {
          const again = madeUp({ name: 'many', text, events: events.slice(0, 10), reader: 'made-up 2' })
          await store.save(again.snapshot, again.reading)
        }
        seen.push(event.triggers[0].exact)
      }
      assert.deepEqual(seen, text.split(' '))
      assert.equal((await triggersOf(store)).length, 10)
    }),
    check('the newest reading of a report stands for it; ids of the older stay good', async store => {
      const older = madeUp(harbour)
      const newer = madeUp({ ...harbour, events: harbour.events.slice(1), reader: 'made-up 2' })
      await store.save(older.snapshot, older.reading)
      await store.save(newer.snapshot, newer.reading)
      await store.save(older.snapshot, older.reading)
      assert.deepEqual(await triggersOf(store), ['arrested', 'Talks'])
      assert.deepEqual(await store.counts(), {
        ...onlyHarbour,
        readings: 2,
        events: 2,
        claims: 2,
        undecided: 2,
      })
      const [gone] = older.reading.events
      assert.ok(gone)
      assert.deepEqual(
        (await store.event(gone.id)).map(({ event, asked, standing }) => [event.id, asked, standing]),
        [[gone.id, gone.id, 'older']],
      )
      const [kept] = newer.reading.events
      assert.deepEqual(await store.reading(gone.id), older.reading)
      assert.deepEqual(kept && (await store.reading(kept.id)), newer.reading)
      assert.equal(await store.reading('event:ffffffffffffffff'), null)
      assert.deepEqual(await collect(store.verify()), [])
    }),
    check('an event is found by its id and by enough of it', async store => {
      await both(store)
      for (const { id } of madeUp(harbour).reading.events) {
        for (const asked of [id, id.slice(0, 14), id.slice('event:'.length), id.slice(6, 14).toUpperCase()]) {
          assert.deepEqual(
            (await store.event(asked)).map(({ event }) => event.id),
            [id],
          )
        }
      }
      assert.equal((await store.event('event:')).length, 0)
      for (const none of ['event:xyz', '', 'ffffffffffffffff', 'event:%', '0123456789abcdef0']) {
        assert.deepEqual(await store.event(none), [])
      }
    }),
  ]
}

async function triggersOf(store: Store, filter: EventFilter = {}): Promise<string[]> {
  const events = await collect(store.events(filter))
  return events.map(({ event }) => event.triggers[0].exact)
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)

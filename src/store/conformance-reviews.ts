import assert from 'node:assert/strict'
import type { Store } from '../ports.js'
import { madeUp } from './made-up.js'
import {
  accept,
  coast,
  collect,
  decide,
  found,
  keepBoth,
  merge,
  port,
  reject,
  triggers,
  undo,
  whole,
} from './made-up-decisions.js'

type Check = { readonly name: string; run(store: Store): Promise<void> }

/** What every store must make of the record when people decide. */
export const reviewChecks: readonly Check[] = [
  {
    name: 'what is accepted says who decided; it is counted, filtered, and waits no more',
    async run(store) {
      const { attack } = await keepBoth(store)
      const review = accept(attack)
      await store.appendReview(review)
      const [stored] = await store.event(attack.id)
      assert.deepEqual(stored?.event.decided, {
        how: 'accepted',
        review: review.id,
        reviewer: 'Ada',
        at: review.at,
      })
      assert.deepEqual(await triggers(store), ['attacked', 'stormed', 'raided', 'strike'])
      assert.deepEqual(await triggers(store, { review: 'decided' }), ['attacked'])
      assert.deepEqual(await triggers(store, { review: 'decided', place: 'velat' }), ['attacked'])
      assert.deepEqual(await triggers(store, { review: 'undecided' }), ['stormed', 'raided', 'strike'])
      const { events } = await store.page({}, { sort: 'doubt' })
      assert.equal(events.at(-1)?.event.id, attack.id)
      const { events: all, undecided, decided, contested, loose, reviews } = await store.counts()
      assert.deepEqual(
        { all, undecided, decided, contested, loose, reviews },
        {
          all: 4,
          undecided: 3,
          decided: 1,
          contested: 0,
          loose: 0,
          reviews: 1,
        },
      )
      await whole(store)
    },
  },
  {
    name: 'what is corrected is found by what it is now, and no longer by what was read',
    async run(store) {
      const { attack } = await keepBoth(store)
      const { value, evidence } = attack.status
      await store.appendReview(
        decide(
          attack,
          { kind: 'correct', to: { field: 'status', value: 'disputed', evidence: null } },
          { value: { field: 'status', value, evidence } },
        ),
      )
      assert.deepEqual(await triggers(store, { status: 'disputed' }), ['attacked'])
      assert.deepEqual(await triggers(store, { status: 'asserted', place: 'velat' }), ['stormed'])
      assert.equal((await store.event(attack.id))[0]?.event.status.evidence, null)
      assert.deepEqual((await store.reading(attack.id))?.events[0]?.status.value, 'asserted')
      await whole(store)
    },
  },
  {
    name: 'what is rejected is gone from every list, and comes back as it was when that is undone',
    async run(store) {
      const { attack, raid } = await keepBoth(store)
      const before = await store.event(attack.id)
      const review = reject(attack)
      await store.appendReview(review)
      assert.deepEqual(await triggers(store, { place: 'velat' }), ['stormed'])
      assert.deepEqual(await triggers(store, { report: 'port' }), ['raided', 'strike'])
      assert.deepEqual(await triggers(store, { search: 'gunmen' }), [])
      assert.deepEqual(await found(store, attack.id), ['attacked, removed'])
      assert.equal((await store.counts()).events, 3)
      await store.appendReview(undo(review))
      assert.deepEqual(await store.event(attack.id), before)
      assert.deepEqual(await triggers(store, { search: 'gunmen' }), ['attacked'])
      await store.appendReview(reject(raid))
      assert.deepEqual(await triggers(store, { report: 'port' }), ['attacked', 'strike'])
      await whole(store)
    },
  },
  {
    name: 'an event that was missed is added, with its words and what is found by them',
    async run(store) {
      const { attack } = await keepBoth(store)
      const start = port.text.indexOf('Troops')
      const words = { start, end: start + 'Troops'.length, exact: 'Troops' }
      const kind = { ...attack.kind, value: 'deployment', evidence: [words] } as const
      const [when, where] = [[], []] as const
      const id = 'event:00000000000000aa'
      const added = { ...attack, id, triggers: [words], kind, when, where, claims: [] } as const
      await store.appendReview(decide(added, { kind: 'add' }))
      assert.deepEqual(await triggers(store, { kind: 'deployment' }), ['Troops'])
      assert.deepEqual(await found(store, 'event:00000000000000aa'), ['Troops, recorded'])
      assert.equal((await store.reading('event:00000000000000aa'))?.report.name, 'port')
      assert.equal((await store.counts()).events, 5)
      await whole(store)
    },
  },
  {
    name: 'what is merged is one occurrence, found by all that is told of it and by each of its ids',
    async run(store) {
      const { attack, storm } = await keepBoth(store)
      const review = merge(storm, attack)
      await store.appendReview(review)
      assert.deepEqual(await triggers(store), ['stormed+attacked', 'raided', 'strike'])
      for (const filter of [
        { place: 'velat' },
        { actor: 'gunmen' },
        { actor: 'militants' },
        { holder: 'medics' },
        { from: '2031-03-01', to: '2031-03-01' },
        { search: 'gunmen' },
        { search: 'mayor' },
        { report: 'coast' },
        { report: attack.report, place: 'velat' },
        { report: 'port', kind: storm.kind.value },
      ]) {
        assert.deepEqual(await triggers(store, filter), ['stormed+attacked'], JSON.stringify(filter))
      }
      assert.deepEqual(await found(store, attack.id), ['stormed by another id, recorded'])
      assert.deepEqual(await found(store, storm.id), ['stormed, recorded'])
      const [stored] = await store.event(attack.id)
      assert.deepEqual(
        [stored?.report.name, stored?.besides.map(({ report }) => report.name)],
        ['coast', ['port']],
      )
      assert.equal((await store.reading(attack.id))?.report.name, 'port')
      assert.deepEqual(await store.reviews(attack.id), await store.reviews(storm.id))
      const { readings, reviews } = await store.reviewable(attack.report)
      assert.deepEqual(
        [readings.map(({ report }) => report.name).toSorted(), reviews],
        [['coast', 'port'], [review]],
      )
      await store.appendReview(undo(review))
      assert.deepEqual(await triggers(store), ['attacked', 'stormed', 'raided', 'strike'])
      await whole(store)
    },
  },
  {
    name: 'blind decisions that clash are contested',
    async run(store) {
      const { raid } = await keepBoth(store)
      await store.appendReview(accept(raid, { blind: true }))
      await store.appendReview(reject(raid, { blind: true, reviewer: 'Ben' }))
      assert.deepEqual(await triggers(store, { review: 'contested' }), ['raided'])
      const { contested, decided } = await store.counts()
      assert.deepEqual([contested, decided], [1, 0])
      const { events } = await store.page({}, { sort: 'disagreement', limit: 1 })
      assert.equal(events[0]?.event.id, raid.id)
      await whole(store)
    },
  },
  {
    name: 'decisions hold for a newer reading, and what it does not tell is loose',
    async run(store) {
      const { attack, raid, storm } = await keepBoth(store)
      await store.appendReview(reject(raid))
      await store.appendReview(merge(storm, attack))
      const fewer = madeUp({ ...port, events: port.events.slice(0, 1), reader: 'made-up 2' })
      await store.save(fewer.snapshot, fewer.reading)
      assert.deepEqual(await triggers(store), ['stormed+attacked'])
      const other = madeUp({ ...coast, events: [], reader: 'made-up 2' })
      await store.save(other.snapshot, other.reading)
      assert.deepEqual(await triggers(store), ['attacked'])
      assert.deepEqual(await found(store, storm.id), ['stormed, older'])
      const loose = await collect(store.looseReviews())
      assert.ok(loose.some(({ review, event }) => review.event === storm.id && event === null))
      assert.equal((await store.counts()).loose, loose.length)
      await whole(store)
      await keepBoth(store, 'made-up 3')
      assert.deepEqual(await triggers(store), ['stormed+attacked', 'strike'])
      assert.deepEqual(await collect(store.looseReviews()), [])
      await whole(store)
    },
  },
]

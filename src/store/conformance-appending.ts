import assert from 'node:assert/strict'
import { asRead } from '../model/recorded.js'
import type { Review } from '../model/review.js'
import { eventSorts, type Store } from '../ports.js'
import { reviewId } from '../text/ids.js'
import { madeUp } from './made-up.js'
import {
  accept,
  collect,
  decide,
  found,
  keepBoth,
  merge,
  reject,
  triggers,
  undo,
  whole,
} from './made-up-decisions.js'

type Check = { readonly name: string; run(store: Store): Promise<void> }

/** What every store must do when decisions are appended. */
export const appendingChecks: readonly Check[] = [
  {
    name: 'reviews are kept once, in the order in which they were appended',
    async run(store) {
      const { attack, raid } = await keepBoth(store)
      const [first, second, other] = [accept(attack), reject(attack), accept(raid, { reviewer: 'Ben' })]
      assert.equal(await store.appendReview(first), true)
      assert.equal(await store.appendReview(other), true)
      assert.equal(await store.appendReview(second), true)
      assert.equal(await store.appendReview(first), false)
      assert.deepEqual(await store.reviews(attack.id), [first, second])
      assert.deepEqual(await collect(store.allReviews()), [first, other, second])
      assert.deepEqual(await collect(store.allReviews(other.id)), [second])
      assert.deepEqual(await store.reviewers(), ['Ada', 'Ben'])
      assert.deepEqual(await store.reviewsNamed(other.id), [other])
      assert.deepEqual(await store.reviewsNamed(other.id.replace('review:', '').toUpperCase()), [other])
      assert.deepEqual((await store.reviewsNamed('')).length, 3)
      assert.deepEqual(await store.reviewsNamed('review:none'), [])
      await whole(store)
    },
  },
  {
    name: 'its moment is another after each reading and each decision, and else the same',
    async run(store) {
      const moments = [await store.moment()]
      const { attack } = await keepBoth(store)
      moments.push(await store.moment())
      const review = accept(attack)
      for (const decision of [review, undo(review)]) {
        await store.appendReview(decision)
        moments.push(await store.moment())
      }
      assert.equal(new Set(moments).size, moments.length)
      await store.appendReview(review)
      await collect(store.events({}))
      assert.equal(await store.moment(), moments.at(-1))
    },
  },
  {
    name: 'a list goes on as it began, whatever is decided meanwhile',
    async run(store) {
      const { attack, raid, strike, storm } = await keepBoth(store)
      for (const sort of eventSorts) {
        const all = await store.page({}, { sort })
        const first = await store.page({}, { sort, limit: 1 })
        const decisions = [merge(raid, attack, storm), reject(strike)]
        for (const review of decisions) await store.appendReview(review)
        const then = await store.page({}, { sort, after: first.next })
        assert.deepEqual([...first.events, ...then.events], all.events, sort)
        for (const review of decisions) await store.appendReview(undo(review))
      }
      await whole(store)
    },
  },
  {
    name: 'decisions that bear on nothing here, or do not hold together, are refused and leave nothing',
    async run(store) {
      const { attack } = await keepBoth(store)
      const { reading } = madeUp({ name: 'elsewhere', text: 'A bomb fell.', events: [{ trigger: 'bomb' }] })
      const [elsewhere] = reading.events.map(asRead)
      assert.ok(elsewhere)
      const [trigger] = attack.triggers
      const moved = { ...trigger, start: trigger.start + 1, end: trigger.end + 1 }
      const unknown = { ...attack, id: 'event:ffffffffffffffff' } as const
      const nowhere = { ...unknown, triggers: [{ start: 0, end: 1, exact: 'G' }] } as const
      const review = accept(attack)
      const cases: readonly (readonly [Review, string])[] = [
        [accept(elsewhere), 'unknown-event'],
        [decide(nowhere, { kind: 'split', off: [nowhere.id] }), 'unknown-event'],
        [decide(unknown, { kind: 'note' }), 'unknown-event'],
        [undo(review), 'unknown-review'],
        [accept({ ...attack, triggers: [moved] }), 'bad-review'],
        [merge(attack, { ...elsewhere, report: attack.report }), 'bad-review'],
        [{ ...review, note: 'put in later' }, 'bad-review'],
      ]
      for (const [wrong, code] of cases) await assert.rejects(store.appendReview(wrong), { code })
      assert.deepEqual(await collect(store.allReviews()), [])
      assert.deepEqual((await collect(store.log())).map(({ what }) => what).includes('review'), false)
      assert.deepEqual(await store.reviewable(elsewhere.report), { readings: [], reviews: [] })
      await whole(store)
    },
  },
  {
    name: 'a decision that was taken elsewhere, on what another version read, bears on what its words tell here',
    async run(store) {
      const { attack } = await keepBoth(store)
      const review = accept({ ...attack, id: 'event:ffffffffffffffff' })
      assert.equal(await store.appendReview(review), true)
      assert.deepEqual(await found(store, 'ffff'), ['attacked by another id, recorded'])
      assert.deepEqual(await store.reviews(attack.id), [review])
      assert.equal(review.id, reviewId(review))
      await whole(store)
    },
  },
  {
    name: 'reviewers who decide at the same time each have their turn',
    async run(store) {
      const { attack, raid, strike } = await keepBoth(store)
      const reviews = [attack, raid, strike].flatMap(on =>
        ['Ada', 'Ben', 'Cy'].map(reviewer => accept(on, { reviewer })),
      )
      await Promise.all(reviews.map(review => store.appendReview(review)))
      assert.equal((await collect(store.allReviews())).length, reviews.length)
      assert.deepEqual(await triggers(store, { review: 'decided' }), ['attacked', 'raided', 'strike'])
      await whole(store)
    },
  },
]

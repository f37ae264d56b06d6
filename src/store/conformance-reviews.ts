import assert from 'node:assert/strict'
import { asRead, type RecordedEvent } from '../model/recorded.js'
import type { Review } from '../model/review.js'
import type { EventFilter, FoundEvent, Store } from '../ports.js'
import { reviewId } from '../text/ids.js'
import { type MadeUpReport, madeUp, madeUpReview } from './made-up.js'

type Check = { readonly name: string; run(store: Store): Promise<void> }

const port: MadeUpReport = {
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
const coast: MadeUpReport = {
  name: 'coast',
  text: 'Militants stormed the harbour of Velat in early spring, the mayor said.',
  events: [{ trigger: 'stormed', place: 'Velat', initiator: 'Militants', holder: 'the mayor' }],
}

interface Kept {
  /** The events of `port` in order of its text, and the one of `coast`, as read. */
  readonly attack: RecordedEvent
  readonly raid: RecordedEvent
  readonly strike: RecordedEvent
  readonly storm: RecordedEvent
}

async function keepBoth(store: Store, reader?: string): Promise<Kept> {
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
function decide(on: RecordedEvent, decision: Review['decision'], otherwise: Partial<Review> = {}): Review {
  const at = new Date(Date.UTC(2031, 2, 8, 9, ++minute)).toISOString()
  return madeUpReview(on, { at, decision, ...otherwise })
}
const accept = (on: RecordedEvent, otherwise?: Partial<Review>): Review =>
  decide(on, { kind: 'accept' }, otherwise)
const reject = (on: RecordedEvent, otherwise?: Partial<Review>): Review =>
  decide(on, { kind: 'reject' }, otherwise)
const merge = (on: RecordedEvent, ...others: readonly RecordedEvent[]): Review =>
  decide(on, { kind: 'merge', with: others })
const undo = (review: Review): Review => decide(review.on, { kind: 'undo', review: review.id })

async function triggers(store: Store, filter: EventFilter = {}): Promise<string[]> {
  const { events } = await store.page(filter)
  return events.map(({ event, besides }) =>
    [event, ...besides.map(other => other.event)].map(one => one.triggers[0].exact).join('+'),
  )
}

async function found(store: Store, id: string): Promise<string[]> {
  const told = ({ event, asked, standing }: FoundEvent): string =>
    `${event.triggers[0].exact}${asked === event.id ? '' : ' by another id'}, ${standing}`
  return (await store.event(id)).map(told)
}

async function whole(store: Store): Promise<void> {
  assert.deepEqual(await collect(store.verify()), [])
}

/** What every store must do with what people decide. */
export const reviewChecks: readonly Check[] = [
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
      await whole(store)
    },
  },
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
  {
    name: 'a list goes on as it began, whatever is decided meanwhile',
    async run(store) {
      const { attack, raid, strike, storm } = await keepBoth(store)
      for (const [sort, expected] of [
        ['time', ['attacked', 'stormed', 'raided', 'strike']],
        ['-added', ['stormed', 'strike', 'raided', 'attacked']],
        ['doubt', ['strike', 'raided', 'stormed', 'attacked']],
      ] as const) {
        const first = await store.page({}, { sort, limit: 1 })
        const decisions = [merge(raid, attack, storm), reject(strike)]
        for (const review of decisions) await store.appendReview(review)
        const then = await store.page({}, { sort, after: first.next })
        assert.deepEqual(
          [...first.events, ...then.events].map(({ event }) => event.triggers[0].exact),
          expected,
        )
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
        [accept(nowhere), 'unknown-event'],
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

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = []
  for await (const item of items) collected.push(item)
  return collected
}

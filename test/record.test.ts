import { expect, test } from 'vitest'
import type { RecordedEvent } from '../src/model/recorded.js'
import type { Decision, Review } from '../src/model/review.js'
import { openRecord, reviewRules } from '../src/open-record.js'
import type { Store, StoredEvent } from '../src/ports.js'
import { appendingChecks } from '../src/store/conformance-appending.js'
import { reviewChecks } from '../src/store/conformance-reviews.js'
import { type MadeUpReport, madeUp, madeUpReview } from '../src/store/made-up.js'
import { onBothEngines } from './databases.js'

/** The same numbers at every run: a linear congruential generator (Numerical Recipes). */
function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const towns = ['Velat', 'Oster', 'Brod', 'Dorvan']
const made = (name: string, reader: number): MadeUpReport => ({
  name,
  reader: `made-up ${reader}`,
  text: towns.map((town, at) => `In ${name}, guards struck${at} ${town} on ${at + 1} May 2031.`).join('\n\n'),
  // Each version of the reader misses another event.
  events: towns.flatMap((town, at) =>
    reader % 5 === at
      ? []
      : {
          trigger: `struck${at}`,
          place: town,
          initiator: 'guards',
          when: [[`${at + 1} May 2031`, `2031-05-0${at + 1}`]],
        },
  ),
})

function decided(on: RecordedEvent, other: RecordedEvent, kind: number): [Decision, Review['value']] {
  const [place] = on.where
  const value = place
    ? { field: 'where' as const, value: JSON.parse(JSON.stringify(place.value)), evidence: place.evidence }
    : null
  const to = {
    field: 'where' as const,
    value: { name: 'Elsewhere', country: null, level: 'town', known: null },
    evidence: null,
  }
  switch (kind) {
    case 0:
      return [{ kind: 'accept' }, null]
    case 1:
      return [{ kind: 'accept' }, value]
    case 2:
      return [{ kind: 'reject' }, null]
    case 3:
      return [{ kind: 'reject' }, value]
    case 4:
      return [{ kind: 'correct', to }, value]
    case 5:
      return [{ kind: 'split', off: [on.id] }, null]
    default:
      return [on.id === other.id ? { kind: 'note' } : { kind: 'merge', with: [other] }, null]
  }
}

/** Readings and decisions as they may come, many times over. */
async function live(store: Store, seed: number): Promise<void> {
  const upTo = seeded(seed)
  const taken: Review[] = []
  const keep = async (reader: number): Promise<void> => {
    const { snapshot, reading } = madeUp(made(['north', 'south', 'west'][upTo(3)] ?? 'north', reader))
    await store.save(snapshot, reading)
  }
  for (let step = 0; step < 60; step++) {
    const { events } = await store.page({}, { limit: 100 })
    const tellings = events.flatMap(one => [one, ...one.besides]).map(({ event }) => event)
    const [on, other] = [tellings[upTo(tellings.length)], tellings[upTo(tellings.length)]]
    if (!on || !other || upTo(6) === 0) {
      await keep(step)
      continue
    }
    const undone = upTo(6) === 0 ? taken[upTo(taken.length)] : undefined
    const [decision, value] = undone
      ? [{ kind: 'undo' as const, review: undone.id }, null]
      : decided(on, other, upTo(8))
    const review = madeUpReview(undone?.on ?? on, {
      decision,
      value,
      at: new Date(Date.UTC(2031, 5, 1) + step * 60_000).toISOString(),
      reviewer: ['Ada', 'Ben'][upTo(2)] ?? 'Ada',
      blind: upTo(3) === 0,
    })
    taken.push(review)
    await store.appendReview(review)
  }
}

onBothEngines(({ engine, another }) => {
  // The store is tried with plain rules beside its code; here with those that the program has.
  test.each([...appendingChecks, ...reviewChecks])('$name', async ({ run }) => {
    const store = await openRecord(await another())
    await run(store)
    await store.close()
  })

  test.each(engine === 'SQLite' ? [1, 2, 3, 4, 5, 6] : [7, 8])(
    'whatever comes, what is shown is what readings and decisions make (%i)',
    async seed => {
      const store = await openRecord(await another())
      await live(store, seed)
      for await (const fault of store.verify()) expect(fault).toBeNull()
      const shown: StoredEvent[] = []
      for await (const stored of store.events({})) shown.push(stored)
      const reports = new Set(shown.flatMap(one => [one, ...one.besides]).map(({ report }) => report.id))
      const expected = new Set<string>()
      for (const report of reports) {
        const { readings, reviews } = await store.reviewable(report)
        for (const { tellings } of reviewRules.fold(readings, reviews).occurrences)
          expected.add(tellings.map(({ id }) => id).join(' '))
      }
      expect(
        shown.map(one => [one, ...one.besides].map(({ event }) => event.id).join(' ')).toSorted(),
      ).toEqual([...expected].toSorted())
      await store.close()
    },
  )
})

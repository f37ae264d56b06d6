import { expect, test } from 'vitest'
import { onBothEngines } from '../../test/databases.js'
import type { ReviewRules, Store } from '../ports.js'
import { madeUp, madeUpReview } from './made-up.js'
import { madeUpRules, openMadeUp } from './made-up-rules.js'
import { openStore } from './open-store.js'

/** Other rules: nothing is decided by anybody, and all of it is in doubt. */
const later: ReviewRules = {
  version: madeUpRules.version + 1,
  fold: readings => madeUpRules.fold(readings, []),
  urgency: () => ({ undecided: 1, doubt: 1, disagreement: 2 }),
}

const open = (database: string, rules: ReviewRules, mode: 'read' | 'write' = 'write'): Promise<Store> =>
  openStore(database, { rules, mode })

onBothEngines(({ another }) => {
  test('what older rules made of decisions is made anew by who writes, and only then', async () => {
    const database = await another()
    const [older, { snapshot, reading }] = [await openMadeUp(database), wire]
    await older.save(snapshot, reading)
    const [attack] = reading.events
    if (!attack) throw new Error('the made-up report tells an event')
    await older.appendReview(madeUpReview(attack, { decision: { kind: 'reject' } }))
    expect(await older.counts()).toMatchObject({ events: 1 })
    await expect(open(database, later, 'read')).rejects.toMatchObject({ code: 'older-version' })
    const store = await open(database, later)
    expect(await store.counts()).toMatchObject({ events: 2, reviews: 1 })
    for await (const fault of store.verify()) expect(fault).toBeNull()
    await (await open(database, later, 'read')).close()
    // A program that was running meanwhile must not go on by its own rules.
    const more = madeUp({ name: 'more', text: 'Troops raided Oster.', events: [{ trigger: 'raided' }] })
    await expect(older.save(more.snapshot, more.reading)).rejects.toMatchObject({ code: 'newer-version' })
    for (const mode of ['read', 'write'] as const) {
      await expect(open(database, madeUpRules, mode)).rejects.toMatchObject({ code: 'newer-version' })
    }
    await store.close()
    await older.close()
  })

  test('where nothing was read yet, there is nothing to be made anew', async () => {
    const database = await another()
    await (await openMadeUp(database)).close()
    await (await open(database, later, 'read')).close()
  })
})

const wire = madeUp({
  name: 'wire',
  text: 'Gunmen attacked a convoy. Troops shelled a village.',
  events: [{ trigger: 'attacked' }, { trigger: 'shelled' }],
})

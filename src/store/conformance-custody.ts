import assert from 'node:assert/strict'
import type { LogLine, Store } from '../ports.js'
import { madeUp, madeUpReview } from './made-up.js'
import { collect } from './made-up-decisions.js'

/** What every store must do with the log of custody. */
export const custodyChecks: readonly { readonly name: string; run(store: Store): Promise<void> }[] = [
  {
    name: 'captures, readings, reviews and exports are lines of one chain, each once',
    async run(store) {
      const { snapshot, reading } = madeUp({
        name: 'wire',
        text: 'Gunmen attacked a convoy.',
        events: [{ trigger: 'attacked' }],
      })
      await store.save(snapshot, reading)
      await store.save(snapshot, reading)
      const [event] = reading.events
      assert.ok(event)
      const review = madeUpReview(event)
      await store.appendReview(review)
      await store.appendReview(review)
      const out = await store.logExport({ subject: 'geojson events.geojson', digest: 'a'.repeat(64) })
      const lines = await collect(store.log())
      assert.deepEqual(
        lines.map(({ seq, what }) => [seq, what]),
        [
          [1, 'capture'],
          [2, 'reading'],
          [3, 'review'],
          [4, 'export'],
        ],
      )
      assert.deepEqual(lines.at(-1), out)
      assert.equal(lines[1]?.subject, reading.id)
      assert.equal(lines[2]?.who, 'Ada')
      assert.deepEqual(
        lines.slice(1).map(({ previous }) => previous),
        lines.slice(0, -1).map(({ sha256 }) => sha256),
      )
      assert.deepEqual(await collect(store.log(3)), [out])
      assert.deepEqual(await collect(store.verify(lines[0]?.sha256)), [])
      assert.match((await collect(store.verify('b'.repeat(64))))[0]?.message ?? '', /no line/)
    },
  },
  {
    name: 'lines that are added at the same time follow one another',
    async run(store) {
      const digest = 'c'.repeat(64)
      const lines: LogLine[] = await Promise.all(
        Array.from({ length: 20 }, (_, at) => store.logExport({ subject: `export ${at}`, digest })),
      )
      assert.equal(new Set(lines.map(({ seq }) => seq)).size, lines.length)
      assert.deepEqual(await collect(store.verify()), [])
    },
  },
]

import assert from 'node:assert/strict'
import type { ActorRow, Store } from '../ports.js'

const row = (id: string, name: string): ActorRow => ({
  id,
  name,
  aliases: '?VDU|Union',
  type: 'militia',
  country: '',
  side: '',
  wikidata: '',
  from: '2031',
  to: '',
})

/** What every store must do with the user's own actors. */
export const ownActorChecks: readonly { readonly name: string; run(store: Store): Promise<void> }[] = [
  {
    name: 'own actors are kept cell by cell, the last of one id, and are no part of the record',
    async run(store) {
      assert.deepEqual(await store.actors(), [])
      await store.addActors([row('valley-union', 'Valley Union'), row('hill-union', 'Hill Union')])
      await store.addActors([row('valley-union', 'Valley Defence Union')])
      assert.deepEqual(await store.actors(), [
        row('hill-union', 'Hill Union'),
        row('valley-union', 'Valley Defence Union'),
      ])
      const counts = Object.values(await store.counts())
      assert.ok(counts.every(count => count === 0))
      for await (const fault of store.verify()) assert.fail(fault.message)
    },
  },
]

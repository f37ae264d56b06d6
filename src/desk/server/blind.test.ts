import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoApp } from '../../../test/demo-app.js'
import type { Store } from '../../ports.js'
import { EventsPage, Fault, Meta } from '../api.js'

/** What somebody who codes blind is shown, and takes along, of a record that another decides on. */

let store: Store
let ask: (path: string, body?: unknown) => Promise<Response>

beforeAll(async () => {
  const { app, host, open, ...demo } = await demoApp()
  store = demo.store
  const cookie = await open('/events')
  const headers = { host, cookie, origin: `http://${host}`, 'content-type': 'application/json' }
  ask = async (path, body) =>
    app.request(`http://${host}${path}`, {
      headers,
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    })
})
afterAll(() => store.close())

const list = async (query: string): Promise<readonly string[]> =>
  EventsPage.parse(await (await ask(`/api/events?limit=200&${query}`)).json()).events.map(({ id }) => id)

let minute = 0
async function decide(seat: string, event: string | undefined, decision: object): Promise<void> {
  const at = `2032-06-01T10:${String(++minute).padStart(2, '0')}:00.000Z`
  const request = { at, event, path: null, saw: null, seen: null, decision, note: 'a note of Zora’s' }
  expect((await ask(`/api/reviews?${seat}`, request)).status).toBe(200)
}

const asAda = 'reviewer=Ada&blind=1'
const asZora = 'reviewer=Zora&blind=1'

describe('whoever is blind', () => {
  let [rejected, corrected, merged, into]: (string | undefined)[] = []
  beforeAll(async () => {
    ;[rejected, corrected, merged, into] = (await list('sort=added')).slice(-4)
    await decide(asZora, rejected, { kind: 'reject' })
    const to = { kind: 'correct', field: 'means', value: 'catapults', words: null }
    await decide(asZora, corrected, to)
    await decide(asZora, into, { kind: 'merge', with: [merged] })
  })

  it('has each list in its order, by each filter, as if nobody else had decided', async () => {
    const sorts = ['time', '-time', 'added', '-added', 'doubt', 'disagreement']
    for (const sort of sorts) {
      const seen = await list(`${asAda}&sort=${sort}`)
      expect(seen).toEqual(expect.arrayContaining([rejected, corrected, merged, into]))
      expect(seen.toSorted()).toEqual((await list(`${asAda}`)).toSorted())
    }
    expect(await list(`${asAda}&sort=-added`)).toEqual((await list(`${asAda}&sort=added`)).toReversed())
    expect(await list(`${asAda}&review=decided`)).toEqual([])
    expect(await list(`${asZora}&review=contested`)).toEqual([])
    const kinds = EventsPage.parse(await (await ask(`/api/events?${asAda}&kind=shelling`)).json())
    expect(new Set(kinds.events.map(({ kind }) => kind))).toEqual(new Set(['shelling']))
  })

  it('sees their own merge, and others do not', async () => {
    expect(await list(asZora)).not.toContain(merged)
    expect(await list(asAda)).toContain(merged)
  })

  it('exports in every form nothing that others decided, and the file says whose decisions it holds', async () => {
    const { formats } = Meta.parse(await (await ask('/api/meta')).json())
    for (const { name } of formats) {
      for (const of of ['', `&event=${corrected}`]) {
        const response = await ask(`/api/export?${asAda}&format=${name}&sidecar=1${of}`)
        expect([name, response.status]).toEqual([name, 200])
        expect(response.headers.get('content-disposition')).toContain(`herodotus-${name}-own.zip`)
        const files = Object.entries(unzipSync(new Uint8Array(await response.arrayBuffer())))
        const texts = files.map(([, bytes]) => new TextDecoder().decode(bytes))
        for (const text of texts) expect(text).not.toMatch(/Zora|catapults/)
        const sidecar = texts[files.findIndex(([path]) => path.endsWith('.schema.json'))] ?? '{}'
        expect(JSON.parse(sidecar)).toMatchObject({ decidedBy: ['Ada'] })
      }
    }
    const theirs = await (await ask(`/api/export?${asZora}&format=jsonl&event=${corrected}`)).text()
    expect(theirs).toContain('catapults')
    const all = await (await ask('/api/export?format=jsonl')).text()
    expect(all).not.toContain(rejected)
    expect(await (await ask(`/api/export?${asAda}&format=jsonl`)).text()).toContain(rejected)
  })

  it('is not told where others differ', async () => {
    const response = await ask(`/api/agreement?a=Zora&b=Ada&${asAda}`)
    expect([response.status, Fault.parse(await response.json()).code]).toEqual([409, 'blind'])
  })
})

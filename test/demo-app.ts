import type { Hono } from 'hono'
import { fillDemo } from '../src/desk/demo/fill.js'
import { buildApp } from '../src/desk/server/app.js'
import { makeGuard } from '../src/desk/server/guard.js'
import { loadActors, loadGazetteer } from '../src/gazetteer/index.js'
import { loadTools } from '../src/load-tools.js'
import { openRecord } from '../src/open-record.js'
import type { Store } from '../src/ports.js'

/** The desk's server on the demo, without a browser and its pages. */
export interface DemoApp {
  readonly store: Store
  readonly app: Hono
  readonly host: string
  /** A token that opens it once. */
  token(): string
  /** Opens it by a link to a view, and gives the cookie of the session. */
  open(at: string): Promise<string>
}

export async function demoApp(): Promise<DemoApp> {
  const host = '127.0.0.1:4280'
  const store = await openRecord(':memory:')
  await fillDemo(store, await loadTools({ reader: 'lexicon' }), () => {})
  const gazetteer = loadGazetteer()
  const record = { store, gazetteer, actors: loadActors(), name: 'made up', isDemo: true, borders: null }
  const guard = makeGuard(() => [host])
  const app = buildApp(record, guard, c => c.html('the page'))
  return {
    store,
    app,
    host,
    token: guard.token,
    async open(at) {
      const url = new URL(at, `http://${host}`)
      url.searchParams.set('token', guard.token())
      const opened = await app.request(url.href, { headers: { host } })
      return opened.headers.get('set-cookie')?.split(';')[0] ?? ''
    },
  }
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { build } from 'vite'
import { fillDemo } from '../../src/desk/demo/fill.js'
import { type Desk, openDesk } from '../../src/desk/index.js'
import { loadActors, loadGazetteer } from '../../src/gazetteer/index.js'
import { loadTools } from '../../src/load-tools.js'
import type { EventId } from '../../src/model/index.js'
import { openRecord } from '../../src/open-record.js'
import type { Store } from '../../src/ports.js'

/** A desk and a browser to look at it with: for tests, for screenshots, for measuring. */

const root = join(import.meta.dirname, '../..')

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const executable = process.env.CHROMIUM_PATH ?? usualPlaces.find(path => existsSync(path))

/** Why nothing can be tried in a browser here; null where it can. */
export const noBrowser: string | null =
  executable === undefined
    ? 'no Chromium is installed: apt-get install chromium, or set CHROMIUM_PATH'
    : existsSync(executable)
      ? null
      : `CHROMIUM_PATH names no file: ${executable}`

/** A desk that answers, on a record of its own in a file. */
export interface TriedDesk {
  readonly store: Store
  /** The record's file. */
  readonly file: string
  readonly address: string
  /** The event on which the demo's reports disagree most; null where another record was filled. */
  readonly most: EventId | null
  /** A link that opens it once. */
  link(at?: string): string
  /** Ends the server, as Ctrl-C in its terminal does; the record stays open. */
  stop(): Promise<void>
  /** Opens it again, on the same port. */
  start(): Promise<void>
}

export interface WindowOptions extends BrowserContextOptions {
  /** The desk's own settings, as it keeps them in the browser. */
  readonly settings?: Readonly<Record<string, string | boolean>>
  /** Listens to all that its pages do, from the first. */
  readonly watch?: (context: BrowserContext) => void
}

/** How long something may take to show; nothing waits for it where it shows before. */
export const patience = 20_000

export const launch = (): Promise<Browser> =>
  chromium.launch({
    ...(executable && { executablePath: executable }),
    // Chromium's sandbox refuses the system's administrator, as whom tests run in containers; those have little shared memory.
    args: ['--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  })

/** Builds the desk's pages as they are now: what is in dist may be older. */
export async function buildPages(folder: string): Promise<void> {
  await build({
    configFile: join(root, 'vite.config.ts'),
    root: join(root, 'src/desk/app'),
    mode: 'production',
    logLevel: 'error',
    build: { outDir: folder },
  })
}

/** The demo, by the reader that is the same on every machine. */
export const demo = async (store: Store): Promise<EventId | null> =>
  fillDemo(store, await loadTools({ reader: 'lexicon' }), () => {})

export async function startDesk(
  file: string,
  pages: string,
  fill: (store: Store) => Promise<unknown> = demo,
): Promise<{ readonly desk: TriedDesk; end(): Promise<void> }> {
  const store = await openRecord(file, { busyTimeout: 100 })
  const filled = await fill(store)
  const record = {
    store,
    gazetteer: loadGazetteer(),
    actors: loadActors(),
    name: 'made up for a test',
    isDemo: true,
    borders: null,
  }
  const open = (port: number): Promise<Desk> => openDesk(record, port, pathToFileURL(`${pages}/`))
  let desk: Desk | null = await open(0)
  const address = new URL(desk.link()).origin
  const stop = async (): Promise<void> => {
    await desk?.close()
    desk = null
  }
  const tried: TriedDesk = {
    store,
    file,
    address,
    most: typeof filled === 'string' ? (filled as EventId) : null,
    link: at => desk?.link(at) ?? '',
    stop,
    async start() {
      desk = await open(Number(new URL(address).port))
    },
  }
  return {
    desk: tried,
    async end() {
      await stop()
      await store.close()
    },
  }
}

/** Opens a window of a new browser profile by a fresh link. */
export async function openWindow(
  browser: Browser,
  desk: TriedDesk,
  at: string,
  { settings = {}, watch, ...options }: WindowOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  context.setDefaultTimeout(patience)
  const kept = JSON.stringify(JSON.stringify(settings))
  await context.addInitScript(`if (origin === '${desk.address}') localStorage['herodotus-desk'] ??= ${kept}`)
  watch?.(context)
  const page = await context.newPage()
  await page.goto(desk.link(at))
  return page
}

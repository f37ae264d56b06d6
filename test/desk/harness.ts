import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest'
import type { Store } from '../../src/ports.js'
import {
  buildPages,
  launch,
  noBrowser,
  openWindow,
  startDesk,
  type TriedDesk,
  type WindowOptions,
} from './tried-desk.js'

export interface Browsing {
  /**
   * Opens a desk.
   * @param fill what its record holds: the demo, if not given
   * @param database where it is kept: in a new file, if not given
   */
  desk(fill?: (store: Store) => Promise<unknown>, database?: string): Promise<TriedDesk>
  /** Opens a window of a new browser profile by a fresh link. */
  page(desk: TriedDesk, at: string, options?: Omit<WindowOptions, 'watch'>): Promise<Page>
}

/**
 * Runs tests in a real browser, or leaves them out where there is none. After each, whatever any page has done that a page of the desk
 * must not do fails the test: a dialog, an error, something refused by the security policy, a request to another machine.
 */
export function inBrowser(title: string, tests: (browsing: Browsing) => void): void {
  describe.skipIf(noBrowser !== null)(noBrowser ? `${title} (${noBrowser})` : title, () => {
    let folder = ''
    const ends: (() => Promise<unknown>)[] = []
    const complaints: string[] = []
    let browser: Browser
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'herodotus-desk-'))
      await buildPages(join(folder, 'pages'))
      browser = await launch()
    }, 120_000)
    afterEach(async () => {
      for (const context of browser.contexts()) await context.close()
      expect(complaints.splice(0)).toEqual([])
    })
    afterAll(async () => {
      await browser?.close()
      for (const end of ends) await end()
      rmSync(folder, { recursive: true, force: true })
    })
    tests({
      async desk(fill, database = join(folder, `record${ends.length}.db`)) {
        const { desk, end } = await startDesk(database, join(folder, 'pages'), fill)
        ends.push(end)
        return desk
      },
      page: (desk, at, options) =>
        openWindow(browser, desk, at, { ...options, watch: context => watch(context, desk, complaints) }),
    })
  })
}

function watch(context: BrowserContext, desk: TriedDesk, complaints: string[]): void {
  context.on('dialog', dialog => {
    complaints.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  context.on('weberror', error => complaints.push(`an error: ${error.error().stack}`))
  context.on('console', message => {
    // That the server refuses something, or is gone, is said by the page.
    const isExpected = message.type() !== 'error' || /^Failed to load resource/.test(message.text())
    if (!isExpected) complaints.push(`on the console: ${message.text()}`)
  })
  context.on('request', request => {
    const { protocol, origin } = new URL(request.url())
    const isOwn = origin === desk.address || protocol === 'data:' || protocol === 'blob:'
    if (!isOwn) complaints.push(`asked for ${request.url()}`)
  })
}

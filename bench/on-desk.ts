import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { Store } from '../src/ports.js'
import { buildPages, launch, startDesk, type TriedDesk } from '../test/desk/tried-desk.js'

/**
 * Measures a desk in a browser: its pages as they are now, its record filled first.
 * @param file where the record is kept for the next run; null for none
 */
export async function onDesk(
  file: string | null,
  fill: (store: Store) => Promise<unknown>,
  measure: (browser: Browser, desk: TriedDesk) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'herodotus-speed-'))
  await buildPages(join(folder, 'pages'))
  const { desk, end } = await startDesk(file ?? join(folder, 'record.db'), join(folder, 'pages'), fill)
  const browser = await launch()
  try {
    await measure(browser, desk)
  } finally {
    await browser.close()
    await end()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Prints a row of the table: the median and the slowest of times in milliseconds. */
export function row(what: string, count: number, taken: readonly number[]): void {
  const [median = 0, slowest = 0] = [taken.toSorted((a, b) => a - b)[taken.length >> 1], Math.max(...taken)]
  console.log(`| ${what} | ${count} | ${median.toFixed(0)} | ${slowest.toFixed(0)} |`)
}

import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Review } from '../../src/model/index.js'
import type { Store } from '../../src/ports.js'
import { patience, type TriedDesk } from './tried-desk.js'

/** What tests ask of the desk's pages and of the record behind them. */

/** Waits until something is so: on what shows, never on time. */
export const until = <T>(what: () => T | Promise<T>, why = '') =>
  expect.poll(what, { timeout: patience, interval: 30, message: why })

/** The words of the report that glow as those of the value that is looked at. */
export const glowing = async (page: Page): Promise<string[]> =>
  (await page.locator('.text mark.glows').allInnerTexts()).map(text => text.trim())

/** The value that is looked at, in a line: "when 2032-05-05"; empty where none is. */
export async function present(page: Page): Promise<string> {
  const [line = ''] = await page.locator('.value[aria-current] > .words').allInnerTexts()
  return line.replace(/\s+/g, ' ').trim()
}

/** What stands at a value: "✓ accepted · Ada". */
export const standingOf = async (page: Page, line: string): Promise<string[]> =>
  page
    .locator('.value', { has: page.getByRole('button', { name: line, exact: true }) })
    .locator('.standing')
    .allInnerTexts()

/** The decisions that are kept, but for those that the demo begins with. */
export async function decisions(store: Store): Promise<Review[]> {
  const found: Review[] = []
  for await (const review of store.allReviews()) if (review.reviewer !== 'Demo editor') found.push(review)
  return found
}

/** Those decisions in short: "accept kind". */
export const decided = async (store: Store): Promise<string[]> =>
  (await decisions(store)).map(({ decision, value }) =>
    [decision.kind, value?.field].filter(Boolean).join(' '),
  )

/** Whether anything of a page stands beside the window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/**
 * The address of every view, on the demo, with what shows that it has come.
 * @param ofReport how a report is looked at: by the queries of its address
 */
export async function everyView(
  { store, most }: TriedDesk,
  ...ofReport: readonly (readonly [query: string, shows: string])[]
): Promise<readonly (readonly [at: string, shows: string])[]> {
  const [{ report } = { report: null }] = await store.reportsNamed('harbour-wire-2032-05-05')
  return [
    ['/events', '.chronicle li'],
    ['/reports', '.reports tbody tr'],
    [`/event/${most}`, '.matrix'],
    ...ofReport.map(([query, shows]) => [`/report/${report?.id}?${query}`, shows] as const),
    ['/timeline', 'main svg'],
    ['/map', 'main svg'],
    ['/network', 'main svg'],
    ['/review', '.value[aria-current]'],
    ['/search?words=market', '.passages li'],
    ['/agreement', 'main select'],
  ]
}

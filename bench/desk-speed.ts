/**
 * How fast the desk shows a large report: `npx tsx bench/desk-speed.ts` makes one of a megabyte whose values rest on 5,000 stretches of
 * words, opens it in Chromium (CHROMIUM_PATH, or where it usually is), and selects in it. It prints a table in Markdown.
 */

import type { Browser, Page } from 'playwright-core'
import { keepMadeUp, large } from '../test/desk/made-up-reports.js'
import { openWindow, type TriedDesk } from '../test/desk/tried-desk.js'
import { onDesk, row } from './on-desk.js'

const times = 15

/** In the page: how long until the next frame is drawn after something is done, in milliseconds. */
const timed = (action: string): string => `new Promise(done => {
  const from = performance.now()
  ${action}
  requestAnimationFrame(() => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => done(performance.now() - from)
    channel.port2.postMessage(null)
  })
})`

const whenShown = (selector: string): string => `{
  const look = () => document.querySelector(${JSON.stringify(selector)})
    ? requestAnimationFrame(() => setTimeout(() => { globalThis.shownAt = performance.now() }))
    : requestAnimationFrame(look)
  look()
}`

await onDesk(null, keepMadeUp(large), measure)

async function measure(browser: Browser, tried: TriedDesk): Promise<void> {
  const [kept] = await tried.store.reportsNamed('large')
  const page = await openWindow(browser, tried, '/agreement', { settings: { reviewer: 'Ada' } })
  const at = `${tried.address}/report/${kept?.report.id}`
  console.log(`${(large.text.length / 1e6).toFixed(2)} MB, Chromium ${browser.version()}\n`)
  console.log('| what | stretches marked | median, ms | slowest, ms |\n|---|---|---|---|')
  await page.context().addInitScript(whenShown('.text p'))
  await several(page, 'opening the report, its events marked', () => opening(page, at))
  await several(page, 'selecting another event’s words', i => click(page, '.text mark', i * 7))
  await several(page, 'opening it with every value marked', () => opening(page, `${at}?all=1`))
  await several(page, 'selecting words of another value there', i => click(page, '.text mark', i * 3))
  await several(page, 'selecting far away there, with the way there', i => click(page, '.text mark', i * 280))
  await several(page, 'selecting by a chip there', i => click(page, '.chip', i * 5))
}

async function opening(page: Page, at: string): Promise<number> {
  await page.goto('about:blank')
  await page.goto(at)
  return page.evaluate<number>(
    'new Promise(done => { const look = () => globalThis.shownAt ? done(shownAt) : requestAnimationFrame(look); look() })',
  )
}

function click(page: Page, what: string, i: number): Promise<number> {
  return page.evaluate<number>(timed(`document.querySelectorAll(${JSON.stringify(what)})[${i}].click()`))
}

async function several(page: Page, what: string, once: (i: number) => Promise<number>): Promise<void> {
  const taken: number[] = []
  for (let i = 1; i <= times; i++) taken.push(await once(i))
  const marked = await page.evaluate<number>(
    "new Set([...document.querySelectorAll('.text mark')].flatMap(mark => mark.dataset.marks.split(' '))).size",
  )
  row(what, marked, taken)
}

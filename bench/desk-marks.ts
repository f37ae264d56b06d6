/**
 * How fast the desk shows many events: `npx tsx bench/desk-marks.ts [FILE]` makes a record of 20,000 (kept in FILE for the next run, if
 * one is named), opens timeline, map and network in Chromium (CHROMIUM_PATH, or where it usually is), and moves, chooses and filters
 * there. It prints a table in Markdown.
 */

import type { Browser, Page } from 'playwright-core'
import { openWindow, type TriedDesk } from '../test/desk/tried-desk.js'
import { keepMany } from './many-events.js'
import { onDesk, row } from './on-desk.js'

const times = 7
const steps = 24
const plots = ['timeline', 'map', 'network'] as const
type Plot = (typeof plots)[number]

/**
 * In every page: when what was asked for is first seen (`whenShown`), and how long after each thing that a hand does the next frame is
 * drawn (`frames`), in milliseconds.
 */
const watching = `
  const drawn = then => requestAnimationFrame(() => requestAnimationFrame(() => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => then(performance.now())
    channel.port2.postMessage(null)
  }))
  globalThis.whenShown = isShown => new Promise(done => {
    const look = () => isShown() ? drawn(done) : requestAnimationFrame(look)
    look()
  })
  globalThis.frames = []
  for (const type of ['pointermove', 'wheel', 'click', 'keydown'])
    addEventListener(type, ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => frames.push(performance.now() - timeStamp)
        channel.port2.postMessage(null)
      })
    }, { capture: true, passive: true })
`

/** What is said of how many are shown, once nothing is asked for any more. */
const standing = `document.querySelector('.standing-line[aria-busy=false] b')?.textContent`
const pictureOf = (plot: Plot): string =>
  `document.querySelector('.linked .plot.${plot}:not(.small-plot *) :is(canvas, svg)')`
const whenShown = (...conditions: readonly string[]): string =>
  `whenShown(() => ${conditions.map(condition => `(${condition})`).join(' && ')})`

const [file = null] = process.argv.slice(2)
await onDesk(file, keepMany, measure)

async function measure(browser: Browser, tried: TriedDesk): Promise<void> {
  const page = await openWindow(browser, tried, '/agreement')
  await page.context().addInitScript(watching)
  const answer = await page.request.get(`${tried.address}/api/marks`)
  const size = ((await answer.body()).length / 1e6).toFixed(2)
  console.log(
    `${(await tried.store.counts()).events} events, an answer of ${size} MB, Chromium ${browser.version()}\n`,
  )
  const told = (what: string, taken: readonly number[]): void => row(what, taken.length, taken)
  console.log('| what | times | median, ms | slowest, ms |\n|---|---|---|---|')
  for (const plot of plots) {
    const at = `${tried.address}/${plot}`
    told(`opening the ${plot}`, await several(() => opening(page, at, plot)))
    told(
      `opening the ${plot}, the record having changed`,
      await several(async () => {
        await tried.store.logExport({ subject: 'desk-marks', digest: '0'.repeat(64) })
        return opening(page, at, plot)
      }),
    )
    if (plot === 'network') continue
    told(`zooming the ${plot}, a step`, await zooming(page, plot))
    told(`moving the ${plot}, a step`, await dragging(page, plot, 90))
    const choosing = plot === 'timeline' ? 'a stretch of the timeline' : 'a box of the map'
    told(`choosing ${choosing}, a step`, await dragging(page, plot, plot === 'timeline' ? 12 : 90, 'Shift'))
  }
  for (const plot of plots) {
    await opening(page, `${tried.address}/${plot}`, plot)
    told(`filtering the ${plot} by a kind, and back`, await several(i => filtering(page, i)))
  }
  told('turning from one to the next', await several(i => turning(page, plots[i % 3] ?? 'map')))
}

async function several(once: (i: number) => Promise<number>): Promise<number[]> {
  const taken: number[] = []
  for (let i = 0; i < times; i++) taken.push(await once(i))
  return taken
}

async function opening(page: Page, at: string, plot: Plot): Promise<number> {
  await page.goto('about:blank')
  await page.goto(at)
  return page.evaluate<number>(whenShown(standing, pictureOf(plot)))
}

async function middleOf(page: Page, plot: Plot): Promise<{ readonly x: number; readonly y: number }> {
  const box = await page.locator(`.plot.${plot}:not(.small-plot *)`).boundingBox()
  if (box === null) throw new Error(`no ${plot} is on the page`)
  return { x: box.x + box.width / 2, y: box.y }
}

async function zooming(page: Page, plot: Plot): Promise<number[]> {
  const { x, y } = await middleOf(page, plot)
  await page.mouse.move(x, y + 90)
  await page.keyboard.down('Control')
  return framesOf(page, async () => {
    for (let step = 0; step < steps; step++) await page.mouse.wheel(0, step < steps / 2 ? -40 : 40)
    await page.keyboard.up('Control')
  })
}

async function dragging(page: Page, plot: Plot, down: number, key?: string): Promise<number[]> {
  const { x, y } = await middleOf(page, plot)
  await page.mouse.move(x, y + down)
  if (key) await page.keyboard.down(key)
  await page.mouse.down()
  const taken = await framesOf(page, async () => {
    for (let step = 1; step <= steps; step++) await page.mouse.move(x + step * 6, y + down + step)
  })
  await page.mouse.up()
  if (key) await page.keyboard.up(key)
  return taken
}

/** How long after each step of a hand the next frame was drawn. */
async function framesOf(page: Page, moving: () => Promise<void>): Promise<number[]> {
  await page.evaluate('frames.length = 0')
  await moving()
  // What follows when the hand rests, the URL written among it, counts too.
  return page.evaluate<number[]>('new Promise(done => setTimeout(() => done([...frames]), 600))')
}

/** From a choice in the filter's form to the frame with all that it leaves. */
async function filtering(page: Page, i: number): Promise<number> {
  const before = await page.evaluate<string>(standing)
  const from = await page.evaluate<number>('performance.now()')
  await page.getByLabel('Kind', { exact: true }).selectOption(i % 2 === 0 ? 'shelling' : '')
  return (
    (await page.evaluate<number>(whenShown(`${standing} !== ${JSON.stringify(before)}`, standing))) - from
  )
}

async function turning(page: Page, plot: Plot): Promise<number> {
  const from = await page.evaluate<number>('performance.now()')
  await page.locator(`nav a[href^="/${plot}"]`).click()
  return (await page.evaluate<number>(whenShown(standing, pictureOf(plot)))) - from
}

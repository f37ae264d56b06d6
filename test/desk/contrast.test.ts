import { readFileSync } from 'node:fs'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { shades } from '../../src/desk/app/linked/shades.js'
import { inBrowser } from './harness.js'
import { everyView } from './pages.js'
import { type Colour, faintSigns, hex, measureWords, over, ratioOf } from './painted.js'
import type { TriedDesk, WindowOptions } from './tried-desk.js'

describe('the colours that the desk draws with', () => {
  const style = (name: string): string =>
    readFileSync(new URL(`../../src/desk/app/style/${name}.css`, import.meta.url), 'utf8')
  const [light = '', dark = ''] = style('tokens').split('@media screen and (prefers-color-scheme: dark)')
  const tokensOf = (css: string): ReadonlyMap<string, Colour> =>
    new Map(
      [...css.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map(([, name = '', value = '']) => [name, hex(value)]),
    )
  const marks = [...style('text').matchAll(/--mark: light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)]

  describe.each([
    ['light', tokensOf(light), 1],
    ['dark', new Map([...tokensOf(light), ...tokensOf(dark)]), 2],
  ] as const)('%s', (_, tokens, side) => {
    const token = (name: string): Colour => tokens.get(name) ?? [0, 0, 0]
    const grounds = ['paper', 'raised'].map(token)
    const least = (colour: Colour, share = 1): number =>
      Math.min(...grounds.map(ground => ratioOf(over(colour, ground, share), ground)))

    it('words', () => {
      for (const name of ['ink', 'dim', 'link', 'agree', 'clash', 'doubt'])
        expect([name, least(token(name)) >= 4.5]).toEqual([name, true])
      expect(ratioOf(token('on-accent'), token('accent'))).toBeGreaterThan(4.5)
      // Words that are picked are drawn in the colour of the page on that of the focus.
      expect(ratioOf(token('paper'), token('focus'))).toBeGreaterThan(4.5)
    })

    it('the lines below the words of each kind of value, the edges of chips and values', () => {
      expect(marks.length).toBe(9)
      for (const mark of marks) expect(least(hex(mark[side] ?? ''))).toBeGreaterThan(3)
    })

    it('controls, the focus, what is drawn and what of it lies outside what is chosen', () => {
      for (const name of ['dim', 'focus', 'drawn', 'accent'])
        expect([name, least(token(name)) >= 3]).toEqual([name, true])
      expect(least(token('dim'), shades.pale)).toBeGreaterThan(3)
      expect(least(token('dim'), shades.land)).toBeGreaterThan(3)
    })
  })

  it('colours that are too near to each other are found', () => {
    expect(ratioOf(hex('#777777'), hex('#ffffff'))).toBeCloseTo(4.48, 2)
    expect(ratioOf(hex('#000000'), hex('#ffffff'))).toBe(21)
  })
})

inBrowser('what is painted', browsing => {
  let desk: TriedDesk
  let report = ''
  beforeAll(async () => {
    desk = await browsing.desk()
    report = (await desk.store.reportsNamed('harbour-wire-2032-05-05'))[0]?.report.id ?? ''
  })

  /** What axe cannot decide of the contrast of words. */
  const undecided = async (page: Page): Promise<string[]> => {
    await page.evaluate(axe.source)
    const { incomplete } = await page.evaluate<axe.AxeResults>(
      "axe.run({ runOnly: ['color-contrast'], resultTypes: ['incomplete'] })",
    )
    return incomplete.flatMap(({ nodes }) => nodes.map(({ target }) => String(target[0])))
  }

  const counted = { words: 0, open: 0 }
  /** Measures the words that are shown, light and dark. */
  const measure = async (page: Page, at: string): Promise<void> => {
    const open = await undecided(page)
    for (const theme of ['light', 'dark']) {
      await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`)
      const { count, open: decided, faint } = await measureWords(page, open)
      expect([at, theme, faint]).toEqual([at, theme, []])
      expect([at, count > 3]).toEqual([at, true])
      counted.words += count
      counted.open += decided
    }
  }

  // A window in which every view is seen whole.
  const viewport = { width: 1280, height: 3600 }
  const go = async (page: Page, at: string, shows: string): Promise<void> => {
    await page.goto(`${desk.address}${at}`)
    await page.locator(shows).first().waitFor()
  }

  it('words, in every view', async () => {
    const page = await browsing.page(desk, '/agreement', { viewport })
    const usual = await everyView(desk, [`event=${desk.most}&field=harm.0&all=1`, '.value[aria-current]'])
    const views = [...usual, ['/event/event:nothing', '.fault']] as const
    for (const [view, shows] of views) {
      // A stretch of time that is chosen is seen, too.
      const at = view === '/timeline' ? `${view}?from=2032-05-05&to=2032-05-09` : view
      await go(page, at, shows)
      await measure(page, at)
    }
  })

  it('words, in what is asked and what opens', async () => {
    const page = await browsing.page(desk, '/review', { viewport, settings: { reviewer: 'Ada' } })
    await page.locator('.value[aria-current]').waitFor()
    for (const key of ['e', 'i', 'm', 's', 'n', '?']) {
      await page.keyboard.press(key)
      const asked = page.locator('dialog[open], form.edit')
      await asked.first().waitFor()
      await measure(page, key)
      while ((await asked.count()) > 0) await page.keyboard.press('Escape')
    }
    await page.locator('.settings summary').first().click()
    await measure(page, 'settings')
  })

  it('thousands of words were measured, and hundreds that axe leaves open', () => {
    expect(counted.words).toBeGreaterThan(2_000)
    expect(counted.open).toBeGreaterThan(200)
  })

  it('words and signs that are too faint, or not there at all, are found', async () => {
    const page = await browsing.page(desk, '/agreement')
    await page.locator('main select').first().waitFor()
    const measured = async (colour: string): Promise<readonly string[]> => {
      await page.evaluate(`document.querySelector('h1').style.color = '${colour}'`)
      return (await measureWords(page, [])).faint
    }
    expect(await measured('#2f2f2f')).toEqual([])
    expect(await measured('#9a9a9a')).toEqual([expect.stringMatching(/^2\.\d+: <h1/)])
    expect(await measured('#fdfcfa')).toEqual([expect.stringMatching(/^1\.00: <h1/)])
    // A heading has words and no sign; of what is not there, nothing was measured.
    expect(await faintSigns(page, ['main select', 'h1', '.nothing'])).toEqual([
      'h1: 1.00 of 1',
      '.nothing: Infinity of 0',
    ])
  })

  const signs: readonly (readonly [at: () => string, shows: string, signs: readonly string[]])[] = [
    [
      () => `/report/${report}?event=${desk.most}&field=harm.0&all=1`,
      '.value[aria-current]',
      [
        ...['when', 'where', 'harm', 'said', 'trigger', 'means', 'status'].map(kind => `.text .line.${kind}`),
        '.text mark.glows',
        '.chip',
        '.value[aria-current]',
        '.actions button',
      ],
    ],
    [() => '/events', '.chronicle li', ['form input', 'form select', 'nav a[aria-current]']],
    [() => '/reports', '.reports tbody tr', ['.reports .share']],
    [() => '/timeline?from=2032-05-05&to=2032-05-09', 'main svg', ['.plot.timeline canvas']],
    [() => '/network', 'main svg', ['.network .node', '.families svg']],
    [() => '/map', 'main svg', ['.plot.map canvas']],
  ]
  it.each([
    ['light', { settings: { theme: 'light' } }],
    ['dark', { settings: { theme: 'dark' } }],
    ['in colours of the reader’s own (high contrast)', { forcedColors: 'active', colorScheme: 'dark' }],
  ] satisfies [string, WindowOptions][])('signs, %s', async (_, look) => {
    const page = await browsing.page(desk, '/agreement', { ...look, viewport: { width: 1280, height: 1800 } })
    for (const [at, shows, selectors] of signs) {
      await go(page, at(), shows)
      await expect.poll(() => faintSigns(page, selectors)).toEqual([])
    }
  })

  it('in a reader’s own colours the lines below words keep their forms, and what is chosen is drawn as chosen', async () => {
    const page = await browsing.page(desk, '/agreement', { forcedColors: 'active' })
    await go(page, signs[0]?.[0]() ?? '', '.value[aria-current]')
    const forms = async (): Promise<string[]> => {
      const found = await page.evaluate<string[]>(`
        [...document.querySelectorAll('.text .line')].map(line => getComputedStyle(line))
          .map(({ textDecorationStyle, textDecorationThickness }) => textDecorationStyle + ' ' + textDecorationThickness)`)
      return [...new Set(found)].sort()
    }
    await expect
      .poll(forms)
      .toEqual(['dashed 2px', 'dashed 3px', 'dotted 2px', 'double 2px', 'solid 2px', 'solid 3px', 'wavy 1px'])
    await go(page, '/events', '.chronicle li')
    const chosen = await page.evaluate<string[]>(`['nav a[aria-current]', 'nav a:not([aria-current])']
      .map(selector => getComputedStyle(document.querySelector(selector)).backgroundColor)`)
    expect(new Set(chosen).size).toBe(2)
  })
})

import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { inBrowser } from './harness.js'
import { keepMadeUp } from './made-up-reports.js'
import { everyView, overflow, until } from './pages.js'
import type { TriedDesk, WindowOptions } from './tried-desk.js'

inBrowser('every view', browsing => {
  let desk: TriedDesk
  let views: readonly (readonly [at: string, shows: string])[]
  beforeAll(async () => {
    desk = await browsing.desk()
    views = await everyView(
      desk,
      [`event=${desk.most}&field=harm.0`, '.value[aria-current]'],
      ['all=1', '.gutter .harm'],
    )
  })

  /** What axe finds serious or critical, in a line each. */
  const findings = async (page: Page): Promise<string[]> => {
    await page.evaluate(axe.source)
    const { violations } = await page.evaluate<axe.AxeResults>(
      "axe.run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })",
    )
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
  }

  const narrow = { width: 360, height: 740 }
  const looks: readonly (readonly [string, WindowOptions])[] = [
    ['light', {}],
    ['dark', { settings: { theme: 'dark' } }],
    ['dark as the system has it, in Arabic', { settings: { language: 'ar' }, colorScheme: 'dark' }],
    ['in French, on a narrow screen', { settings: { language: 'fr' }, viewport: narrow }],
  ]
  it.each(looks)(
    '%s: axe finds nothing serious, and nothing stands beside the window',
    async (_, options) => {
      const page = await browsing.page(desk, '/agreement', options)
      const { language = 'en' } = options.settings ?? {}
      for (const [at, shows] of views) {
        await page.goto(`${desk.address}${at}`)
        await page.locator(shows).first().waitFor()
        expect([at, await findings(page)]).toEqual([at, []])
        expect([at, await overflow(page)]).toEqual([at, 0])
        expect(await page.evaluate('[document.documentElement.lang, document.documentElement.dir]')).toEqual([
          language,
          language === 'ar' ? 'rtl' : 'ltr',
        ])
      }
    },
  )

  it('in Arabic, on a narrow screen: nothing stands beside the window', async () => {
    const page = await browsing.page(desk, '/agreement', { settings: { language: 'ar' }, viewport: narrow })
    for (const [at, shows] of views) {
      await page.goto(`${desk.address}${at}`)
      await page.locator(shows).first().waitFor()
      expect([at, await overflow(page)]).toEqual([at, 0])
    }
  })

  it('what is asked of a reviewer has no serious findings either', async () => {
    const page = await browsing.page(desk, '/review', { settings: { reviewer: 'Ada' } })
    await page.locator('.value[aria-current]').waitFor()
    for (const key of ['e', 'i', 'm', 's', 'n', '?']) {
      await page.keyboard.press(key)
      const asked = page.locator('dialog[open], form.edit')
      await asked.first().waitFor()
      expect([key, await findings(page)]).toEqual([key, []])
      // Escape leaves a text field, and then what asks.
      await until(async () => {
        await page.keyboard.press('Escape')
        return asked.count()
      }).toBe(0)
    }
  })

  it('the first thing that the keyboard reaches leads past the navigation', async () => {
    const page = await browsing.page(desk, '/events')
    await page.locator('.chronicle li').first().waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await until(() => page.evaluate('document.activeElement.id')).toBe('content')
  })

  const place = (page: Page) => page.evaluate<[string, number]>('[document.activeElement.id, scrollY]')

  it('a link leads to the beginning of what it names; the page says what it is, also to who does not see it', async () => {
    const page = await browsing.page(desk, `/event/${desk.most}`, { viewport: { width: 900, height: 300 } })
    await until(() => page.title()).toMatch(/^bombing, 2032-05-05, .* · Herodotus$/)
    const led = page.locator('.desk > [aria-live]')
    expect(await led.textContent()).toBe('')
    await page
      .getByRole('row', { name: /^harm injured/ })
      .getByRole('link')
      .first()
      .click()
    await until(() => page.title()).toBe('At least 12 killed by car bomb at market in Karsova · Herodotus')
    await until(() => led.textContent()).toBe('At least 12 killed by car bomb at market in Karsova')
    await page.evaluate('scrollTo(0, 200)')
    await page.getByRole('link', { name: 'Events', exact: true }).click()
    await until(() => page.title()).toBe('Events · Herodotus')
    await until(() => led.textContent()).toBe('Events')
    expect(await place(page)).toEqual(['content', 0])
    await page.getByText('Settings', { exact: true }).click()
    await page.getByLabel('Language').selectOption('fr')
    await until(() => page.title()).toBe('Événements · Herodotus')
  })

  it('going back leads to where one was, on the link that one followed, as soon as that is there', async () => {
    const page = await browsing.page(desk, '/events', { viewport: { width: 900, height: 300 } })
    const link = page.locator('.chronicle li:last-child a')
    await link.focus()
    const [, y] = await place(page)
    expect(y).toBeGreaterThan(300)
    await page.keyboard.press('Enter')
    await page.locator('.matrix').waitFor()
    expect(await place(page)).toEqual(['content', 0])
    await page.route('**/api/events?*', async route => {
      await new Promise(resolve => setTimeout(resolve, 300))
      await route.continue()
    })
    await page.goBack()
    await until(() => place(page)).toEqual(['', y])
    expect(await page.locator('.chronicle li:last-child a:focus').count()).toBe(1)
    await page.reload()
    await until(() => place(page)).toEqual(['', y])
    await page.goForward()
    await page.locator('.matrix').waitFor()
    await until(() => place(page)).toEqual(['content', 0])
  })

  it('a list is as long again as it was when one left it', async () => {
    const numbers = Array.from({ length: 110 }, (_, i) => i)
    const listed = await browsing.desk(
      keepMadeUp({
        name: 'listed',
        text: numbers.map(i => `Guards shelled${i} the mill.`).join('\n\n'),
        events: numbers.map(i => ({ trigger: `shelled${i}`, kind: 'shelling' })),
      }),
    )
    const page = await browsing.page(listed, '/events')
    const entries = page.locator('.chronicle li')
    const found = page.getByRole('status').filter({ hasText: /event/ })
    const more = page.getByRole('button', { name: 'Show more' })
    await until(() => found.textContent()).toBe('The first 50 events; more fit')
    await more.click()
    await until(() => found.textContent()).toBe('The first 100 events; more fit')
    await more.click()
    await until(() => found.textContent()).toBe('110 events')
    await entries.nth(104).getByRole('link').click()
    await page.locator('.matrix').waitFor()
    await page.goBack()
    await until(() => entries.nth(104).locator('a:focus').count()).toBe(1)
    expect(await page.evaluate('scrollY')).toBeGreaterThan(900)
    await page.getByLabel('Kind').selectOption('shelling')
    await until(() => found.textContent()).toBe('The first 50 events; more fit')
  })

  it('what changes only how a page is seen leaves the reader where they are', async () => {
    const page = await browsing.page(desk, '/timeline', { viewport: { width: 900, height: 300 } })
    const slider = page.getByRole('slider', { name: 'First day' })
    await slider.focus()
    const y = await page.evaluate('scrollY')
    expect(y).toBeGreaterThan(0)
    for (let day = 0; day < 6; day++) await page.keyboard.press('ArrowRight')
    await until(() => page.title()).toMatch(/^Timeline: 2032-\d\d-\d\d\/\.\. · Herodotus$/)
    expect(await slider.and(page.locator(':focus')).count()).toBe(1)
    expect(await page.evaluate('scrollY')).toBe(y)
  })

  it('a hash leads to what it names, when the page is opened and when a link leads there', async () => {
    const page = await browsing.page(desk, `/event/${desk.most}#matrix`, {
      viewport: { width: 900, height: 300 },
    })
    await until(() => place(page)).toEqual(['matrix', expect.any(Number)])
    const [, y] = await place(page)
    expect(y).toBeGreaterThan(0)
    // As by a screen reader, which needs not scroll to it.
    await page.getByRole('link', { name: 'Events', exact: true }).dispatchEvent('click')
    await page.locator('.chronicle li').first().waitFor()
    expect(await place(page)).toEqual(['content', 0])
    await page.goBack()
    await until(() => place(page)).toEqual(['content', y])
  })
})

import axe from 'axe-core'
import { expect, it } from 'vitest'
import { inBrowser } from './harness.js'
import { keepMadeUp } from './made-up-reports.js'
import { decisions, overflow, present, until } from './pages.js'
import type { TriedDesk } from './tried-desk.js'

const endless = 'x'.repeat(10_000)
/** Nothing of it may run, be asked for, or turn what stands around it. */
const markup = '<img src="https://evil.example/x.png" onerror="alert(1)"><script>alert(2)</script>'
const turned = '\u202eturned\u2066 &lt;b&gt; &amp;\u0000 javascript:alert(3)'
const hostile = {
  name: `${markup} ${turned}`,
  text: [markup, turned, endless, `${markup} guards attacked ${turned} in ${endless}x, ${markup} said.`].join(
    '\n\n',
  ),
  source: `file:///${turned}/${markup}`,
  events: [
    {
      trigger: 'attacked',
      initiator: `${markup} guards`,
      target: turned,
      place: `${endless}x`,
      holder: `${markup} said`,
    },
  ],
}

inBrowser('what is hostile, old or wrong', browsing => {
  const idOf = async (desk: TriedDesk): Promise<{ readonly event: string; readonly report: string }> => {
    for await (const { event, report } of desk.store.events({})) return { event: event.id, report: report.id }
    throw new Error('the record has an event')
  }

  it('titles, names and texts of any kind are shown as they are, and nothing of them runs', async () => {
    const desk = await browsing.desk(keepMadeUp(hostile))
    const { event, report } = await idOf(desk)
    const settings = { reviewer: `${markup}\u202e` }
    const page = await browsing.page(desk, `/report/${report}?event=${event}&field=targets.0`, { settings })
    await until(() => page.locator('.text p').last().textContent()).toContain(markup)
    await until(async () => (await page.locator('.text mark.glows').allTextContents()).join('')).toBe(turned)
    // Where nothing holds it in, nothing of it turns what follows.
    expect(await page.title()).toBe(`${markup} turned &lt;b&gt; &amp; javascript:al… · Herodotus`)
    expect(await page.locator('main :is(img, script, b:not([class]))').count()).toBe(0)
    expect(await overflow(page)).toBe(0)

    await page.goto(`${desk.address}/review`)
    await until(() => present(page)).toBe('kind attack')
    await page.keyboard.press('a')
    await until(async () => (await decisions(desk.store)).length).toBe(1)
    expect(await overflow(page)).toBe(0)

    const views = [
      [`/event/${event}`, '.matrix'],
      ['/events', '.chronicle li'],
      ['/reports', '.reports tbody tr'],
      ['/search?words=attacked', '.passages li'],
      ['/timeline', 'main h1'],
      ['/map', 'main h1'],
      ['/network', 'main h1'],
      [`/api/page/event/${event}`, 'h1'],
      [`/api/page/report/${report}`, 'h1'],
    ] as const
    for (const [path, shows] of views) {
      await page.goto(`${desk.address}${path}`)
      await page.locator(shows).first().waitFor()
      expect([path, await page.locator('body :is(img, script)').count()]).toEqual([path, 0])
      if (!path.startsWith('/api')) expect([path, await overflow(page)]).toEqual([path, 0])
    }
  })

  it('an address with markup in it is one that nothing is at', async () => {
    const desk = await browsing.desk()
    const page = await browsing.page(desk, `/event/${encodeURIComponent(markup)}`)
    await until(() => page.getByRole('alert').textContent()).toContain('is in the record')
    await page.goto(`${desk.address}/search?words=${encodeURIComponent(markup)}`)
    await until(() => page.getByRole('searchbox').inputValue()).toBe(markup)
    await page.goto(`${desk.address}/events?kind=nonsense&from=yesterday`)
    await until(() => page.getByRole('alert').count()).toBe(1)
  })

  it('a link that was used, and a session that is over, say what to do', async () => {
    const desk = await browsing.desk()
    const link = desk.link('/events')
    const page = await browsing.page(desk, '/events')
    await page.goto(link)
    await page.locator('.chronicle li').first().waitFor()
    await page.context().clearCookies()
    await page.goto(link)
    await until(() => page.locator('body').textContent()).toMatch(
      /link has been used.*Press Enter in the terminal/s,
    )
    await page.goto(`${desk.address}/events`)
    await until(() => page.locator('body').textContent()).toMatch(/has not opened the desk’s link/)
    await page.goto(desk.link('/events'))
    await page.locator('.chronicle li').first().waitFor()

    // The session ends under an open page.
    await page.context().clearCookies()
    await page.getByLabel('Kind').selectOption('shelling')
    await until(() => page.getByRole('alert').allTextContents()).toEqual([
      expect.stringMatching(/Press Enter in the terminal/),
    ])
  })

  it('an event that was merged away leads to the one that it became part of', async () => {
    const desk = await browsing.desk()
    const page = await browsing.page(desk, `/event/${desk.most}`)
    const link = page.getByRole('columnheader').getByRole('link', { name: 'Ostravia Watch' })
    const old = /event=(event%3A\w+)/.exec((await link.getAttribute('href')) ?? '')?.[1]
    await page.goto(`${desk.address}/event/${old}?policy=lowest`)
    await page.getByRole('region', { name: 'Who says what' }).waitFor()
    await until(() => decodeURIComponent(page.url())).toBe(`${desk.address}/event/${desk.most}?policy=lowest`)
    await until(() => page.locator('.banner').allTextContents()).toEqual([
      expect.stringContaining(decodeURIComponent(old ?? '')),
    ])
  })

  it('the page to send speaks the language of the desk; one that cannot be made says so to a person', async () => {
    const desk = await browsing.desk()
    const page = await browsing.page(desk, `/event/${desk.most}`, { settings: { language: 'ar' } })
    const link = page.locator('a[href^="/api/page/event/"]:not([download])')
    const path = (await link.getAttribute('href')) ?? ''
    await page.goto(`${desk.address}${path}`)
    await page.getByRole('heading', { name: 'من يقول ماذا' }).waitFor()
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    await page.setViewportSize({ width: 360, height: 700 })
    expect(await overflow(page)).toBe(0)
    await page.evaluate(axe.source)
    const { violations } = await page.evaluate<axe.AxeResults>("axe.run({ resultTypes: ['violations'] })")
    expect(violations.map(({ id }) => id)).toEqual([])

    await page.goto(`${desk.address}/api/page/event/${encodeURIComponent(`event:${markup}`)}`)
    await page.getByRole('heading', { name: 'Herodotus' }).waitFor()
    expect(await page.locator('p').allTextContents()).toEqual([
      expect.stringContaining(`event:${markup} is in the record`),
      expect.stringContaining('The list of events'),
    ])
    expect(await page.locator('body :is(img, script)').count()).toBe(0)
  })
})

import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { inBrowser } from './harness.js'
import { until } from './pages.js'
import type { TriedDesk } from './tried-desk.js'

inBrowser('the filter', browsing => {
  let desk: TriedDesk
  beforeAll(async () => {
    desk = await browsing.desk()
  })
  const asked = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams)
  const set = (page: Page) => page.getByRole('list', { name: 'What is filtered by' }).getByRole('button')
  const focus = (page: Page) => page.locator(':focus')

  it('words are asked for as they are typed: focus and history stay, and how much is found is said', async () => {
    const page = await browsing.page(desk, '/events')
    const found = page.getByRole('status').filter({ hasText: /event/ })
    await until(() => found.textContent()).toMatch(/^\d\d events$/)
    const [all, pages] = [await found.textContent(), await page.evaluate('history.length')]
    await page.getByLabel('Place').focus()
    await page.keyboard.type('delna ', { delay: 20 })
    await until(() => asked(page)).toEqual({ place: 'delna' })
    await until(() => found.textContent()).not.toBe(all)
    expect(await focus(page).inputValue()).toBe('delna ')
    expect(await page.evaluate('history.length')).toBe(pages)
    expect(await page.title()).toBe('Events: delna · Herodotus')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('nowhere')
    await page.keyboard.press('Enter')
    expect(asked(page)).toEqual({ place: 'nowhere' })
    await until(() => found.textContent()).toMatch(/^No event fits\./)
  })

  it('what is set is in view and taken away by a button, from which the focus goes on to the next', async () => {
    const page = await browsing.page(desk, '/timeline?zoom=2032-05-01_2032-06-30&kind=shelling&place=Delna')
    await until(() => set(page).allTextContents()).toEqual(['Remove Kind: shelling×', 'Remove Place: Delna×'])
    await page.getByRole('button', { name: 'Remove Kind: shelling' }).focus()
    await page.keyboard.press('Enter')
    await until(() => asked(page)).toEqual({ zoom: '2032-05-01_2032-06-30', place: 'Delna' })
    await until(() => focus(page).textContent()).toBe('Remove Place: Delna×')
    await page.keyboard.press('Enter')
    await until(() => set(page).count()).toBe(0)
    await until(() => focus(page).getAttribute('id')).toBe('filter-search')
  })

  it('all of it is cleared at once, and nothing but it', async () => {
    const page = await browsing.page(desk, '/map?view=0,0,3&kind=shelling&box=1,2,60,70&status=asserted')
    await until(() => set(page).count()).toBe(3)
    await page.getByRole('button', { name: 'Clear all' }).click()
    await until(() => asked(page)).toEqual({ view: '0,0,3' })
  })

  it('what is asked for less is behind the row, and opened where it is set', async () => {
    const page = await browsing.page(desk, '/events')
    const [more, status] = [page.getByRole('button', { name: 'More' }), page.getByLabel('Status')]
    await more.waitFor()
    expect(await status.isVisible()).toBe(false)
    await more.click()
    await status.selectOption('disputed')
    await until(() => asked(page)).toEqual({ status: 'disputed' })
    await page.reload()
    await until(() => status.isVisible()).toBe(true)
    expect(await more.getAttribute('aria-expanded')).toBe('true')
    // Whoever is in it is not left without it.
    await status.selectOption('any')
    await until(() => asked(page)).toEqual({})
    expect(await status.isVisible()).toBe(true)
  })

  it('a month or a year is a stretch of days, and what is no day is said to be none', async () => {
    const page = await browsing.page(desk, '/events')
    const [from, to] = [page.getByLabel('From'), page.getByLabel('To', { exact: true })]
    await from.fill('2032-05')
    await to.fill('2032-5')
    await page.keyboard.press('Enter')
    await until(() => asked(page)).toEqual({ from: '2032-05-01', to: '2032-05-31' })
    expect([await from.inputValue(), await to.inputValue()]).toEqual(['2032-05-01', '2032-05-31'])

    await to.fill('31/5/2032')
    await page.keyboard.press('Tab')
    await until(() => page.getByRole('alert').textContent()).toBe('Write 2032-05-31, 2032-05 or 2032.')
    expect(asked(page)).toEqual({ from: '2032-05-01', to: '2032-05-31' })
    expect([await to.inputValue(), await to.getAttribute('aria-invalid')]).toEqual(['31/5/2032', 'true'])
    await to.fill('2031')
    await page.keyboard.press('Enter')
    await until(() => page.getByText('The first day is after the last').isVisible()).toBe(true)
    expect(await page.getByRole('alert').count()).toBe(0)
    await to.fill('')
    await page.keyboard.press('Enter')
    await until(() => asked(page)).toEqual({ from: '2032-05-01' })

    await page.goto(`${desk.address}/timeline?from=2032-05&to=2032`)
    await until(() => set(page).allTextContents()).toEqual([
      'Remove From: 2032-05-01×',
      'Remove To: 2032-12-31×',
    ])
    await until(() => page.getByRole('slider', { name: 'First day' }).count()).toBe(1)
  })

  it('on a narrow screen all is folded but what is set; on paper it is a line', async () => {
    const page = await browsing.page(desk, '/events?kind=shelling&from=2032-05-01', {
      viewport: { width: 400, height: 800 },
    })
    await until(() => set(page).count()).toBe(2)
    const kind = page.getByLabel('Kind', { exact: true })
    expect(await kind.isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Filter' }).click()
    expect(await kind.isVisible()).toBe(true)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.on-paper').textContent()).toBe('Filter: Kind: shelling · From: 2032-05-01')
    expect(await page.locator('form :is(button, input, select)').filter({ visible: true }).count()).toBe(0)
  })
})

import { beforeAll, expect, it } from 'vitest'
import { inBrowser } from './harness.js'
import { glowing, present, until } from './pages.js'
import type { TriedDesk } from './tried-desk.js'

inBrowser('the first minute', browsing => {
  let desk: TriedDesk
  beforeAll(async () => {
    desk = await browsing.desk()
  })

  it('the printed link opens an event on which reports disagree, and a value leads to its words', async () => {
    const page = await browsing.page(desk, `/event/${desk.most}`)
    const matrix = page.getByRole('region', { name: 'Who says what' })
    await until(() => matrix.getByRole('columnheader').getByRole('link').allInnerTexts()).toEqual([
      'Harbour Wire',
      'Ostravia State News',
      'The Meridian',
      'Ostravia Watch',
    ])
    expect(page.url()).not.toMatch(/token/)
    const killed = matrix.getByRole('row', { name: /^harm killed clash/ })
    expect(await killed.getByRole('link').allInnerTexts()).toEqual([
      '≥ 12 killed',
      '11 civilians killed',
      '17 people killed',
      '19 people killed',
    ])

    await killed.getByRole('link', { name: '17 people killed' }).click()
    await until(() => glowing(page)).toEqual(['17 people'])
    expect(await present(page)).toBe('harm 17 people killed')
    const card = page.locator('.card', { has: page.locator('[aria-current]') })
    await card.getByRole('link', { name: 'This event by all its sources' }).click()
    await until(() => page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^bombing/)
  })

  it('what is in view is in the address: it opens the same again, and going back leads back', async () => {
    const page = await browsing.page(desk, '/events')
    await page.getByLabel('Kind').selectOption('shelling')
    await until(() => page.url()).toMatch(/kind=shelling/)
    const entries = page.locator('.chronicle > li')
    await until(async () => new Set(await entries.locator('.kind').allInnerTexts())).toEqual(
      new Set(['shelling']),
    )
    const listed = await entries.allInnerTexts()
    await entries.first().getByRole('link').click()
    await page.getByRole('region', { name: 'Who says what' }).waitFor()
    await page.goBack()
    await until(() => entries.allInnerTexts()).toEqual(listed)
    await page.reload()
    await until(() => entries.allInnerTexts()).toEqual(listed)
  })

  it('words lead to the value that rests on them', async () => {
    const page = await browsing.page(desk, `/event/${desk.most}`)
    await page.getByRole('columnheader').getByRole('link', { name: 'Harbour Wire' }).click()
    await page.locator('.text mark', { hasText: 'interior ministry' }).first().click()
    await until(() => present(page)).toMatch(/^says so interior ministry/)
    await until(() => glowing(page)).toContain('the interior ministry')
  })

  it('search leads to the place of the words', async () => {
    const page = await browsing.page(desk, '/search?words=bread')
    const found = page.getByRole('region', { name: /passage/ }).getByRole('listitem')
    await until(() => found.allInnerTexts()).toEqual([expect.stringContaining('sells bread')])
    await found.getByRole('link').click()
    await until(() => page.getByRole('heading', { level: 1 }).textContent()).toMatch(/buries its dead/)
    await until(() => page.evaluate("CSS.highlights.has('led-to')")).toBe(true)
  })
})

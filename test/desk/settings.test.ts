import { expect, it } from 'vitest'
import { inBrowser } from './harness.js'
import { decisions, present, standingOf, until } from './pages.js'

inBrowser('what a reader sets', browsing => {
  it('a warning stands before what is reported, and names are blurred until pointed at', async () => {
    const desk = await browsing.desk()
    const settings = { warnOfContent: true, blurNames: true }
    const page = await browsing.page(desk, `/event/${desk.most}`, { settings })
    const name = page.locator('.matrix .person').first()
    await name.waitFor()
    const blur = () => page.evaluate("getComputedStyle(document.querySelector('.matrix .person')).filter")
    expect(await blur()).toMatch(/^blur/)
    await name.hover()
    await until(blur).toBe('none')

    await page.getByRole('columnheader').getByRole('link').first().click()
    const warned = page.getByText('This report may describe violence.')
    await warned.waitFor()
    expect(await page.locator('.text').count()).toBe(0)
    await page.getByRole('button', { name: 'Show it' }).click()
    await page.locator('.text p').first().waitFor()
  })

  it('the language is kept, in every tab of the browser', async () => {
    const desk = await browsing.desk()
    const page = await browsing.page(desk, '/events')
    const other = await page.context().newPage()
    await other.goto(page.url())
    await page.getByText('Settings', { exact: true }).click()
    await page.getByLabel('Language').selectOption('ar')
    await until(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('الأحداث')
    await until(() => other.getByRole('heading', { level: 1 }).textContent()).toBe('الأحداث')
    await page.reload()
    await until(() => page.evaluate('document.dir')).toBe('rtl')
  })

  it('two who code blind see nothing of each other, and where they differ is told', async () => {
    const desk = await browsing.desk()
    const [truce] = (await desk.store.page({ kind: 'ceasefire' })).events
    const decide = async (reviewer: string, when: 'a' | 'r') => {
      const before = (await decisions(desk.store)).length
      const page = await browsing.page(desk, `/review?event=${truce?.event.id}`, {
        settings: { reviewer, blind: true },
      })
      await until(() => present(page)).toBe('kind ceasefire')
      expect(await standingOf(page, 'kind ceasefire')).toEqual(['○ undecided'])
      await page.keyboard.press('a')
      await until(() => present(page)).toBe('status asserted')
      await page.keyboard.press('j')
      await until(() => present(page)).toBe('when 2032-05-21')
      await page.keyboard.press(when)
      await until(async () => (await decisions(desk.store)).length).toBe(before + 2)
      await page.context().close()
    }
    await decide('Ada', 'a')
    await decide('Bea', 'r')
    expect((await decisions(desk.store)).every(({ blind }) => blind)).toBe(true)

    const page = await browsing.page(desk, '/agreement', { settings: { reviewer: 'Cy' } })
    await page.getByLabel('First reviewer').selectOption('Ada')
    await page.getByLabel('Second reviewer').selectOption('Bea')
    const adjudicate = page.getByRole('link', { name: 'Adjudicate' })
    await until(() => adjudicate.count()).toBe(1)
    await until(() => page.locator('tr', { has: adjudicate }).allInnerTexts()).toEqual([
      expect.stringMatching(/^when\s/),
    ])
    await adjudicate.click()
    await until(() => present(page)).toBe('when 2032-05-21')
    await until(() => standingOf(page, 'when 2032-05-21')).toEqual(['⚡ reviewers disagree'])
  })
})

import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { inBrowser } from './harness.js'
import { decided, decisions, glowing, present, standingOf, until } from './pages.js'

inBrowser('review by keyboard alone', browsing => {
  const press = async (page: Page, ...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const told = (page: Page) => page.locator('.actions').getByRole('status').textContent()
  const review = async (settings = {}) => {
    const desk = await browsing.desk()
    const page = await browsing.page(desk, '/review?kind=ceasefire', { settings })
    await until(() => present(page)).toBe('kind ceasefire')
    return { desk, page }
  }

  it('navigating decides nothing, also when it comes to the end', async () => {
    const desk = await browsing.desk()
    const page = await browsing.page(desk, '/review?kind=shelling', { settings: { reviewer: 'Ada' } })
    await until(() => present(page)).toBe('kind shelling')
    const seen = new Set<string>()
    for (let at = page.url(), last = ''; at !== last; ) {
      last = at
      seen.add(last)
      await press(page, 'j')
      await until(async () => page.url() !== last || (await told(page))?.includes('last undecided')).toBe(
        true,
      )
      at = page.url()
    }
    expect(seen.size).toBeGreaterThan(8)
    for (let i = 0; i < seen.size; i++) await press(page, 'k')
    await until(() => told(page)).toMatch(/Nothing undecided comes before this/)
    expect(await decisions(desk.store)).toEqual([])
  })

  it('accept asks once who decides, and goes on; reject, undo and the words follow', async () => {
    const { desk, page } = await review()
    await until(() => glowing(page)).toContain('truce')
    await press(page, 'j')
    await until(() => present(page)).toBe('status asserted')
    await press(page, 'k', 'a')
    await page.getByRole('dialog', { name: 'Who decides?' }).waitFor()
    await page.keyboard.type('Ada')
    await press(page, 'Enter')
    await until(() => present(page)).toBe('status asserted')
    await until(() => standingOf(page, 'kind ceasefire')).toEqual(['✓ accepted · Ada'])
    expect(await decided(desk.store)).toEqual(['accept kind'])

    await press(page, 'r')
    await until(() => told(page)).toMatch(/cannot be rejected/)
    await press(page, 'j')
    await until(() => present(page)).toBe('when 2032-05-21')
    await until(() => glowing(page)).toEqual(['Friday'])
    await press(page, 'r')
    await until(() => present(page)).toBe('where Geneva (CH)')
    await until(() => decided(desk.store)).toEqual(['accept kind', 'reject when'])
    await until(() => page.locator('.value .words').allInnerTexts()).not.toContain('when 2032-05-21')

    await press(page, 'u')
    await until(() => present(page)).toBe('when 2032-05-21')
    await until(() => decided(desk.store)).toEqual(['accept kind', 'reject when', 'undo'])
    expect((await decisions(desk.store)).every(({ reviewer }) => reviewer === 'Ada')).toBe(true)
  })

  it('edit sets a value and the words that carry it', async () => {
    const { desk, page } = await review({ reviewer: 'Ada' })
    await press(page, 'j', 'j', 'e')
    const form = page.getByRole('form', { name: 'Correct: when' })
    await form.waitFor()
    await press(page, 'ControlOrMeta+a')
    await page.keyboard.type('2032-05-20')
    await press(page, 'Tab')
    const words = form.getByRole('group', { name: 'Words that carry it' }).getByRole('listitem')
    await until(() => words.allInnerTexts()).toEqual(['Friday'])
    await press(page, ',')
    await until(() => words.allInnerTexts()).toEqual(['on Friday'])
    await press(page, 'Shift+[', 'Shift+]', 'Shift+Tab', 'Enter')
    await until(() => decided(desk.store)).toEqual(['correct when'])
    const [{ decision } = {}] = await decisions(desk.store)
    expect(decision).toMatchObject({
      to: { value: { edtf: '2032-05-20' }, evidence: [{ exact: 'on Friday' }] },
    })
    await until(() => standingOf(page, 'when 2032-05-20')).toEqual(['✓ corrected · Ada'])
  })

  it('notes, merges and splits', async () => {
    const { desk, page } = await review({ reviewer: 'Ada' })
    await press(page, 'n')
    await page.getByRole('dialog', { name: /^A note on/ }).waitFor()
    await page.keyboard.type('ask the author')
    await press(page, 'Tab', 'Enter')
    await until(() => decided(desk.store)).toEqual(['note kind'])

    await press(page, 'm')
    const merging = page.getByRole('dialog', { name: 'Merge with other events' })
    await merging.waitFor()
    await page.keyboard.type('threatened')
    await until(() => merging.getByRole('option').allInnerTexts()).toEqual([
      expect.stringMatching(/^☐ attack/),
      expect.stringMatching(/^☐ threat/),
    ])
    await press(page, 'ArrowDown', 'Enter')
    await until(() => merging.getByRole('status').textContent()).toMatch(/^1 event/)
    await press(page, 'Tab', 'Enter')
    await until(() => decided(desk.store)).toEqual(['note kind', 'merge'])
    const tellings = page.locator('.record .card')
    await until(() => tellings.count()).toBe(2)

    await press(page, 's')
    const splitting = page.getByRole('dialog', { name: 'Split this event' })
    await splitting.getByRole('checkbox').nth(1).focus()
    await press(page, 'Space')
    await splitting.getByRole('button', { name: 'Split', exact: true }).focus()
    await press(page, 'Enter')
    await until(() => decided(desk.store)).toEqual(['note kind', 'merge', 'split'])
    await until(() => tellings.count()).toBe(1)
  })

  it('? shows all keys, / searches, and single keys can be switched off', async () => {
    const { desk, page } = await review({ reviewer: 'Ada' })
    await press(page, '?')
    const keys = page.getByRole('dialog', { name: 'Keys' })
    await until(() => keys.locator('dd').count()).toBeGreaterThan(15)
    await press(page, 'Escape')
    await keys.waitFor({ state: 'detached' })
    await page.getByText('Settings', { exact: true }).focus()
    await press(page, 'Enter')
    const singleKeys = page.getByLabel('Single keys move and decide')
    await singleKeys.waitFor()
    await singleKeys.focus()
    await press(page, 'Space')
    await until(() => singleKeys.isChecked()).toBe(false)
    await press(page, 'a', 'j', 'r')
    await press(page, 'Alt+j')
    await until(() => present(page)).toBe('status asserted')
    await press(page, 'Alt+a')
    await until(() => decided(desk.store)).toEqual(['accept status'])

    await press(page, 'Alt+/')
    await page.keyboard.type('shelled')
    await press(page, 'Enter')
    await until(() => page.url()).toMatch(/search=shelled/)
  })
})

import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { inBrowser } from './harness.js'
import { crossing, keepMadeUp, large } from './made-up-reports.js'
import { decisions, glowing, present, until } from './pages.js'
import type { TriedDesk } from './tried-desk.js'

inBrowser('words that cross and lie in each other', browsing => {
  let desk: TriedDesk
  let report = ''
  beforeAll(async () => {
    desk = await browsing.desk(keepMadeUp(crossing))
    report = (await desk.store.reportsNamed('crossing'))[0]?.report.id ?? ''
  })
  const values = {
    'when 2031-03-04': 'On Tuesday',
    'initiator Vesna river guard': 'Vesna river guard',
    'where Osk market': 'Osk market',
    'target market square': 'market square',
    'says so guard shelled the Osk market square, the mayor of Osk says: event':
      'guard shelled the Osk market square, the mayor of Osk',
  }
  const open = async (): Promise<Page> => {
    const page = await browsing.page(desk, `/report/${report}`, { settings: { reviewer: 'Ada' } })
    await page.locator('.card .title').first().click()
    await until(() => present(page)).toBe('kind shelling')
    return page
  }

  it('the text is the text, however it is cut', async () => {
    const page = await open()
    const paragraphs = page.locator('.text p')
    expect(await paragraphs.allTextContents()).toEqual(crossing.text.split('\n\n'))
    const directions = "[...document.querySelectorAll('.text p')].map(p => getComputedStyle(p).direction)"
    expect(await page.evaluate(directions)).toEqual(['ltr', 'ltr', 'rtl'])
  })

  it('each value leads to its words, and to no others', async () => {
    const page = await open()
    for (const [line, words] of Object.entries(values)) {
      await page.getByRole('button', { name: line, exact: true }).click()
      await until(async () => (await glowing(page)).join('').replace(/\s/g, '')).toBe(
        words.replace(/\s/g, ''),
      )
    }
  })

  it('clicks on words go round all values that rest on them', async () => {
    const page = await open()
    // "market" is of the place, of the target and of what is said.
    const market = page.locator('.text mark').filter({ hasText: /^market$/ })
    const seen = new Set<string>()
    for (let click = 0; click < 3; click++) {
      const before = await present(page)
      await market.click()
      await until(() => present(page)).not.toBe(before)
      seen.add(await present(page))
    }
    expect([...seen].sort()).toEqual(Object.keys(values).slice(2).sort())
    // One line below the words for each of them, none on another.
    const lines = `[...document.querySelectorAll('.text mark')].find(mark => mark.textContent === 'market')`
    const offsets = `new Set([...${lines}.querySelectorAll('.line')].map(line => getComputedStyle(line).textUnderlineOffset))`
    expect(await page.evaluate(`${offsets}.size`)).toBe(3)
  })

  it('by keyboard, each is reached by its chip', async () => {
    const page = await open()
    const chips = page.locator('.gutter').getByRole('button')
    // The words that tell the event, and those of its five values; the other event's words.
    await until(() => chips.count()).toBe(8)
    await chips.first().focus()
    const reached: string[] = []
    for (let i = 0; i < 7; i++) {
      await page.keyboard.press('Enter')
      await until(() => page.locator('.gutter [aria-pressed=true]').count()).toBe(1)
      reached.push(await present(page))
      await page.keyboard.press('Tab')
    }
    expect(new Set(reached)).toEqual(new Set([...Object.keys(values), 'kind shelling', 'status asserted']))
  })

  it('by ear, each value leads to its words, and they lead back', async () => {
    const page = await open()
    const focused = () =>
      page.evaluate(
        '[document.activeElement.tagName, (document.activeElement.ariaLabel ?? document.activeElement.innerText).trim()]',
      )
    for (const [line, words] of Object.entries(values)) {
      const value = page.getByRole('button', { name: line, exact: true })
      await value.click()
      await page.getByRole('link', { name: 'To its words in the text' }).press('Enter')
      const [first] = await glowing(page)
      await until(focused).toEqual(['MARK', first])
      // What comes next by keyboard leads back, and says to what.
      await page.keyboard.press('Tab')
      await until(focused).toEqual(['A', `To the value: ${line}`])
      await page.keyboard.press('Enter')
      await until(focused).toEqual(['BUTTON', expect.stringMatching(line.split(' ')[0] ?? '')])
      expect(words.startsWith(first ?? '?')).toBe(true)
    }
    // The text itself has not become another by it.
    expect(await page.locator('.text p').allTextContents()).toEqual(crossing.text.split('\n\n'))
  })

  it('by ear, text and record are regions with headings, and the record’s parts follow in order', async () => {
    const page = await open()
    const tree = await page.getByRole('main').ariaSnapshot()
    const outline = tree
      .split('\n')
      .flatMap(line => /^ *- ((?:heading|region) "[^"]*")/.exec(line)?.[1] ?? [])
    expect(outline).toEqual([
      'heading "crossing"',
      'heading "Text of the report"',
      'region "Text of the report"',
      'region "What the record has of it"',
      'heading "What the record has of it"',
      'heading "shelling shelled"',
      'region "Decisions"',
      'heading "attack قصفت"',
    ])
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await until(() => present(page)).toBe('kind shelling')
  })

  it('words that are selected by mouse are what carries the value', async () => {
    const page = await open()
    await page.getByRole('button', { name: 'where Osk market', exact: true }).click()
    await page.keyboard.press('e')
    const form = page.getByRole('form', { name: 'Correct: where' })
    await form.getByLabel('name', { exact: true }).fill('Osk')
    // A double click picks a word, as everywhere.
    await page
      .locator('.text mark')
      .filter({ hasText: /^market$/ })
      .dblclick()
    await until(() => form.locator('.stretches').allInnerTexts()).toEqual(['market'])
    await form.getByRole('button', { name: 'Save' }).click()
    await until(async () => (await decisions(desk.store)).length).toBe(1)
    const [{ decision } = {}] = await decisions(desk.store)
    expect(decision).toMatchObject({ to: { value: { name: 'Osk' }, evidence: [{ exact: 'market' }] } })
  })

  it('right-to-left words are picked and drawn as they run', async () => {
    const page = await browsing.page(desk, `/report/${report}`)
    await page.locator('.card .title').nth(1).click()
    await page.getByRole('button', { name: /^where/ }).click()
    await until(() => glowing(page)).toEqual(['بلدة دلنا'])
  })

  it('what was decided is said where it is listened for', async () => {
    const [first] = (await desk.store.page({})).events
    const shows = [
      `/review?event=${first?.event.id}`,
      `/report/${report}?event=${first?.event.id}&field=status`,
    ]
    for (const at of shows) {
      const page = await browsing.page(desk, at, { settings: { reviewer: 'Bo' } })
      await page.locator('.value[aria-current]').waitFor()
      // A part of the page that is there before is listened to; one that comes with its words may not be.
      await page.evaluate("document.querySelector('.actions [role=status]').id = 'heard'")
      const line = await present(page)
      await page.keyboard.press('a')
      await until(() => page.locator('#heard').textContent()).toContain(`Accepted: ${line}`)
    }
  })

  it('a megabyte with 5,000 of them opens whole, is asked for once, and each can be selected', async () => {
    const big = await browsing.desk(keepMadeUp(large))
    const [kept] = await big.store.reportsNamed('large')
    const page = await browsing.page(big, '/agreement')
    let asked = 0
    page.on('request', request => {
      if (/\/api\/reports\/[^/]+$/.test(request.url())) asked++
    })
    await page.goto(`${big.address}/report/${kept?.report.id}?all=1`)
    await until(() => page.locator('.gutter .chip').count()).toBe(5_005)
    for (const town of ['Town3', 'Town700']) {
      await page
        .locator('.text mark')
        .filter({ hasText: new RegExp(`^${town}$`) })
        .click()
      await until(() => glowing(page)).toEqual([town])
      expect(await present(page)).toBe(`where ${town}`)
    }
    expect(asked).toBe(1)
  })
})

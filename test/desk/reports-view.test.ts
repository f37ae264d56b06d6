import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { inBrowser } from './harness.js'
import { keepMadeUp } from './made-up-reports.js'
import { decisions, overflow, present, until } from './pages.js'
import type { TriedDesk } from './tried-desk.js'

/** Nothing of it may run, or turn what stands around it. */
const hostile = `<img src=x onerror="alert(1)"> \u202e${'w'.repeat(5_000)}`

const shelling = { trigger: 'shelled', kind: 'shelling', place: 'Osk' } as const
const kept = keepMadeUp(
  {
    name: 'bridge',
    headline: 'Guards shell the bridge',
    outlet: 'River Post',
    published: '2031-03-02',
    text: 'Guards shelled the bridge in Osk.\n\nThey raided a mill there.',
    events: [shelling, { trigger: 'raided', kind: 'raid' }],
  },
  {
    name: 'mill',
    headline: 'Mill shelled',
    outlet: 'Valley Wire',
    published: '2031-03-09',
    text: 'Somebody shelled a mill in Osk.',
    events: [shelling],
  },
  {
    name: 'bread',
    headline: 'Of bread',
    outlet: 'River Post',
    published: null,
    text: 'The price of bread.',
    events: [],
  },
  {
    name: 'evil',
    headline: hostile,
    outlet: hostile,
    published: '2031-03-05',
    text: 'Boys shelled a barn in Osk.',
    events: [shelling],
  },
)

inBrowser('the list of reports', browsing => {
  let desk: TriedDesk
  beforeAll(async () => {
    desk = await browsing.desk(kept)
  })
  const asked = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams)
  const rows = (page: Page) => page.locator('.reports tbody tr')
  const headlines = async (page: Page): Promise<string[]> =>
    (await page.locator('.reports tbody th a').allTextContents()).map(text => text.slice(0, 12))
  const sorted = (page: Page) =>
    page
      .locator('.reports th[aria-sort]')
      .evaluateAll(heads => heads.map(head => `${head.textContent} ${head.ariaSort}`))
  const found = (page: Page) => page.getByRole('status').filter({ hasText: /report/i })

  it('says of each where it is from, what it tells and how far that is decided', async () => {
    const page = await browsing.page(desk, '/reports')
    await until(() => headlines(page)).toEqual(['Mill shelled', '<img src=x o', 'Guards shell', 'Of bread'])
    expect(await page.title()).toBe('Reports · Herodotus')
    expect(await found(page).textContent()).toBe('4 reports')
    const [bridge, bread] = [rows(page).nth(2), rows(page).nth(3)]
    expect((await bridge.locator('td, th').allTextContents()).slice(0, 6)).toEqual([
      '2031-03-02',
      'River Post',
      'Guards shell the bridge bridge',
      '2',
      '2',
      '0',
    ])
    expect(await bread.textContent()).toMatch(
      /^not knownRiver PostOf bread breadNo event in it\d{4}-\d\d-\d\d$/,
    )
    await bridge.getByRole('link', { name: 'Events: 2, Guards shell the bridge' }).click()
    await until(() => page.locator('.chronicle li').count()).toBe(2)
  })

  it('is sorted by the heads of its columns, by keyboard, in the URL', async () => {
    const page = await browsing.page(desk, '/reports')
    await until(() => sorted(page)).toEqual(['Published ▾ descending'])
    await page.getByRole('button', { name: 'Published' }).focus()
    await page.keyboard.press('Enter')
    await until(() => headlines(page)).toEqual(['Of bread', 'Guards shell', '<img src=x o', 'Mill shelled'])
    expect([asked(page), await sorted(page)]).toEqual([{ sort: 'published' }, ['Published ▴ ascending']])
    await page.getByRole('button', { name: 'Undecided' }).click()
    await until(async () => (await headlines(page))[0]).toBe('Guards shell')
    expect(await sorted(page)).toEqual(['Undecided ▾ descending'])
    await page.getByRole('button', { name: 'Kept since' }).click()
    await until(() => headlines(page)).toEqual(['<img src=x o', 'Of bread', 'Mill shelled', 'Guards shell'])
    await page.reload()
    await until(() => sorted(page)).toEqual(['Kept since ▾ descending'])
  })

  it('is narrowed by what is typed and chosen, in the URL', async () => {
    const page = await browsing.page(desk, '/reports')
    await page.getByLabel('Outlet', { exact: true }).fill('river')
    await until(() => headlines(page)).toEqual(['Guards shell', 'Of bread'])
    await page.getByLabel('Review', { exact: true }).selectOption('without events')
    await until(() => headlines(page)).toEqual(['Of bread'])
    expect(asked(page)).toEqual({ outlet: 'river', review: 'empty' })
    await page.getByLabel('From', { exact: true }).fill('2031-03')
    await page.keyboard.press('Enter')
    await until(() => found(page).textContent()).toBe('No report fits.')
    expect(asked(page)).toEqual({ outlet: 'river', review: 'empty', from: '2031-03-01' })
    await page.getByRole('link', { name: 'All reports' }).click()
    await until(() => rows(page).count()).toBe(4)
    await page.goto(`${desk.address}/reports?words=shell+BRIDGE`)
    await until(() => headlines(page)).toEqual(['Guards shell'])
    expect(await page.getByLabel('Words').inputValue()).toBe('shell BRIDGE')
    await page.goto(`${desk.address}/reports?sort=nonsense`)
    await until(() => page.getByRole('alert').count()).toBe(1)
  })

  it('leads to a report, from it to the ones beside it in the same list, and back', async () => {
    const page = await browsing.page(desk, '/reports?outlet=river&sort=published')
    await page.getByRole('link', { name: 'Of bread', exact: true }).click()
    await until(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Of bread')
    const beside = page.getByRole('navigation', { name: 'Other reports of the list' })
    await until(() => beside.getByRole('link').allTextContents()).toEqual([
      'The list',
      'After it:Guards shell the bridge',
    ])
    await beside.getByRole('link', { name: 'Guards shell the bridge' }).click()
    await until(() => page.title()).toBe('Guards shell the bridge · Herodotus')
    await until(() => page.locator('.text p').first().textContent()).toContain('shelled the bridge')
    await page.getByRole('button', { name: 'raid raided' }).click()
    await until(() => page.locator('.text mark.glows').allTextContents()).toEqual(['raided'])
    await until(() => beside.getByRole('link').allTextContents()).toEqual(['The list', 'Before it:Of bread'])
    await beside.getByRole('link', { name: 'The list' }).click()
    await until(() => headlines(page)).toEqual(['Of bread', 'Guards shell'])
    expect(asked(page)).toEqual({ outlet: 'river', sort: 'published' })
  })

  it('leads to the review of one report, which stays within it and is told in the list', async () => {
    const reviewed = await browsing.desk(kept)
    const page = await browsing.page(reviewed, '/reports', { settings: { reviewer: 'Ada' } })
    await page.getByRole('link', { name: 'Review: Guards shell the bridge' }).click()
    await until(() => present(page)).toBe('kind shelling')
    for (let i = 0; i < 2; i++) {
      await page.keyboard.press('Shift+A')
      await until(async () => (await decisions(reviewed.store)).length > i).toBe(true)
      if (i === 0) await until(() => present(page)).toBe('kind raid')
    }
    // Of other reports nothing follows.
    await page.keyboard.press('j')
    await until(() => page.getByRole('status').allTextContents()).toContainEqual(
      expect.stringContaining('the last undecided value of the queue'),
    )
    const { reports } = await reviewed.store.reports({ words: 'bridge' })
    expect(new Set((await decisions(reviewed.store)).map(one => one.report))).toEqual(
      new Set(reports.map(({ report }) => report.id)),
    )
    await page.goto(`${reviewed.address}/reports?outlet=river`)
    await until(() => rows(page).first().textContent()).toContain('✓ all decided')
    expect(await page.getByRole('link', { name: 'Review: Guards shell the bridge' }).count()).toBe(0)
  })

  it('a hostile headline is shown as it is and runs nothing, wide and narrow', async () => {
    const page = await browsing.page(desk, '/reports')
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 740 })
      await until(() => rows(page).count()).toBe(4)
      expect(await page.locator('main :is(img, script)').count()).toBe(0)
      expect(await overflow(page)).toBe(0)
    }
  })

  it('a long list comes page by page; an empty record says how to read the first report', async () => {
    const long = await browsing.desk(
      keepMadeUp(
        ...Array.from({ length: 60 }, (_, i) => ({ name: `one-${i}`, text: `Text ${i}.`, events: [] })),
      ),
    )
    const page = await browsing.page(long, '/reports')
    await until(() => found(page).textContent()).toBe('The first 50 reports; more fit')
    await page.getByRole('button', { name: 'Show more' }).click()
    await until(() => rows(page).count()).toBe(60)
    expect([await found(page).textContent(), asked(page)]).toEqual(['60 reports', { pages: '2' }])
    const empty = await browsing.desk(async () => {})
    const other = await browsing.page(empty, '/reports')
    await until(() => found(other).textContent()).toMatch(/^No report has been read yet.*herodotus read /)
  })
})

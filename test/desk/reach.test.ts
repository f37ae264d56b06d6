import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { inBrowser } from './harness.js'
import { everyView, overflow, present, until } from './pages.js'
import { measureWords } from './painted.js'
import type { TriedDesk } from './tried-desk.js'

inBrowser('everybody reaches everything', browsing => {
  let desk: TriedDesk
  let views: readonly (readonly [at: string, shows: string])[]
  beforeAll(async () => {
    desk = await browsing.desk()
    views = await everyView(desk, [`event=${desk.most}&field=harm.0&all=1`, '.value[aria-current]'])
  })
  const eachView = async (page: Page, look: (at: string) => Promise<void>): Promise<void> => {
    for (const [at, shows] of views) {
      await page.goto(`${desk.address}${at}`)
      await page.locator(shows).first().waitFor()
      await look(at)
    }
  }

  it.each([
    ['320 pixels wide, as a window of 1,280 at 400 %', 320],
    ['at 200 %', 640],
  ])('%s nothing stands beside the window (1.4.10, 1.4.4)', async (_, width) => {
    const page = await browsing.page(desk, '/agreement', { viewport: { width, height: 512 } })
    await eachView(page, async at => expect([at, await overflow(page)]).toEqual([at, 0]))
  })

  /** Elements that show less of their words than they have, but for those that are short by design and whole elsewhere. */
  const cut = `[...document.querySelectorAll('main *, .top *')]
    .filter(element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim() !== ''))
    .filter(element => element.checkVisibility() && !element.closest('.hidden, .jump, .skip, option, svg'))
    .filter(element => getComputedStyle(element).overflow !== 'visible' || getComputedStyle(element).overflowX !== 'visible')
    .filter(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1)
    .map(element => element.outerHTML.slice(0, 120))`

  it('with wider spacing of letters, words and lines no words are lost (1.4.12)', async () => {
    const page = await browsing.page(desk, '/agreement')
    await eachView(page, async at => {
      await page.evaluate(`{
        const sheet = new CSSStyleSheet()
        sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }')
        document.adoptedStyleSheets = [sheet]
      }`)
      expect([
        at,
        await page.evaluate('getComputedStyle(document.querySelector("h1, h2")).letterSpacing'),
      ]).not.toEqual([at, 'normal'])
      expect([at, await page.evaluate(cut)]).toEqual([at, []])
      expect([at, await overflow(page)]).toEqual([at, 0])
    })
  })

  it('what can be pressed is 24 pixels wide and high, or has as much room (2.5.8)', async () => {
    const page = await browsing.page(desk, '/agreement', {
      hasTouch: true,
      viewport: { width: 360, height: 740 },
    })
    let large = 0
    await eachView(page, async at => {
      await page.evaluate(axe.source)
      const { violations, passes } = await page.evaluate<axe.AxeResults>(
        "axe.run({ runOnly: ['target-size'] })",
      )
      expect([at, violations.flatMap(({ nodes }) => nodes.map(({ html }) => html.slice(0, 160)))]).toEqual([
        at,
        [],
      ])
      large += passes.reduce((sum, { nodes }) => sum + nodes.length, 0)
    })
    expect(large).toBeGreaterThan(300)
  })

  /** Goes to whatever takes the focus, as the Tab key does, and tells what has it and is not seen. */
  const covered = `[...document.querySelectorAll('a[href], button:not(:disabled), input, select, textarea, summary, [tabindex="0"]')]
    .filter(element => element.checkVisibility() && element.tabIndex >= 0)
    .flatMap(element => {
      element.focus()
      if (document.activeElement !== element) return []
      focused++
      const { left, top, right, bottom } = element.getBoundingClientRect()
      const seen = [0.05, 0.5, 0.95].some(down => [0.05, 0.5, 0.95].some(across => {
        const at = document.elementFromPoint(left + (right - left) * across, top + (bottom - top) * down)
        return at !== null && (element.contains(at) || at.contains(element) || [...(element.labels ?? [])].some(label => label.contains(at)))
      }))
      return seen ? [] : [element.outerHTML.slice(0, 160)]
    })`

  it.each([
    ['a wide window', { width: 1280, height: 700 }],
    ['a narrow one', { width: 360, height: 640 }],
  ])('in %s, what has the focus lies under nothing (2.4.11)', async (_, viewport) => {
    const page = await browsing.page(desk, '/agreement', { viewport })
    let focused = 0
    await eachView(page, async at => {
      const [count, hidden] = await page.evaluate<[number, string[]]>(
        `(() => { let focused = 0; const hidden = ${covered}; return [focused, hidden] })()`,
      )
      expect([at, hidden]).toEqual([at, []])
      focused += count
    })
    expect(focused).toBeGreaterThan(400)
  })

  it('whatever is done by dragging is done by keys, and by single clicks (2.5.7)', async () => {
    const page = await browsing.page(desk, '/timeline')
    const query = (name: string) =>
      page.evaluate<string | null>(`new URLSearchParams(location.search).get('${name}')`)
    // A stretch of time: by its edges.
    const edge = page.getByRole('slider', { name: 'First day' })
    await edge.press('ArrowRight')
    await until(() => query('from')).not.toBe(null)
    // What is seen of the time, moved: by keys and by buttons.
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await until(() => query('zoom')).not.toBe(null)
    const before = await query('zoom')
    await page.getByRole('button', { name: 'Later' }).click()
    await until(() => query('zoom')).not.toBe(before)
    // What is seen of the map, moved; and a box of it.
    await page.goto(`${desk.address}/map`)
    const map = page.locator('.plot.map').first()
    await map.locator('canvas').waitFor()
    await map.focus()
    await page.keyboard.press('ArrowRight')
    await until(() => query('view')).not.toBe(null)
    const seen = await query('view')
    await page.getByRole('button', { name: 'East' }).click()
    await until(() => query('view')).not.toBe(seen)
    await page.getByRole('button', { name: 'Only what is in view' }).click()
    await until(() => query('box')).not.toBe(null)
    // Words: by buttons.
    await page.goto(`${desk.address}/review`)
    await until(() => present(page)).not.toBe('')
    await page.getByRole('button', { name: /^Edit/ }).click()
    const words = page.locator('.stretches')
    const picked = await words.textContent()
    await page.getByRole('button', { name: 'Next word', exact: true }).click()
    await until(() => words.textContent()).not.toBe(picked)
  })

  it('on paper all is light and whole, and nothing stands there to be pressed', async () => {
    const page = await browsing.page(desk, '/agreement', {
      settings: { theme: 'dark' },
      viewport: { width: 700, height: 500 },
    })
    await page.emulateMedia({ media: 'print' })
    for (const [at, shows] of views.slice(0, 3)) {
      await page.goto(`${desk.address}${at}`)
      await page.locator(shows).first().waitFor({ state: 'attached' })
      const { count, faint } = await measureWords(page, [])
      expect([at, count > 20, faint]).toEqual([at, true, []])
      const [paper, scheme] = await page.evaluate<string[]>(
        '[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.documentElement).colorScheme]',
      )
      expect([paper, scheme]).toEqual(['rgb(253, 252, 250)', 'light'])
      expect([at, await page.evaluate(cut)]).toEqual([at, []])
      expect([
        at,
        await page.locator('button.chip, .tools, .actions, nav').filter({ visible: true }).count(),
      ]).toEqual([at, 0])
      // What each part of the record is of is there, though it is pressed on the screen.
      const parts = page.locator('.card')
      expect([at, await parts.locator('.title').filter({ visible: true }).count()]).toEqual([
        at,
        await parts.count(),
      ])
      const inner =
        "[...document.querySelectorAll('main *')].filter(one => getComputedStyle(one).overflowY === 'auto' && one.scrollHeight > one.clientHeight + 1 && one.checkVisibility()).length"
      expect([at, await page.evaluate(inner)]).toEqual([at, 0])
    }
  })

  it('for whom movement is too much, nothing moves by itself', async () => {
    const page = await browsing.page(desk, '/agreement', { reducedMotion: 'reduce' })
    await eachView(page, async at => {
      const moving =
        await page.evaluate(`[...document.querySelectorAll('*')].map(one => getComputedStyle(one))
        .filter(({ animationName, transitionDuration, scrollBehavior }) =>
          animationName !== 'none' || transitionDuration.split(', ').some(time => time !== '0s') || scrollBehavior === 'smooth').length`)
      expect([at, moving]).toEqual([at, 0])
    })
  })
})

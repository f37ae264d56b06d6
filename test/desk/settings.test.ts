import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { inBrowser } from './harness.js'
import { keepMadeUp, named } from './made-up-reports.js'
import { decisions, present, standingOf, until } from './pages.js'
import type { TriedDesk } from './tried-desk.js'

const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement.textContent')

inBrowser('what a reader sets', browsing => {
  it('what a report tells of is said before its text is shown, each time anew', async () => {
    const desk = await browsing.desk()
    const page = await browsing.page(desk, `/event/${desk.most}`, { settings: { warnOfContent: true } })
    const leads = page.getByRole('columnheader').getByRole('link')
    const warning = page.getByText('The record has it that this report tells of: ')
    const text = page.locator('.text p')
    await leads.first().click()
    await warning.waitFor()
    expect(await warning.textContent()).toMatch(/bombing.* and .injured.\.$/)
    expect(await text.count()).toBe(0)
    await page.keyboard.press('t')
    await text.first().waitFor()
    // Neither another report nor coming back is taken for asked for.
    await page.goBack()
    for (const [at, key] of [[1, 'Tab'] as const, [0, 'Enter'] as const]) {
      await leads.nth(at).click()
      await warning.waitFor()
      expect(await text.count()).toBe(0)
      if (key === 'Tab') await page.goBack()
    }
    await page.getByRole('button', { name: 'Show the text' }).press('Enter')
    await text.first().waitFor()
    await until(() => page.evaluate('document.activeElement.className')).toBe('warned')
  })

  it('where nothing hard to read is recorded, no warning stands; where nothing is recorded, one does', async () => {
    const quiet = {
      name: 'quiet',
      text: 'They agreed.',
      events: [{ trigger: 'agreed', kind: 'agreement' }],
    } as const
    const bare = { name: 'bare', text: 'Nobody knows what stands here.', events: [] } as const
    const desk = await browsing.desk(keepMadeUp(quiet, bare))
    const open = async (name: string) => {
      const [kept] = await desk.store.reportsNamed(name)
      return browsing.page(desk, `/report/${kept?.report.id}`, { settings: { warnOfContent: true } })
    }
    await (await open('quiet')).locator('.text p').waitFor()
    const page = await open('bare')
    await page.getByText('Nothing is recorded of this report: what it').waitFor()
    expect(await page.locator('.text').count()).toBe(0)
  })

  describe('names of people', () => {
    /** Names of people that can be read on the page, wherever they stand, each with what stands around it. */
    const legible = `[
      ...(function* () {
        const isName = text => /Dana|Orlo|Pia|Morn/.test(text)
        const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
        for (let node = texts.nextNode(); node; node = texts.nextNode()) {
          if (!isName(node.data) || node.parentElement.closest(':is(a, button):focus')) continue
          let at = node.parentElement
          while (at && !getComputedStyle(at).filter.startsWith('blur')) at = at.parentElement
          if (!at) yield node.parentElement.outerHTML.slice(0, 120)
        }
        for (const held of document.querySelectorAll('[title]')) if (isName(held.title)) yield held.title
        for (const field of document.querySelectorAll('input, textarea'))
          if (isName(field.value) && field !== document.activeElement && !getComputedStyle(field).filter.startsWith('blur')) yield field.value
      })(),
    ]`
    const blurred = "document.querySelectorAll('.person').length"
    let desk: TriedDesk
    let report = ''
    let event = ''
    beforeAll(async () => {
      desk = await browsing.desk(keepMadeUp(named))
      const [kept] = await desk.store.reportsNamed(named.name)
      report = kept?.report.id ?? ''
      event = (await desk.store.page({})).events[0]?.event.id ?? ''
    })
    const open = (at: string) => browsing.page(desk, at, { settings: { blurNames: true, reviewer: 'Ada' } })

    it('are blurred wherever they stand, and those of groups are not', async () => {
      const page = await open('/agreement')
      const views = [
        ['/events', '.chronicle .person', 1],
        ['/reports', '.reports .person', 1],
        [`/event/${event}`, '.matrix .person', 4],
        [`/report/${report}?event=${event}&field=targets.0`, '.text .person', 10],
        ['/timeline', '.plot-events .person', 2],
        ['/map', 'main .plot canvas', 1],
        ['/network', 'svg text.person', 2],
        [`/review?event=${event}`, '.text .person', 8],
        ['/search?words=brother', '.passages .person', 1],
        ['/events?actor=Dana+Orlo', 'input.person', 2],
      ] as const
      for (const [at, shows, least] of views) {
        await page.goto(`${desk.address}${at}`)
        await page.locator(shows).first().waitFor()
        await page.mouse.move(0, 0)
        expect([at, await page.evaluate(legible)]).toEqual([at, []])
        expect([at, Number(await page.evaluate(blurred)) >= least]).toEqual([at, true])
        expect([at, await page.locator('.person', { hasText: 'guard' }).count()]).toEqual([at, 0])
      }
    })

    it('are shown one by one by pointing and by focus, all of a page by a key, and are read out', async () => {
      const page = await open(`/report/${report}?event=${event}&field=targets.0`)
      const inText = page.locator('.text p .person')
      await until(() => inText.count()).toBe(4)
      const clear = (): Promise<string[]> =>
        page.evaluate(
          "[...document.querySelectorAll('.text p .person')].filter(one => getComputedStyle(one).filter === 'none').map(one => one.textContent)",
        )
      expect(await clear()).toEqual([])
      await inText.last().hover()
      await until(clear).toEqual(['Orlo'])
      await page.mouse.move(0, 0)
      await until(clear).toEqual([])
      const chip = page.locator('.chip', { hasText: 'Dana Orlo' })
      await chip.focus()
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Tab')
      expect(
        await page.evaluate("getComputedStyle(document.querySelector('.chip.targets .person')).filter"),
      ).toBe('none')
      expect(await chip.ariaSnapshot()).toContain('Dana Orlo')
      await page.keyboard.press('b')
      await until(clear).toEqual(['Dana Orlo', 'Dana Orlo', 'Pia Morn', 'Orlo'])
      await page.keyboard.press('b')
      await until(clear).toEqual([])
      await page.keyboard.press('b')
      await page.getByRole('link', { name: 'This event by all its sources' }).click()
      await page.locator('.matrix .person').first().waitFor()
      await page.mouse.move(0, 0)
      expect(await page.evaluate(legible)).toEqual([])
    })

    it('are blurred in what is asked of a reviewer, and in what was decided', async () => {
      const page = await open(`/review?event=${event}&field=targets.0`)
      await page.locator('.value[aria-current]').waitFor()
      for (const key of ['e', 'm', 's', 'n', 'r']) {
        await page.keyboard.press(key)
        if (key !== 'r') await page.locator('dialog[open], form.edit').first().waitFor()
        else await page.locator('.last .person').first().waitFor()
        expect([key, await page.evaluate(legible)]).toEqual([key, []])
        await until(async () => {
          await page.keyboard.press('Escape')
          return page.locator('dialog[open], form.edit').count()
        }).toBe(0)
      }
      await page.goto(`${desk.address}/event/${event}`)
      await page.locator('.history .person').waitFor()
      expect(await page.evaluate(legible)).toEqual([])
    })
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
    const difference = page.getByRole('button', { name: 'when 2032-05-21' })
    await difference.focus()
    await page.keyboard.press('Enter')
    await until(() => page.locator('mark.of-a').allTextContents()).toEqual(['Friday'])
    const inReview = await page.getByRole('link', { name: 'Neither: decide in review' }).getAttribute('href')
    await page.keyboard.press('Tab')
    await until(() => focused(page)).toBe('Take Ada’s')
    await page.keyboard.press('Tab')
    await until(() => focused(page)).toBe('Take Bea’s')
    await page.keyboard.press('Enter')
    await page.getByText('settled by Cy').waitFor()
    await until(() => focused(page)).toBe('when 2032-05-21')
    const [settled] = (await decisions(desk.store)).slice(-1)
    expect(settled).toMatchObject({ reviewer: 'Cy', blind: false, decision: { kind: 'reject' } })
    expect(inReview).toBe(`/review?event=${encodeURIComponent(`${truce?.event.id}`)}&field=when.0`)
  })
})

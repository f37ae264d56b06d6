import { existsSync, renameSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { openRecord } from '../../src/open-record.js'
import { StoreError } from '../../src/store/index.js'
import { noPostgres, startPostgres } from '../postgres-server.js'
import { inBrowser } from './harness.js'
import { decided, decisions, present, standingOf, until } from './pages.js'

inBrowser('nothing is lost', browsing => {
  const settings = { reviewer: 'Ada' }
  const review = async (database?: string) => {
    const desk = await browsing.desk(undefined, database)
    const page = await browsing.page(desk, '/review?kind=ceasefire', { settings })
    await until(() => present(page)).toBe('kind ceasefire')
    return { desk, page }
  }
  const waits = (page: Page) => page.getByRole('status').filter({ hasText: /waits? to be saved/ })

  it('the server stops while somebody decides: the page says so, decisions wait, and are saved once', async () => {
    const { desk, page } = await review()
    await desk.stop()
    for (const [key, next] of [
      ['a', 'status asserted'],
      ['a', 'when 2032-05-21'],
      ['r', 'where Geneva (CH)'],
    ] as const) {
      await page.keyboard.press(key)
      await until(() => present(page)).toBe(next)
    }
    await until(() => page.locator('.disconnected').allInnerTexts()).toEqual([
      expect.stringMatching(/server does not answer/),
    ])
    await until(() => waits(page).allInnerTexts()).toEqual([expect.stringMatching(/^⧗ 3 decisions wait/)])
    expect(await standingOf(page, 'kind ceasefire')).toContainEqual(expect.stringMatching(/being saved/))
    expect(await decisions(desk.store)).toEqual([])

    // The desk that is started again knows this browser no more: it says so, and the link that it prints mends it.
    await desk.start()
    await until(() => waits(page).allInnerTexts()).toEqual([
      expect.stringMatching(/Press Enter in the terminal/),
    ])
    expect(await decisions(desk.store)).toEqual([])
    const link = await page.context().newPage()
    await link.goto(desk.link())
    await waits(page).waitFor({ state: 'detached' })
    expect(await decided(desk.store)).toEqual(['accept kind', 'accept status', 'reject when'])
    await until(() => standingOf(page, 'kind ceasefire')).toEqual(['✓ accepted · Ada'])
    await until(() => page.locator('.disconnected p').count()).toBe(0)
  })

  it('what waits is still there when the page is loaded again', async () => {
    const { desk, page } = await review()
    // The page stays, and its requests do not get through.
    await page.route('**/api/**', route => route.abort())
    await page.keyboard.press('a')
    await until(() => waits(page).allInnerTexts()).toEqual([expect.stringMatching(/^⧗ 1 decision waits/)])
    await page.unroute('**/api/**')
    await page.reload()
    await until(() => decided(desk.store)).toEqual(['accept kind'])
    await until(() => standingOf(page, 'kind ceasefire')).toEqual(['✓ accepted · Ada'])
  })

  it('a decision whose answer was lost is kept once', async () => {
    const { desk, page } = await review()
    let sent = 0
    await page.route('**/api/reviews*', async route => {
      const answer = await route.fetch()
      await (sent++ === 0 ? route.abort() : route.fulfill({ response: answer }))
    })
    await page.keyboard.press('a')
    await until(() => standingOf(page, 'kind ceasefire')).toEqual(['✓ accepted · Ada'])
    expect([sent, await decided(desk.store)]).toEqual([2, ['accept kind']])
  })

  it('a reload in the midst of an edit: what was entered is there', async () => {
    const { desk, page } = await review()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await until(() => present(page)).toBe('when 2032-05-21')
    await page.keyboard.press('e')
    const form = page.getByRole('form', { name: 'Correct: when' })
    await form.getByLabel('when (EDTF)').fill('2032-05')
    await form.getByRole('listitem').first().getByRole('button').focus()
    await page.keyboard.press(',')
    await until(() => form.getByRole('listitem').allInnerTexts()).toEqual(['on Friday'])
    await page.reload()
    await until(() => form.getByLabel('when (EDTF)').inputValue()).toBe('2032-05')
    await until(() => form.getByRole('listitem').allInnerTexts()).toEqual(['on Friday'])
    expect(await decisions(desk.store)).toEqual([])
    await form.getByRole('button', { name: 'Cancel' }).click()
    await form.waitFor({ state: 'detached' })
    await page.reload()
    await until(() => present(page)).toBe('when 2032-05-21')
    expect(await form.count()).toBe(0)
  })

  it('what the server refuses of an edit stands at the part that it is about, which has the focus, and nothing entered is lost', async () => {
    const { desk, page } = await review()
    for (const key of ['j', 'j', 'j']) await page.keyboard.press(key)
    await until(() => present(page)).toBe('where Geneva (CH)')
    await page.keyboard.press('e')
    const form = page.getByRole('form', { name: 'Correct: where' })
    const save = form.getByRole('button', { name: 'Save' })
    const wrongAt = async (label: string) => {
      const part = form.getByLabel(label)
      const ids = (await part.getAttribute('aria-describedby')) ?? ''
      const said = await Promise.all(ids.split(' ').map(id => page.locator(`[id="${id}"]`).textContent()))
      const focused = await form.locator(':focus').getAttribute('id')
      return [focused, await part.getAttribute('aria-invalid'), said.join('')]
    }
    const country = await form.getByLabel('country (ISO)').getAttribute('id')
    // The form finds most of what is wrong by itself; of what only the server finds, it says which part.
    let refused: object = {
      code: 'not-a-value',
      message: 'No such country.',
      help: 'Look.',
      field: 'country',
    }
    await page.route('**/api/reviews*', route => route.fulfill({ status: 422, json: refused }))
    await form.getByLabel('name').fill('Genf')
    await save.click()
    await until(() => wrongAt('country (ISO)')).toEqual([
      country,
      'true',
      expect.stringContaining('No such country. Look.'),
    ])
    expect(await form.getByRole('alert').filter({ hasText: /./ }).allTextContents()).toEqual([
      'No such country. Look.',
    ])

    refused = { code: 'words-not-found', message: 'No such words.', help: 'Look.', field: 'words' }
    await save.click()
    const words = form.getByRole('group', { name: 'Words that carry it' })
    await until(() => words.getByRole('alert').textContent()).toBe('No such words. Look.')
    expect(await words.locator(':focus').count()).toBe(1)

    refused = { code: 'not-own', message: 'Not this.', help: 'Look.' }
    await save.click()
    await until(() => form.locator('> .problem').textContent()).toBe('Not this. Look.')
    expect(await form.locator('> .problem:focus').count()).toBe(1)

    await page.unroute('**/api/reviews*')
    await save.click()
    await form.waitFor({ state: 'detached' })
    expect((await decisions(desk.store)).map(({ decision }) => decision)).toEqual([
      expect.objectContaining({
        to: expect.objectContaining({ value: expect.objectContaining({ name: 'Genf' }) }),
      }),
    ])
  })

  it('two tabs: what is decided in one shows in the other, and a value decided meanwhile is asked again', async () => {
    const { desk, page } = await review()
    const other = await page.context().newPage()
    await other.goto(page.url())
    await until(() => present(other)).toBe('kind ceasefire')
    await page.bringToFront()
    await page.keyboard.press('a')
    await until(() => standingOf(other, 'kind ceasefire')).toEqual(['✓ accepted · Ada'])

    // Another browser, of somebody else, that has not heard of it.
    const bea = await browsing.page(desk, '/review?kind=ceasefire', { settings: { reviewer: 'Bea' } })
    await until(() => present(bea)).toBe('status asserted')
    await page.keyboard.press('a')
    await until(() => decided(desk.store)).toEqual(['accept kind', 'accept status'])
    await bea.keyboard.press('a')
    const refused = bea.getByRole('alert').filter({ hasText: 'changed before your decision was saved' })
    await until(() => refused.allInnerTexts()).toEqual([expect.stringMatching(/accepted, Ada/)])
    await refused.getByRole('button', { name: 'Decide so all the same' }).click()
    await refused.waitFor({ state: 'detached' })
    await until(async () => (await decisions(desk.store)).map(({ reviewer }) => reviewer)).toEqual([
      'Ada',
      'Ada',
      'Bea',
    ])
  })

  it('a store that is locked: the decision waits, and is saved when it is free', async () => {
    const { desk, page } = await review()
    const locking = new Database(desk.file)
    locking.exec('BEGIN IMMEDIATE')
    await page.keyboard.press('a')
    await until(() => waits(page).allInnerTexts()).toEqual([expect.stringMatching(/writing|locked|in use/i)])
    locking.exec('ROLLBACK')
    locking.close()
    await waits(page).waitFor({ state: 'detached' })
    expect(await decided(desk.store)).toEqual(['accept kind'])
  })

  const isTold = (page: Page, what: RegExp) =>
    until(() => waits(page).allInnerTexts()).toEqual([expect.stringMatching(what)])

  it('a store that is moved away: every view says so, nothing is written where it was, and all goes on when it is back', async () => {
    const { desk, page } = await review()
    const list = await page.context().newPage()
    await list.goto(`${desk.address}/events`)
    await list.locator('.chronicle li').first().waitFor()
    renameSync(desk.file, `${desk.file}.moved`)
    await page.keyboard.press('a')
    await isTold(
      page,
      /^⧗ 1 decision waits.*record\d+\.db is gone: it was deleted or moved.*Put the same file back/s,
    )
    await list.reload()
    await until(() => list.getByRole('alert').allInnerTexts()).toEqual([
      expect.stringMatching(/is gone.*Put the same file back/s),
    ])
    expect(existsSync(desk.file)).toBe(false)

    renameSync(`${desk.file}.moved`, desk.file)
    await waits(page).waitFor({ state: 'detached' })
    expect(await decided(desk.store)).toEqual(['accept kind'])
    // The list goes on by itself, too.
    await list.locator('.chronicle li').first().waitFor()
    expect(await list.getByRole('alert').count()).toBe(0)
  })

  it('in another language of the desk, it is said in that', async () => {
    const desk = await browsing.desk()
    const page = await browsing.page(desk, '/events', { settings: { ...settings, language: 'ar' } })
    await page.locator('.chronicle li').first().waitFor()
    renameSync(desk.file, `${desk.file}.moved`)
    await page.reload()
    await until(() => page.getByRole('alert').allInnerTexts()).toEqual([
      expect.stringMatching(/ملف السجل لم يعد في مكانه/),
    ])
    renameSync(`${desk.file}.moved`, desk.file)
    await page.locator('.chronicle li').first().waitFor()
  })

  it('a store that is replaced by another: nothing is decided on in that one', async () => {
    const { desk, page } = await review()
    const other = await openRecord(`${desk.file}.other`)
    await other.close()
    renameSync(desk.file, `${desk.file}.first`)
    renameSync(`${desk.file}.other`, desk.file)
    await page.keyboard.press('a')
    await isTold(page, /another file than the one that was opened.*start it again/s)

    renameSync(desk.file, `${desk.file}.other`)
    renameSync(`${desk.file}.first`, desk.file)
    await waits(page).waitFor({ state: 'detached' })
    expect(await decided(desk.store)).toEqual(['accept kind'])
    const untouched = await openRecord(`${desk.file}.other`)
    expect(await decided(untouched)).toEqual([])
    await untouched.close()
  })

  it('a disk that is full: the decision waits, and is saved when there is room', async () => {
    const { desk, page } = await review()
    const full = new StoreError({ code: 'disk-full', message: 'the disk is full', help: 'free some' })
    const appending = vi.spyOn(desk.store, 'appendReview').mockRejectedValue(full)
    await page.keyboard.press('a')
    await isTold(page, /the disk is full\. Free some space, and the desk goes on by itself/)
    appending.mockRestore()
    await waits(page).waitFor({ state: 'detached' })
    expect(await decided(desk.store)).toEqual(['accept kind'])
  })

  it.skipIf(noPostgres !== null)(
    `a PostgreSQL that stops: decisions wait, and are saved once when it is back${noPostgres ? ` (${noPostgres})` : ''}`,
    async () => {
      const server = await startPostgres()
      try {
        const { desk, page } = await review(await server.newDatabase())
        await server.crash()
        await page.keyboard.press('a')
        await isTold(page, /^⧗ 1 decision waits.*(cannot be reached|went away).*the desk goes on by itself/s)
        await page.reload()
        await until(() => page.getByRole('alert').first().textContent()).toMatch(
          /(cannot be reached|went away).*the desk goes on by itself/s,
        )
        await server.start()
        await waits(page).waitFor({ state: 'detached' })
        expect(await decided(desk.store)).toEqual(['accept kind'])
        await until(() => standingOf(page, 'kind ceasefire')).toEqual(['✓ accepted · Ada'])
        await desk.stop()
        await desk.store.close()
      } finally {
        await server.remove()
      }
    },
    120_000,
  )
})

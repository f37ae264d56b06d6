import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { inBrowser } from './harness.js'
import { until } from './pages.js'

inBrowser('timeline, map and network as one filter', browsing => {
  const open = async (at: string) => browsing.page(await browsing.desk(), at)
  const asked = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)
  const count = (page: Page) => page.locator('.standing-line b').textContent()
  const plot = async (page: Page, name: string) => {
    const found = page.locator(`.plot.${name}`).first()
    await found.locator('canvas, svg').first().waitFor()
    const box = await found.boundingBox()
    return box ?? expect.fail(`${name} is not on the page`)
  }
  const drag = async (page: Page, from: readonly [number, number], to: readonly [number, number]) => {
    await page.mouse.move(...from)
    await page.mouse.down()
    await page.mouse.move(...to, { steps: 4 })
    await page.mouse.up()
  }

  it('a stretch chosen on the ruler filters all three, is kept by the URL, and its edges move by keyboard', async () => {
    const page = await open('/timeline')
    const { x, y, width } = await plot(page, 'timeline')
    const all = await count(page)
    await drag(page, [x + width * 0.6, y + 12], [x + width * 0.8, y + 12])
    await until(() => asked(page, 'from')).not.toBeNull()
    await until(() => count(page)).not.toBe(all)
    const [from, some] = [asked(page, 'from'), await count(page)]

    await page.getByRole('navigation').getByRole('link', { name: 'Actors' }).click()
    await until(() => count(page)).toBe(some)
    expect([new URL(page.url()).pathname, asked(page, 'from')]).toEqual(['/network', from])
    await page.goBack()
    // What is outside the chosen stretch may come later than what is within: nothing is shown, and can be moved, before.
    await page.route(
      ({ pathname, searchParams }) => pathname === '/api/marks' && !searchParams.has('from'),
      async route => {
        await new Promise(resolve => setTimeout(resolve, 400))
        await route.continue()
      },
    )
    await page.reload()
    await until(() => count(page)).toBe(some)

    await page.getByRole('slider', { name: 'First day' }).focus()
    await page.keyboard.press('ArrowLeft')
    await until(() => asked(page, 'from')).toBe(
      new Date(Date.parse(from ?? '') - 86_400_000).toISOString().slice(0, 10),
    )
    await page.getByRole('button', { name: 'Any time' }).click()
    await until(() => count(page)).toBe(all)
  })

  it('going from one to the next fetches nothing again, until something in the record has changed', async () => {
    const desk = await browsing.desk()
    const page = await browsing.page(desk, '/timeline')
    await plot(page, 'timeline')
    await plot(page, 'map')
    const answered: string[] = []
    page.on('response', response => {
      const { pathname } = new URL(response.url())
      if (/marks|borders|countries/.test(pathname)) answered.push(`${pathname} ${response.status()}`)
    })
    const go = (name: string) => page.getByRole('navigation').getByRole('link', { name }).click()
    await go('Actors')
    await plot(page, 'network')
    await until(() => answered).toEqual(['/api/marks 304'])
    await desk.store.logExport({ subject: 'events.csv', digest: '0'.repeat(64) })
    await go('Map')
    await plot(page, 'map')
    await until(() => answered).toEqual(['/api/marks 304', '/api/marks 200'])
  })

  it('what is in view of the map is in the table beside it and can be all that is asked for', async () => {
    const page = await open('/map')
    const { x, y, width, height } = await plot(page, 'map')
    expect(await page.locator('.policy').textContent()).toMatch(/Natural Earth.*in fact/)
    const places = page.getByRole('table', { name: 'In this view' }).getByRole('row')
    const before = await places.count()
    await page.locator('.plot.map').first().focus()
    for (let press = 0; press < 14; press++) await page.keyboard.press('ArrowRight')
    await until(() => asked(page, 'view')).not.toBeNull()
    await until(() => places.count()).toBeLessThan(before)
    await page.getByRole('button', { name: 'Show all' }).click()
    await until(() => places.count()).toBe(before)

    await drag(page, [x + 60, y + 60], [x + width / 3, y + height / 2])
    await until(() => asked(page, 'view')).not.toBeNull()
    expect(asked(page, 'box')).toBeNull()
    await page.getByRole('button', { name: 'Only what is in view' }).click()
    await until(() => asked(page, 'box')).not.toBeNull()
    await page.getByRole('button', { name: 'Anywhere' }).first().click()
    await until(() => asked(page, 'box')).toBeNull()
  })

  it('a box on the map chooses the same events in the list, in the other views and in what is exported', async () => {
    const page = await open('/map')
    const { x, y, width, height } = await plot(page, 'map')
    const all = Number.parseInt((await count(page)) ?? '', 10)
    await page.getByRole('button', { name: 'Mark a box' }).click()
    await drag(page, [x + width * 0.25, y + height * 0.2], [x + width * 0.6, y + height * 0.9])
    await until(() => asked(page, 'box')).not.toBeNull()
    await until(async () => Number.parseInt((await count(page)) ?? '', 10)).toBeLessThan(all)
    const some = await count(page)
    const box = asked(page, 'box')
    // What lies outside stays on the map, pale.
    expect(await page.getByRole('table', { name: 'In this view' }).getByRole('row').count()).toBeGreaterThan(
      2,
    )

    await page.getByRole('link', { name: 'As a list' }).click()
    const listed = page.locator('.chronicle > li > a')
    await until(async () => `${await listed.count()} events`).toBe(some)
    expect([new URL(page.url()).pathname, asked(page, 'box')]).toEqual(['/events', box])
    const ids = await listed.evaluateAll(links =>
      links.map(link => decodeURIComponent(link.getAttribute('href')?.split('/').at(-1) ?? '')),
    )
    await page.getByText('Export', { exact: true }).click()
    await page.getByLabel('Format').selectOption('geojson')
    const download = await page.getByRole('link', { name: 'Download' }).getAttribute('href')
    const path = `${download}`.replace('&sidecar=1', '')
    const { features } = await (await page.request.get(new URL(path, page.url()).href)).json()
    const exported = features.map(
      ({ properties }: { properties: { occurrence: string } }) => properties.occurrence,
    )
    expect(new Set(exported)).toEqual(new Set(ids))

    await page.getByRole('navigation').getByRole('link', { name: 'Timeline' }).click()
    await until(() => count(page)).toBe(some)
    await page.reload()
    await until(() => count(page)).toBe(some)
    await page.getByRole('button', { name: 'Take the box away' }).click()
    await until(() => count(page)).toBe(`${all} events`)
    expect(asked(page, 'box')).toBeNull()
  })

  it('a pair of actors leads to its events; an actor is the filter', async () => {
    const page = await open('/network')
    await plot(page, 'network')
    const pair = page.getByRole('button', { name: /: show \d+ events?$/ }).first()
    const events = await pair.textContent()
    await pair.click()
    await until(() => page.locator('.chosen-edge li').count()).toBe(Number(events))
    await page.reload()
    await until(() => page.locator('.chosen-edge li').count()).toBe(Number(events))

    const actor = page.getByRole('table').locator('tbody button.plain').first()
    const name = await actor.textContent()
    await actor.click()
    await until(() => asked(page, 'actor')).toBe(name)
    await page.locator('.chosen-edge a').first().click()
    await until(() => new URL(page.url()).pathname).toMatch(/^\/event\//)
  })
})

// Takes the pictures of the desk that the documents show, of the demo, light and dark: `npx tsx tools/screenshots.ts`.
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fillDemo } from '../src/desk/demo/fill.js'
import { loadTools } from '../src/load-tools.js'
import type { Store } from '../src/ports.js'
import { buildPages, launch, noBrowser, openWindow, startDesk } from '../test/desk/tried-desk.js'

const pictures = 'docs/images'
const mostBytes = 300_000

if (noBrowser !== null) throw new Error(noBrowser)
const folder = mkdtempSync(join(tmpdir(), 'herodotus-pictures-'))
const pages = join(folder, 'pages')
await buildPages(pages)
// By the reader that users have.
const read = async (store: Store) => fillDemo(store, await loadTools(), () => {})
const { desk, end } = await startDesk(join(folder, 'record.db'), pages, read)
const browser = await launch()
try {
  mkdirSync(pictures, { recursive: true })
  const [wire] = await desk.store.reportsNamed('harbour-wire-2032-05-05')
  const report = `/report/${wire?.report.id}`
  /** Each view, what shows that it has come, and how high the window is that it fits. */
  const views = {
    event: [`/event/${desk.most}`, '.matrix', 960],
    report: [`${report}?all=1&event=${desk.most}&field=harm.0`, '.value[aria-current]', 720],
    review: [`/review?event=${desk.most}&field=initiators.0`, '.value[aria-current] .words', 800],
    timeline: ['/timeline', 'main canvas, main svg', 860],
    map: ['/map', 'main canvas, main svg', 860],
  } as const
  for (const [name, [at, shows, height]] of Object.entries(views)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const viewport = { width: 1280, height }
      const page = await openWindow(browser, desk, at, {
        colorScheme,
        viewport,
        settings: { reviewer: 'Ada' },
      })
      await page.locator(shows).first().waitFor()
      // The last of what is asked for has come, and is drawn.
      await page.waitForLoadState('networkidle')
      await page.evaluate('scrollTo(0, 0)')
      const path = join(pictures, `${name}-${colorScheme}.png`)
      await page.screenshot({ path, animations: 'disabled' })
      await page.context().close()
      const { size } = statSync(path)
      console.log(`${path} ${Math.round(size / 1000)} kB`)
      if (size > mostBytes) throw new Error(`${path} is larger than ${mostBytes / 1000} kB`)
    }
  }
} finally {
  await browser.close()
  await end()
  rmSync(folder, { recursive: true, force: true })
}

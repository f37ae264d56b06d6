import { inflateSync } from 'node:zlib'
import type { Page } from 'playwright-core'

/** What is really painted on a page, and how well words on it can be told from it (WCAG 2.2, 1.4.3 and 1.4.11). */

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number]

function luminance([red, green, blue]: Colour): number {
  const part = (value: number): number =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
  return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
}

/** From 1 to 21. */
export function ratioOf(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** A colour laid over another. @param share how much of it is seen, 0 to 1 */
export const over = (colour: Colour, below: Colour, share: number): Colour => [
  colour[0] * share + below[0] * (1 - share),
  colour[1] * share + below[1] * (1 - share),
  colour[2] * share + below[2] * (1 - share),
]

/** A picture: each pixel is a number, 0xrrggbb. */
interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint32Array
}

const colourOf = (pixel: number): Colour => [pixel >> 16, (pixel >> 8) & 255, pixel & 255]

/** `#1d1b18`. */
export const hex = (written: string): Colour => colourOf(Number.parseInt(written.slice(1), 16))

/** Reads a PNG as browsers make them of pages: 8 bits, without interlacing (PNG specification, 9.2). */
function readPng(file: Buffer): Picture {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
  const bytes = file.readUInt8(25) === 6 ? 4 : 3
  const parts: Buffer[] = []
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const length = file.readUInt32BE(at)
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + length))
  }
  const packed = inflateSync(Buffer.concat(parts))
  const line = width * bytes
  const parted = new Uint8Array(line * height)
  for (let y = 0; y < height; y++) unfilter(packed, parted, { y, line, bytes })
  const pixels = new Uint32Array(width * height)
  for (let at = 0; at < pixels.length; at++) {
    const part = at * bytes
    pixels[at] = ((parted[part] ?? 0) << 16) | ((parted[part + 1] ?? 0) << 8) | (parted[part + 2] ?? 0)
  }
  return { width, height, pixels }
}

function unfilter(
  packed: Buffer,
  parted: Uint8Array,
  { y, line, bytes }: { readonly y: number; readonly line: number; readonly bytes: number },
): void {
  const [from, to] = [y * (line + 1) + 1, y * line]
  const filter = packed[from - 1]
  for (let i = 0; i < line; i++) {
    const left = i < bytes ? 0 : (parted[to + i - bytes] ?? 0)
    const above = y === 0 ? 0 : (parted[to - line + i] ?? 0)
    let guess = 0
    if (filter === 1) guess = left
    else if (filter === 2) guess = above
    else if (filter === 3) guess = (left + above) >> 1
    else if (filter === 4)
      guess = paeth(left, above, i < bytes || y === 0 ? 0 : (parted[to - line + i - bytes] ?? 0))
    parted[to + i] = (packed[from + i] ?? 0) + guess
  }
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const a = Math.abs(guess - left)
  const b = Math.abs(guess - above)
  const c = Math.abs(guess - corner)
  return a <= b && a <= c ? left : b <= c ? above : corner
}

/** Words of an element, as the page has them. */
interface Words {
  readonly html: string
  /** As it is computed, with the opacity of all that it stands in. */
  readonly colour: readonly [number, number, number, number]
  readonly isLarge: boolean
  /** Whether axe could not decide it. */
  readonly isOpen: boolean
  /** Whether nothing else lies over the middle of it. */
  readonly isTop: boolean
  readonly boxes: readonly (readonly [left: number, top: number, right: number, bottom: number])[]
}

/** Gathers the words that stand on the page, or in what is asked over it; those of controls that are switched off need no contrast. */
const wordsSeen = (open: readonly string[]): string => `(() => {
  const open = new Set(${JSON.stringify(open)}.map(selector => document.querySelector(selector)))
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const rgba = colour => {
    pen.clearRect(0, 0, 1, 1)
    pen.fillStyle = colour
    pen.fillRect(0, 0, 1, 1)
    const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data
    return [red, green, blue, alpha / 255]
  }
  const colourOf = element => {
    const highlight = [...CSS.highlights].find(([, ranges]) => [...ranges].some(range => range.intersectsNode(element)))
    const style = getComputedStyle(element, highlight ? '::highlight(' + highlight[0] + ')' : null)
    return rgba(element instanceof SVGElement ? style.fill : style.color)
  }
  const fields = 'input:not([type=checkbox], [type=radio], [type=range]), select, textarea'
  const without = ':disabled, option, script, title, .hidden, .skip:not(:focus)'
  const root = document.querySelector('dialog[open]') ?? document.body
  return [...root.querySelectorAll('*')].flatMap(element => {
    const isField = element.matches(fields) && (element.value !== '' || element.type === 'date')
    const own = [...element.childNodes].filter(node => node.nodeType === 3 && node.data.trim() !== '')
    if ((own.length === 0 && !isField) || element.closest(without)) return []
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return []
    const ranges = own.map(node => {
      const range = document.createRange()
      range.selectNodeContents(node)
      return range
    })
    const boxes = (isField ? [element] : ranges).flatMap(one => [...one.getClientRects()])
      .filter(({ width, height, top }) => width > 2 && height > 2 && top < innerHeight)
    if (boxes.length === 0) return []
    const [{ left, right, top, bottom }] = boxes
    const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    let opacity = 1
    for (let up = element; up; up = up.parentElement) opacity *= Number(getComputedStyle(up).opacity)
    const [red, green, blue, alpha] = colourOf(element)
    const { fontSize, fontWeight } = getComputedStyle(element)
    const size = Number.parseFloat(fontSize)
    return [{
      html: element.outerHTML.slice(0, 160),
      colour: [red, green, blue, alpha * opacity],
      isLarge: size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700),
      isOpen: open.has(element),
      isTop: at !== null && (element.contains(at) || at.contains(element)),
      boxes: boxes.map(({ left, top, right, bottom }) => [left + isField * 3, top + isField * 3, right - isField * 3, bottom - isField * 3]),
    }]
  })
})()`

/** Lines below words cross their letters: they are signs of their own, and not behind the words. */
const lineless = '* { text-decoration-color: transparent !important; caret-color: transparent !important }'
/** What stands behind words is seen where they are not. The halo around words of a drawing is behind them. */
const wordless = `${lineless}
  *, *::before, *::after, *::placeholder { -webkit-text-fill-color: transparent !important; transition: none !important }
  text { fill: transparent !important }
  ::highlight(picked), ::highlight(led-to) { color: transparent; -webkit-text-fill-color: transparent }
  ::-webkit-datetime-edit { opacity: 0 }`

/** The page as it is painted with some styles more. */
async function painted(page: Page, styles: string): Promise<Picture> {
  await page.evaluate(`{
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(${JSON.stringify(styles)})
    document.adoptedStyleSheets = [sheet]
  }`)
  const height = await page.evaluate<number>('Math.min(innerHeight, document.documentElement.scrollHeight)')
  const clip = { x: 0, y: 0, width: page.viewportSize()?.width ?? 0, height }
  const file = await page.screenshot({ animations: 'disabled', clip })
  await page.evaluate('document.adoptedStyleSheets = []')
  return readPng(file)
}

export interface Measured {
  /** How many elements' words were measured, and how many of them axe had left open. */
  readonly count: number
  readonly open: number
  /** Those that can be told from what is behind them too little, in a line each. */
  readonly faint: readonly string[]
}

/**
 * Measures each element's words against all that is painted behind their very letters: the worst pixel counts.
 * @param open selectors of what axe could not decide
 */
export async function measureWords(page: Page, open: readonly string[]): Promise<Measured> {
  const words = await page.evaluate<readonly Words[]>(wordsSeen(open))
  const before = await painted(page, lineless)
  const behind = await painted(page, wordless)
  const measured = words.flatMap(one => {
    const ratio = worstOf(one, before, behind)
    // Of what lies under something else no letter is seen.
    return ratio === null && !one.isTop ? [] : [{ ...one, ratio: ratio ?? 1 }]
  })
  return {
    count: measured.length,
    open: measured.filter(({ isOpen }) => isOpen).length,
    faint: measured.flatMap(({ html, isLarge, ratio }) =>
      ratio < (isLarge ? 3 : 4.5) ? [`${ratio.toFixed(2)}: ${html}`] : [],
    ),
  }
}

/** So many of the letters' pixels may lie on a sign that only touches them: the frame of words beside them. */
const touched = 0.03

/** The least ratio over the pixels that change when the words go; null where none does. */
function worstOf({ colour, boxes }: Words, before: Picture, behind: Picture): number | null {
  const counts = new Map<number, number>()
  for (const [left, top, right, bottom] of boxes)
    for (let y = Math.max(Math.floor(top), 0); y < Math.min(bottom, behind.height); y++)
      for (let x = Math.max(Math.floor(left), 0); x < Math.min(right, behind.width); x++) {
        const at = y * behind.width + x
        const below = behind.pixels[at] ?? 0
        if (before.pixels[at] !== below) counts.set(below, (counts.get(below) ?? 0) + 1)
      }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const [red, green, blue, share] = colour
  const ratios = [...counts].map(([pixel, count]) => {
    const below = colourOf(pixel)
    return { ratio: ratioOf(over([red, green, blue], below, share), below), count }
  })
  let left = all * touched
  for (const { ratio, count } of ratios.sort((a, b) => a.ratio - b.ratio)) {
    left -= count
    if (left < 0) return ratio
  }
  return null
}

/**
 * Of signs that are no words (lines, frames, what is drawn): how well the strongest pixel of each stands out from what most of it is.
 * @returns in a line each, the selectors of which none is in the window, or one stands out too little
 */
export async function faintSigns(page: Page, selectors: readonly string[]): Promise<string[]> {
  const found = await page.evaluate<readonly Words['boxes'][]>(`${JSON.stringify(selectors)}.map(selector =>
    [...document.querySelectorAll(selector)]
      .flatMap(element => [...element.getClientRects()].slice(0, 1))
      .filter(({ width, height, top, bottom }) => width > 2 && height > 0 && top >= 0 && bottom < innerHeight)
      .map(({ left, top, right, bottom }) => [left - 4, top - 4, right + 4, bottom + 6]))`)
  const picture = await painted(page, signsAlone)
  return selectors.flatMap((selector, at) => {
    const ratios = (found[at] ?? []).map(box => strongestIn(picture, box))
    const least = Math.min(...ratios)
    return ratios.length > 0 && least >= 3 ? [] : [`${selector}: ${least.toFixed(2)} of ${ratios.length}`]
  })
}

function strongestIn(
  { pixels, width, height }: Picture,
  [left, top, right, bottom]: Words['boxes'][0],
): number {
  const counts = new Map<number, number>()
  for (let y = Math.max(Math.floor(top), 0); y < Math.min(bottom, height); y++)
    for (let x = Math.max(Math.floor(left), 0); x < Math.min(right, width); x++) {
      const pixel = pixels[y * width + x] ?? 0
      counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
    }
  const [ground = 0] = [...counts].sort(([, a], [, b]) => b - a).map(([pixel]) => pixel)
  return Math.max(...[...counts.keys()].map(pixel => ratioOf(colourOf(pixel), colourOf(ground))))
}

/** Words away, lines below them kept. */
const signsAlone = `
  * { -webkit-text-fill-color: transparent !important; caret-color: transparent !important }
  text { fill: transparent !important; stroke: none !important }`

/**
 * Where the reader begins on a page that they come to, and where they were on those that they left: what a browser does between
 * documents is done here between pages of the desk, which are one document, and fill while the reader is there already.
 */

/** Where a reader was on a page: how far down, in pixels, and on which link. */
interface Place {
  readonly y: number
  readonly link: string | null
}

const key = 'herodotus-places'
/** For so many milliseconds after a page was led to its place, what comes late may still push it away. */
const settles = 1000

/** The places on the pages of this tab's history, by how deep in it they stand. */
const places: (Place | null)[] = keptPlaces()
let depth = depthOf(history.state) ?? places.length
let leading: AbortController | null = null

/** Takes over from the browser, which leads before there is anything to lead to. Called once the frame of the page stands. */
export function startArriving(): void {
  history.scrollRestoration = 'manual'
  history.replaceState({ depth }, '')
  addEventListener('pagehide', () => {
    leave()
    try {
      sessionStorage.setItem(key, JSON.stringify(places))
    } catch {
      // A browser that keeps nothing: what is opened again begins at its beginning.
    }
  })
  lead(places[depth] ?? null)
}

/** Goes on to a URL. */
export function push(to: string): void {
  leave()
  depth++
  places.length = depth
  history.pushState({ depth }, '', to)
}

/** Puts the reader at the beginning of another page, or at what the URL's hash names there, with the focus on it. */
export function begin(): void {
  document.getElementById('content')?.focus({ preventScroll: true })
  scrollTo(0, 0)
  lead(null)
}

/**
 * Puts the reader where they were when they left what the browser's history leads to.
 * @param isOther whether that is another page: on the same one the focus stays where it is
 */
export function comeBack(state: unknown, isOther: boolean): void {
  const to = depthOf(state)
  if (to === null) {
    // To a place of the page that is open, the browser has led.
    depth++
    places.length = depth
    history.replaceState({ depth }, '')
    return
  }
  leave()
  depth = to
  if (isOther) document.getElementById('content')?.focus({ preventScroll: true })
  lead(places[depth] ?? { y: 0, link: null })
}

/** Keeps where the reader is. */
export function leave(): void {
  const link = document.activeElement?.closest('main a[href]')
  places[depth] = { y: scrollY, link: link?.getAttribute('href') ?? null }
}

/** Leads to a place, or else to what the hash names, as soon as it is there; it ends when the reader does anything themselves. */
function lead(place: Place | null): void {
  leading?.abort()
  const content = document.getElementById('content')
  const name = location.hash.slice(1)
  if (!content || (place === null && name === '')) return
  leading = new AbortController()
  const { signal } = leading
  const end = (): void => leading?.abort()
  for (const act of ['wheel', 'touchstart', 'pointerdown', 'keydown'])
    addEventListener(act, end, { signal, capture: true, passive: true })
  let settling: ReturnType<typeof setTimeout> | undefined
  const watching = new ResizeObserver(() => {
    if (!(place ? isAt(place) : isAtNamed(name))) return
    clearTimeout(settling)
    settling = setTimeout(end, settles)
  })
  watching.observe(content)
  signal.addEventListener('abort', () => {
    clearTimeout(settling)
    watching.disconnect()
  })
}

function isAt({ y, link }: Place): boolean {
  if (scrollY !== y) scrollTo(0, y)
  if (link !== null && isFocusFree())
    [...document.querySelectorAll<HTMLElement>('main a[href]')]
      .find(one => one.getAttribute('href') === link)
      ?.focus({ preventScroll: true })
  return Math.abs(scrollY - y) <= 1
}

function isAtNamed(name: string): boolean {
  const named = document.getElementById(name)
  if (!named) return false
  named.scrollIntoView()
  if (!isFocusFree()) return true
  if (!named.hasAttribute('tabindex')) named.tabIndex = -1
  named.focus({ preventScroll: true })
  return true
}

/** Whether the focus is where nobody has put it. */
const isFocusFree = (): boolean =>
  document.activeElement === document.body || document.activeElement?.id === 'content'

function depthOf(state: unknown): number | null {
  const found = typeof state === 'object' && state !== null && 'depth' in state ? state.depth : null
  return typeof found === 'number' ? found : null
}

function keptPlaces(): (Place | null)[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]')
    return Array.isArray(stored) ? stored.map(placeOf) : []
  } catch {
    return []
  }
}

function placeOf(stored: unknown): Place | null {
  if (typeof stored !== 'object' || stored === null || !('y' in stored && 'link' in stored)) return null
  const { y, link } = stored
  return typeof y === 'number' && (link === null || typeof link === 'string') ? { y, link } : null
}

import { computed, signal } from '@preact/signals'
import { begin, comeBack, leave, push } from './arriving.js'

/**
 * Where the reader is, as the URL has it: `/events?kind=air-strike`, `/event/event:3f…`, `/report/report:9c…?at=120-134`. Every
 * view is opened again by its URL; nothing of what is shown is kept elsewhere.
 */
export interface Address {
  readonly view: View
  /** What the view is of, where it is of one thing. */
  readonly id: string | null
  readonly query: URLSearchParams
}

export const views = [
  'events',
  'reports',
  'event',
  'report',
  'timeline',
  'map',
  'network',
  'review',
  'agreement',
  'search',
] as const
export type View = (typeof views)[number]

const url = signal(new URL(location.href))
addEventListener('popstate', ({ state }) => {
  const from = url.peek()
  url.value = new URL(location.href)
  comeBack(state, isOtherPage(from, url.peek()))
})

export const address = computed<Address>(() => {
  const [, first = '', ...rest] = url.value.pathname.split('/').map(decodeURIComponent)
  const view = views.find(name => name === first) ?? 'events'
  return { view, id: rest.join('/') || null, query: url.value.searchParams }
})

/** The URL of a view; empty parameters are left out. */
export function href(
  view: View,
  id: string | null = null,
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value)
  const path = id === null ? `/${view}` : `/${view}/${encodeURIComponent(id)}`
  return search.size > 0 ? `${path}?${search}` : path
}

/**
 * Goes to a URL of the desk. Another page is begun at its beginning; what only changes how the same one is seen (its filter, its
 * order) leaves the reader where they are.
 * @param how `replace` where going back should not lead to what is left
 */
export function go(to: string, how: 'push' | 'replace' = 'push'): void {
  const from = url.peek()
  if (how === 'push') push(to)
  else history.replaceState(history.state, '', to)
  url.value = new URL(location.href)
  if (how === 'push' && isOtherPage(from, url.peek())) begin()
}

/** The next page of a list is another page as well. */
const isOtherPage = (from: URL, to: URL): boolean =>
  from.pathname !== to.pathname || from.searchParams.get('after') !== to.searchParams.get('after')

/** Lets links of the desk lead without loading the page again; every other click is the browser's. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!(link instanceof HTMLAnchorElement) || link.target !== '' || link.hasAttribute('download')) return
  if (link.origin !== location.origin || link.pathname.startsWith('/api/')) return
  if (link.hash !== '' && link.href === `${location.href.split('#')[0]}${link.hash}`) {
    // To a place of the page that is open, the browser leads, and takes the focus along.
    leave()
    return
  }
  event.preventDefault()
  // Who asks for the page that they are on wants its beginning.
  if (link.href === location.href) begin()
  else go(`${link.pathname}${link.search}${link.hash}`)
}

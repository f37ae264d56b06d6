import { address, go, href, type View } from '../address.js'
import { type FilterField, filterOf } from '../parts/filter.js'

/** What the timeline, the map and the network keep in the URL besides the filter. */
export type Shown = FilterField | 'zoom' | 'view' | 'edge' | 'order' | 'words'

/** Changes some of what the URL says of the view; null takes it away. */
export function show(
  changes: Partial<Record<Shown, string | null>>,
  how: 'push' | 'replace' = 'replace',
): void {
  const { view, id, query } = address.value
  const next = new URLSearchParams(query)
  for (const [name, value] of Object.entries(changes))
    if (value) next.set(name, value)
    else next.delete(name)
  if (`${next}` !== `${query}`) go(href(view, id, Object.fromEntries(next)), how)
}

const linked: readonly View[] = ['events', 'timeline', 'map', 'network']

/** Where the navigation leads: between views of one filter, the filter goes along. */
export const wayTo = (view: View): string =>
  linked.includes(view) && linked.includes(address.value.view) ? sameIn(view) : href(view)

/** Another view of the same: the filter goes along. */
export const sameIn = (view: View): string => href(view, null, filterOf(address.value.query))

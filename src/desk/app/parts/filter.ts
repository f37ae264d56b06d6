import { address, go, href } from '../address.js'
import { dayAsked } from './day-asked.js'
import type { ReportField } from './report-list.js'

/** The fields of the one filter that are asked for in a form. */
export const filterFields = [
  'search',
  'kind',
  'status',
  'place',
  'actor',
  'holder',
  'from',
  'to',
  'report',
  'review',
] as const
export type FormField = (typeof filterFields)[number]

/** All that the one filter of every view holds, as it stands in the URL; a box is drawn on the map. */
export const filterParts = [...filterFields, 'box'] as const
export type FilterField = (typeof filterParts)[number]
export type Filter = Readonly<Partial<Record<FilterField, string>>>

/** What the URL filters by. A month or a year that somebody wrote there is the stretch of days that it is. */
export function filterOf(query: URLSearchParams): Partial<Record<FilterField, string>> {
  return Object.fromEntries(
    filterParts.flatMap(name => {
      const value = query.get(name)
      if (!value) return []
      return [[name, name === 'from' || name === 'to' ? (dayAsked(value, name) ?? value) : value]]
    }),
  )
}

/**
 * Sets some of the filter, in the view that is shown; what is empty is taken away. Going back does not lead through each change, and
 * another list begins at its first page.
 */
export function setFilter(changes: Readonly<Partial<Record<FilterField | ReportField, string>>>): void {
  const { view, id, query } = address.peek()
  const isOther = Object.entries(changes).some(([name, value]) => (query.get(name) ?? '') !== value)
  if (isOther) go(href(view, id, { ...Object.fromEntries(query), ...changes, pages: undefined }), 'replace')
}

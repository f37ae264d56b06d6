import { address, go, href } from '../address.js'
import { askedIn } from './asked-in.js'
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

/** What the URL filters by. */
export const filterOf = (query: URLSearchParams): Partial<Record<FilterField, string>> =>
  askedIn(query, filterParts)

/**
 * Sets some of the filter, in the view that is shown; what is empty is taken away. Going back does not lead through each change, and
 * another list begins at its first page.
 */
export function setFilter(changes: Readonly<Partial<Record<FilterField | ReportField, string>>>): void {
  const { view, id, query } = address.peek()
  const isOther = Object.entries(changes).some(([name, value]) => (query.get(name) ?? '') !== value)
  if (isOther) go(href(view, id, { ...Object.fromEntries(query), ...changes, pages: undefined }), 'replace')
}

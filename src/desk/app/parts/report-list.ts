import type { ReportSort } from '../../api.js'
import { askedIn } from './asked-in.js'

/** What the list of reports is narrowed to and in which order it stands, as a URL has it. Pure. */

export const reportFields = ['words', 'outlet', 'from', 'to', 'review'] as const
export type ReportField = (typeof reportFields)[number]

/** What the list is narrowed to. */
export const reportFilterOf = (query: URLSearchParams): Partial<Record<ReportField, string>> =>
  askedIn(query, reportFields)

/** What of a URL names the list; empty where it is all reports in the usual order. */
export function listIn(query: URLSearchParams): URLSearchParams {
  const sort = query.get('sort')
  return new URLSearchParams({ ...reportFilterOf(query), ...(sort && { sort }) })
}

/** The columns that the list can be sorted by, each with its orders, the first of which is the one to begin with. */
const ordersOf = {
  published: ['-published', 'published'],
  undecided: ['undecided'],
  added: ['-added', 'added'],
} as const satisfies Record<string, readonly ReportSort[]>
export type SortedColumn = keyof typeof ordersOf

/** The order that the head of a column leads to. */
export function orderNext(column: SortedColumn, sort: string): ReportSort {
  const [first, other = first] = ordersOf[column]
  return sort === first ? other : first
}

/** How a column is sorted; null where the list stands by another. */
export function directionOf(column: SortedColumn, sort: string): 'ascending' | 'descending' | null {
  if (!ordersOf[column].some(order => order === sort)) return null
  return sort === column && column !== 'undecided' ? 'ascending' : 'descending'
}

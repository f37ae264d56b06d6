import type { Edge } from './network.js'

export const columns = ['from', 'to', 'events', 'kinds', 'first', 'last'] as const
export type Column = (typeof columns)[number]

/** How a table is sorted: by a column, `-` before it for the other way. As it stands in the URL. */
export interface Order {
  readonly column: Column
  readonly descending: boolean
}

export function orderRead(text: string | null): Order {
  const column = columns.find(name => name === text?.replace(/^-/, ''))
  return column
    ? { column, descending: text?.startsWith('-') ?? false }
    : { column: 'events', descending: true }
}

export const orderWritten = ({ column, descending }: Order): string => (descending ? `-${column}` : column)

/** The order that choosing a column's head leads to: by it, and the other way if it is by it already. Numbers begin with the most. */
export const orderNext = (now: Order, column: Column): Order =>
  now.column === column
    ? { column, descending: !now.descending }
    : { column, descending: column === 'events' || column === 'last' }

/** Rows that hold the words in a name or a kind, in order; of equals those with more events first, and what is not told last either way. */
export function rowsOf(
  edges: readonly Edge[],
  words: string,
  { column, descending }: Order,
  language: string,
): Edge[] {
  const collator = new Intl.Collator(language, { numeric: true })
  const wanted = words.trim().toLocaleLowerCase(language)
  const holds = (text: string | null): boolean => text?.toLocaleLowerCase(language).includes(wanted) ?? false
  const fits = ({ from, to, kinds }: Edge): boolean =>
    wanted === '' || holds(from) || holds(to) || kinds.some(([kind]) => holds(kind))
  const by = (a: Edge, b: Edge): number => {
    if (column === 'events') return a.marks.length - b.marks.length
    if (column === 'kinds') return collator.compare(a.kinds[0]?.[0] ?? '', b.kinds[0]?.[0] ?? '')
    return collator.compare(a[column] ?? '', b[column] ?? '')
  }
  const untold = (edge: Edge): number =>
    column !== 'events' && column !== 'kinds' && edge[column] === null ? 1 : 0
  return edges
    .filter(fits)
    .sort(
      (a, b) =>
        untold(a) - untold(b) || (descending ? -by(a, b) : by(a, b)) || b.marks.length - a.marks.length,
    )
}

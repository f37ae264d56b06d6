import type { EventFilter, EventSort } from '../ports.js'
import { isInBox } from '../text/box.js'
import { type ListKey, orders } from './event-query.js'
import { fold } from './fold.js'
import type { EventRows } from './rows.js'
import type { EventNameField } from './tables.js'

/** An occurrence that stands in no table: the rows that it would have, and the passages that it is told in. */
export interface Unkept extends EventRows {
  readonly passages: ReadonlySet<number>
}

/** What a filter asks of tables. */
export interface Known {
  /** The reports that a filter's `report` names, and their readings. */
  readonly reports: ReadonlySet<string>
  readonly readings: ReadonlySet<number>
  /** The passages that say what a filter's `search` looks for. */
  readonly saying: ReadonlySet<number>
}

type Test<F extends keyof EventFilter> = (
  one: Unkept,
  asked: NonNullable<EventFilter[F]>,
  known: Known,
) => boolean

/** What each filter lets through, as the queries of event-query.ts and event-drivers.ts do: an occurrence has one row of `events`. */
const tests: { readonly [F in keyof Required<EventFilter>]: Test<F> } = {
  kind: ({ events: [event] }, kind) => event?.kind === kind,
  status: ({ events: [event] }, status) => event?.status === status,
  place: (one, place) =>
    hasName(one, 'place', name => name.includes(fold(place))) ||
    hasName(one, 'country', name => name === fold(place)),
  actor: (one, actor) => hasName(one, 'actor', name => name.includes(fold(actor))),
  holder: (one, holder) => hasName(one, 'holder', name => name.includes(fold(holder))),
  from: (one, from) => hasTime(one, from, undefined),
  to: (one, to) => hasTime(one, undefined, to),
  report: (one, _, { reports, readings }) =>
    one.events.some(({ reading }) => readings.has(reading)) ||
    hasName(one, 'report', name => reports.has(name)),
  search: ({ passages }, _, { saying }) => [...passages].some(passage => saying.has(passage)),
  review: (one, state) => hasName(one, 'review', name => name === state),
  box: ({ event_points }, box) => event_points.some(point => isInBox(box, point)),
}

/** Whether a filter lets an occurrence through. */
export function fitsFilter(one: Unkept, filter: EventFilter, known: Known): boolean {
  const passes = <F extends keyof EventFilter>(name: F): boolean => {
    const asked = filter[name]
    return asked === undefined || tests[name](one, asked, known)
  }
  const { from, to } = filter
  const isWithin = from === undefined || to === undefined || hasTime(one, from, to)
  return isWithin && (Object.keys(tests) as (keyof EventFilter)[]).every(passes)
}

const hasName = ({ event_names }: Unkept, of: EventNameField, fits: (name: string) => boolean): boolean =>
  event_names.some(({ field, name }) => field === of && fits(name))

/** Whether one of its times allows one of these days: no text of a day comes before the empty one, or after `~`. */
const hasTime = ({ event_times }: Unkept, from = '', to = '~'): boolean =>
  event_times.some(({ earliest, latest }) => (latest ?? '~') >= from && (earliest ?? '') <= to)

/** Orders a list as the queries of event-query.ts do. */
export function compareListed(sort: EventSort): (a: ListKey, b: ListKey) => number {
  const { columns, down } = orders[sort]
  const compare = (a: ListKey, b: ListKey): number => {
    for (const column of columns) {
      const order = compareCells(a[column], b[column])
      if (order !== 0) return order
    }
    return 0
  }
  if (!down) return compare
  if (sort !== '-time') return (a, b) => compare(b, a)
  // Backwards, too, undated ones come last, and in the order that they have forwards.
  return (a, b) => {
    const [x, y] = [isUndated(a), isUndated(b)]
    return x && y ? compare(a, b) : x || y ? Number(x) - Number(y) : compare(b, a)
  }
}

const isUndated = ({ time_key }: ListKey): boolean => time_key === 'undated'

/** Texts by their bytes, as both engines have them: JavaScript's own order differs from it in these characters alone. */
const ordersOtherwise = /[\ud800-\uffff]/

function compareCells(a: string | number, b: string | number): number {
  if (a === b) return 0
  if (typeof a === 'number' || typeof b === 'number') return Number(a) - Number(b)
  if (ordersOtherwise.test(a) || ordersOtherwise.test(b))
    return Buffer.compare(Buffer.from(a), Buffer.from(b))
  return a < b ? -1 : 1
}

/** Days as numbers: how many have passed since 1 January 1970, so that a day is as wide as any other on a scale. */

const dayLength = 86_400_000

/** The number of a day written `YYYY-MM-DD`. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayLength)

/** The day of a number, `YYYY-MM-DD`: years 0 to 9999, days beyond them are the outermost. */
export function dayWritten(day: number): string {
  const within = Math.min(Math.max(Math.floor(day), firstDay), lastDay)
  return new Date(within * dayLength).toISOString().slice(0, 10)
}

export const firstDay = dayNumber('0000-01-01')
export const lastDay = dayNumber('9999-12-31')

export const units = ['day', 'week', 'month', 'quarter', 'year', 'decade', 'century'] as const
export type Unit = (typeof units)[number]

const meanLength: Readonly<Record<Unit, number>> = {
  day: 1,
  week: 7,
  month: 30.44,
  quarter: 91.31,
  year: 365.25,
  decade: 3652.5,
  century: 36_525,
}

/** The shortest unit that is at least so many days long; a century where none is. */
export const unitOf = (days: number): Unit => units.find(unit => meanLength[unit] >= days) ?? 'century'

const monthsIn: Readonly<Record<Exclude<Unit, 'day' | 'week'>, number>> = {
  month: 1,
  quarter: 3,
  year: 12,
  decade: 120,
  century: 1200,
}

/** Days on which units begin: from the last not after `start` to the first that is not before `end`. Weeks begin on Monday. */
export function edgesOf(unit: Unit, start: number, end: number): number[] {
  const edges: number[] = []
  const next = unit === 'day' ? 1 : unit === 'week' ? 7 : null
  if (next !== null) {
    const monday = 4 // 1970-01-05
    const offset = unit === 'week' ? monday : 0
    let edge = Math.floor((start - offset) / next) * next + offset
    for (; edge < end; edge += next) edges.push(edge)
    return [...edges, edge]
  }
  const step = monthsIn[unit as keyof typeof monthsIn]
  let month = Math.floor(monthOf(Math.floor(start)) / step) * step
  for (; firstOfMonth(month) < end; month += step) edges.push(firstOfMonth(month))
  return [...edges, firstOfMonth(month)]
}

/** Months since the year 0. */
function monthOf(day: number): number {
  const date = new Date(day * dayLength)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

function firstOfMonth(month: number): number {
  const date = new Date(0)
  date.setUTCFullYear(Math.floor(month / 12), month - Math.floor(month / 12) * 12, 1)
  return date.getTime() / dayLength
}

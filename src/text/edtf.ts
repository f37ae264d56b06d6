/** First and last day of an EDTF value; null where open or unknown. */
export interface Bounds {
  readonly earliest: string | null
  readonly latest: string | null
}

const pad = (n: number, width = 2): string => String(n).padStart(width, '0')
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const seasonMonths: Record<number, number> = { 21: 3, 22: 6, 23: 9, 24: 12 }

/** Days in a month, 1..12, of a year of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

/**
 * The days that an EDTF value of the codebook's forms covers (codebook section 3): a day, month, season, year or decade,
 * with `?`, `~` or `%`, or an interval of two of these, either of which may be `..`. Null bounds where the value is
 * open or has no year (`XXXX-12-06`).
 * @throws SyntaxError where the value is of none of these forms, or names a day that is in no calendar.
 */
export function edtfBounds(edtf: string): Bounds {
  const [from = '', to] = edtf.split('/')
  return { earliest: day(from, edtf).earliest, latest: day(to ?? from, edtf).latest }
}

function day(part: string, whole: string): Bounds {
  if (part === '..' || /^XXXX-\d\d-\d\d[?~%]?$/.test(part)) return { earliest: null, latest: null }
  const decade = /^(\d{3})X[?~%]?$/.exec(part)
  if (decade) return { earliest: `${decade[1]}0-01-01`, latest: `${decade[1]}9-12-31` }
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[?~%]?$/.exec(part)
  if (!match) throw new SyntaxError(`not an EDTF value as used here: ${JSON.stringify(whole)}`)
  const year = Number(match[1])
  const month = match[2] === undefined ? undefined : Number(match[2])
  const date = match[3] === undefined ? undefined : Number(match[3])
  if (month === undefined) return { earliest: `${match[1]}-01-01`, latest: `${match[1]}-12-31` }
  const season = seasonMonths[month]
  if (season !== undefined && date === undefined) {
    const lastMonth = ((season + 1) % 12) + 1
    const lastYear = lastMonth < season ? year + 1 : year
    return {
      earliest: `${match[1]}-${pad(season)}-01`,
      latest: `${pad(lastYear, 4)}-${pad(lastMonth)}-${pad(daysInMonth(lastYear, lastMonth))}`,
    }
  }
  const length = month >= 1 && month <= 12 ? daysInMonth(year, month) : 0
  if (length === 0 || (date !== undefined && (date < 1 || date > length))) {
    throw new SyntaxError(`no such day: ${JSON.stringify(whole)}`)
  }
  const prefix = `${match[1]}-${pad(month)}`
  return { earliest: `${prefix}-${pad(date ?? 1)}`, latest: `${prefix}-${pad(date ?? length)}` }
}

/** Orders values by time: by first day, then by last; those with neither stand last. */
export function compareBounds(a: Bounds, b: Bounds): number {
  const key = (x: Bounds): string => `${x.earliest ?? x.latest ?? '~'} ${x.latest ?? x.earliest ?? '~'}`
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0
}

/** How many days a value covers; infinite where an end is open or unknown. */
function breadth({ earliest, latest }: Bounds): number {
  if (earliest === null || latest === null) return Number.POSITIVE_INFINITY
  return (Date.parse(latest) - Date.parse(earliest)) / 86_400_000
}

/** Orders values by how much they tell: the narrowest first; of equals, the earlier. */
export function compareBreadth(a: Bounds, b: Bounds): number {
  const [x, y] = [breadth(a), breadth(b)]
  return x === y ? compareBounds(a, b) : x - y
}

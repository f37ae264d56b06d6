import { civil, epochDay } from './calendar.js'

/** Names of the holidays that war reporting dates by, each with the id of its reckoning. */
export const holidays: ReadonlyMap<string, string> = new Map([
  ["new year ' s day", 'new-year'],
  ["new year ' s eve", 'new-year-eve'],
  ["new year ' s", 'new-year'],
  ['christmas day', 'christmas'],
  ['christmas', 'christmas'],
  ['christmas eve', 'christmas-eve'],
  ['boxing day', 'boxing-day'],
  ['easter sunday', 'easter'],
  ['easter', 'easter'],
  ['easter monday', 'easter-monday'],
  ['good friday', 'good-friday'],
  ['palm sunday', 'palm-sunday'],
  ['pentecost', 'pentecost'],
  ['thanksgiving day', 'thanksgiving'],
  ['thanksgiving', 'thanksgiving'],
  ['labor day', 'labor-day'],
  ['memorial day', 'memorial-day'],
  ['halloween', 'halloween'],
  ["valentine ' s day", 'valentine'],
  ['may day', 'may-day'],
  ['bastille day', 'bastille-day'],
  ['ramadan', 'ramadan'],
  ['eid al - fitr', 'eid-al-fitr'],
  ['eid al - adha', 'eid-al-adha'],
  ['eid ul - fitr', 'eid-al-fitr'],
  ['eid ul - adha', 'eid-al-adha'],
  ['ashura', 'ashura'],
  ['muharram', 'muharram'],
  ['nowruz', 'nowruz'],
  ['norouz', 'nowruz'],
  ['newroz', 'nowruz'],
])

/** Days of a holiday within a year; `approximate` where the moon is watched for, so that it may be a day off. */
export interface HolidayDays {
  readonly first: number
  readonly last: number
  readonly approximate: boolean
}

const fixed: Readonly<Record<string, readonly [month: number, day: number]>> = {
  'new-year': [1, 1],
  'new-year-eve': [12, 31],
  christmas: [12, 25],
  'christmas-eve': [12, 24],
  'boxing-day': [12, 26],
  halloween: [10, 31],
  valentine: [2, 14],
  'may-day': [5, 1],
  'bastille-day': [7, 14],
}

/** The month and day of the Islamic year on which each begins, and how many days it lasts. */
const islamic: Readonly<Record<string, readonly [month: number, day: number, days: number]>> = {
  muharram: [1, 1, 30],
  ashura: [1, 10, 1],
  ramadan: [9, 1, 30],
  'eid-al-fitr': [10, 1, 1],
  'eid-al-adha': [12, 10, 1],
}

const fromEaster: Readonly<Record<string, number>> = {
  easter: 0,
  'easter-monday': 1,
  'good-friday': -2,
  'palm-sunday': -7,
  pentecost: 49,
}

/** When a holiday falls in a year of the Gregorian calendar; null where it does not, or is not known. */
export function holidayIn(year: number, id: string): HolidayDays | null {
  const single = (at: number): HolidayDays => ({ first: at, last: at, approximate: false })
  const date = fixed[id]
  if (date) return single(epochDay(year, ...date))
  const offset = fromEaster[id]
  if (offset !== undefined) return single(easter(year) + offset)
  if (id === 'thanksgiving') return single(nthWeekday(year, 11, 3, 4))
  if (id === 'labor-day') return single(nthWeekday(year, 9, 0, 1))
  if (id === 'memorial-day') return single(nthWeekday(year, 6, 0, 1) - 7)
  if (id === 'nowruz') return single(nowruz(year))
  const moon = islamic[id]
  return moon ? islamicIn(year, ...moon) : null
}

/** The nth weekday (Monday is 0) of a month. */
function nthWeekday(year: number, month: number, weekday: number, n: number): number {
  const first = epochDay(year, month, 1)
  return first + ((weekday - first - 3 + 14 * 1e6) % 7) + (n - 1) * 7
}

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm of Nature, 1876). */
function easter(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = Math.floor((a + 11 * d + 22 * e) / 451)
  const n = d + e - 7 * f + 114
  return epochDay(year, Math.floor(n / 31), (n % 31) + 1)
}

/** The day that starts nearest the mean March equinox in Tehran (Meeus, Astronomical Algorithms, chapter 27). */
function nowruz(year: number): number {
  const y = (year - 2000) / 1000
  const julian = 2451623.80984 + 365242.37404 * y + 0.05169 * y * y
  const tehran = julian - 2440587.5 + 3.5 / 24
  return Math.floor(tehran + 0.5)
}

/** The tabular Islamic calendar (civil epoch): within a day of the sighted one. */
function islamicIn(year: number, month: number, date: number, days: number): HolidayDays | null {
  const about = Math.floor(((year - 622) * 33) / 32)
  for (let hijri = about - 1; hijri <= about + 2; hijri++) {
    const dayOfYear = date + Math.ceil(29.5 * (month - 1))
    const first = dayOfYear + (hijri - 1) * 354 + Math.floor((3 + 11 * hijri) / 30) + 1948439 - 2440588
    if (civil(first).year === year) return { first, last: first + days - 1, approximate: true }
  }
  return null
}

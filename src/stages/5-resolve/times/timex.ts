import type { Unit } from './calendar.js'
import type { Count } from './form.js'

const letters: Readonly<Record<Unit, string>> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  month: 'M',
  season: 'M',
  quarter: 'Q',
  half: 'M',
  year: 'Y',
  decade: 'E',
  century: 'C',
}

/** The TIMEX3 value of a length: `P3D`, `PT2H30M`, `PXW` where the count is not said. */
export function durationValue(count: Count, unit: Unit): string {
  const time = unit === 'hour' || unit === 'minute' || unit === 'second' ? 'T' : ''
  const p = `P${time}`
  if (count === 'X') return `${p}X${letters[unit]}`
  if (unit === 'decade') return `P${count * 10}Y`
  if (unit === 'century') return `P${count * 100}Y`
  const whole = Math.floor(count)
  const lead = whole > 0 ? `${whole}${letters[unit]}` : ''
  if (count - whole !== 0.5) return `${p}${count}${letters[unit]}`
  if (unit === 'year') return `P${lead}6M`
  if (unit === 'hour' || unit === 'minute') return `${p}${lead}30${unit === 'hour' ? 'M' : 'S'}`
  return `${p}${count}${letters[unit]}`
}

import { civil, daysOf, edtfOf, isoDay, type Period, timexOf } from './calendar.js'
import type { Approximation, Form, Part } from './form.js'
import { type Context, nothing, type Resolved, toldWithin } from './resolved.js'

const mods: Readonly<Partial<Record<Part, string>>> = {
  start: 'START',
  mid: 'MID',
  end: 'END',
  earlier: 'START',
  later: 'END',
}

const thirds: Readonly<Partial<Record<Part, number>>> = { start: 0, mid: 1, end: 2 }

/** A part of a longer time: of a day its hours, of a month, year or decade a third. */
export function resolvePart(part: Part, whole: Resolved): Resolved {
  const mod = mods[part]
  if (mod === undefined) {
    return { ...whole, type: 'TIME', timex: whole.timex && `${whole.timex.replace(/T.*$/, '')}T${part}` }
  }
  const third = thirds[part]
  const edtf = third !== undefined && whole.period && whole.edtf ? thirdOf(whole.period, third) : null
  return { ...whole, mod, edtf: edtf ?? whole.edtf }
}

/** Parts of a month, a year and a decade are their thirds (codebook section 3); other times are kept whole. */
function thirdOf(period: Period, third: number): string | null {
  const { first, last } = daysOf(period)
  if (period.unit === 'month') {
    const month = edtfOf(period)
    const until = third === 2 ? isoDay(last) : `${month}-${(third + 1) * 10}`
    return `${month}-${third}1/${until}`
  }
  const { year } = civil(first)
  if (period.unit === 'year') {
    const month = (n: number): string => edtfOf({ unit: 'month', at: year * 12 + n })
    return `${month(third * 4)}/${month(third * 4 + 3)}`
  }
  if (period.unit !== 'decade') return null
  const edges = [0, 3, 4, 6, 7, 9]
  return `${year + (edges[third * 2] ?? 0)}/${year + (edges[third * 2 + 1] ?? 9)}`
}

/** A time of day; of the day last told, or of the publication's, where the words name none: then TIMEX3 alone has it. */
export function resolveClock(form: Form & { is: 'clock' }, day: Resolved | null, context: Context): Resolved {
  const two = (n: number): string => String(n).padStart(2, '0')
  const time = `T${two(form.hour)}:${two(form.minute ?? 0)}`
  if (!day) {
    const near = toldWithin('day', context.told) ?? (context.history ? null : context.published)
    return {
      ...nothing,
      type: 'TIME',
      timex: near?.unit === 'day' ? `${timexOf(near)}${time}` : `XXXX-XX-XX${time}`,
    }
  }
  return { ...day, type: 'TIME', timex: day.timex && `${day.timex.replace(/T.*$/, '')}${time}`, mod: null }
}

/** A time that is not meant exactly. */
export function approximate(mod: Approximation, exact: Resolved): Resolved {
  // "Over a year ago" says only what it was before.
  if (mod === 'MORE_THAN') return { ...exact, mod, edtf: null }
  const edtf =
    exact.edtf === null || exact.edtf.includes('/') || exact.edtf.endsWith('~')
      ? exact.edtf
      : `${exact.edtf}~`
  return { ...exact, mod, edtf }
}

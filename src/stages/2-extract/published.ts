import { daysInMonth } from '../../text/edtf.js'

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)
const pad = (n: number, width = 2): string => String(n).padStart(width, '0')

/** A day written as a date, or null where no calendar has it. */
function dayOf(year: number, month: number, day: number): string | null {
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}

/**
 * A publication date as data gives it, as EDTF: a year, a month, a day, or an instant, of which the day is kept as
 * written (the page's own time zone, not ours). Null where it is no date.
 */
export function dateOfData(value: string): string | null {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\S.*)?)?)?$/.exec(value.trim())
  if (!match) return compactDay(value) ?? wordedDate(value)?.edtf ?? null
  const [, year = '', month, day] = match
  if (month === undefined) return year
  if (day !== undefined) return dayOf(Number(year), Number(month), Number(day))
  return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month}` : null
}

function compactDay(value: string): string | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?$/.exec(value.trim())
  return match && dayOf(Number(match[1]), Number(match[2]), Number(match[3]))
}

const monthWord = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?'
const written = [
  new RegExp(
    `\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s\u00a0]+(?:of[\\s\u00a0]+)?(?<month>${monthWord}),?[\\s\u00a0]+(?<year>\\d{4})\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?<month>${monthWord})[\\s\u00a0]+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?[\\s\u00a0]+(?<year>\\d{4})\\b`,
    'i',
  ),
  /\b(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?=\b|T)/,
  /\b(?<first>\d{1,2})[./](?<second>\d{1,2})[./](?<year>\d{4})\b/,
]

/** The first full date written in a text, with where it stands. A day and month that could be swapped are left alone. */
export function wordedDate(text: string): { edtf: string; index: number; length: number } | null {
  for (const pattern of written) {
    const match = pattern.exec(text)
    const { year, month, day, first, second } = match?.groups ?? {}
    if (!match || year === undefined) continue
    const edtf =
      first !== undefined && second !== undefined
        ? fromNumbers(Number(year), Number(first), Number(second))
        : dayOf(Number(year), monthNumber(month ?? ''), Number(day))
    if (edtf !== null) return { edtf, index: match.index, length: match[0].length }
  }
  return null
}

function monthNumber(word: string): number {
  if (/^\d+$/.test(word)) return Number(word)
  const name = word.toLowerCase().replace('.', '')
  // "sept" and "marc" name a month, "marching" does not.
  return months.findIndex(month => month.startsWith(name)) + 1
}

function fromNumbers(year: number, first: number, second: number): string | null {
  if (first === second || second > 12) return dayOf(year, first, second)
  return first > 12 ? dayOf(year, second, first) : null
}

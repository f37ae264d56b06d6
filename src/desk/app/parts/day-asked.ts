import { edtfBounds } from '../../../text/edtf.js'

/**
 * The day that somebody asks for by a day, a month or a year: of what is longer than a day, the first or the last. The order
 * is always from year to day, as everywhere on the desk: `7/5/2032` is two days, by who reads it. Digits may be Arabic ones.
 * @returns `YYYY-MM-DD`; null where it is no day of the calendar
 */
export function dayAsked(text: string, edge: 'from' | 'to'): string | null {
  const parts = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(latinDigits(text.trim()))
  if (!parts) return null
  const [year = '', ...rest] = parts.slice(1).filter(part => part !== undefined)
  // A month beyond the twelfth would be a season to EDTF.
  if (Number(rest[0] ?? 1) > 12) return null
  const edtf = [year, ...rest.map(part => part.padStart(2, '0'))].join('-')
  try {
    const { earliest, latest } = edtfBounds(edtf)
    return edge === 'from' ? earliest : latest
  } catch {
    return null
  }
}

/** Arabic digits, of both kinds, stand in order at the beginning of a sixteenth of Unicode. */
const latinDigits = (text: string): string =>
  text.normalize('NFKC').replace(/[\u0660-\u0669\u06f0-\u06f9]/g, digit => `${digit.charCodeAt(0) & 15}`)

import type { Claim } from '../../model/claim.js'
import type { Clash } from './clashes.js'

const months =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
/** A line that is a date, with or without a time of day: the heading of an entry of a live blog or a log. */
const heading = new RegExp(
  `^[ \\t]*(?:\\p{L}+day,? )?(?:(?:\\d{1,2}(?:st|nd|rd|th)? ${months}|${months} \\d{1,2}(?:st|nd|rd|th)?)(?:,? \\d{4})?)(?![^\\S\\n]*\\p{L}{5})[^\\p{L}\\n]{0,16}(?:\\p{L}{1,4})?[ \\t:.]*$`,
  'gimu',
)

/**
 * Keeps apart what is told under the headings of two dates where no time of it is told: a log's entries tell of their own
 * days. A claim before the first heading, or of a report with fewer than two, is under none.
 */
export function otherEntry(body: string, claims: readonly Claim[]): Clash {
  const headings = [...body.matchAll(heading)].map(({ index, 0: words }) => ({
    at: index,
    date: words
      .toLowerCase()
      .replace(/\d{1,2}[:.]\d\d.*|,|\p{L}+day\b/gu, '')
      .trim(),
  }))
  const dates = new Map<Claim, string>()
  let next = 0
  for (const claim of [...claims].sort((a, b) => a.trigger.start - b.trigger.start)) {
    while ((headings[next]?.at ?? Number.POSITIVE_INFINITY) <= claim.trigger.start) next++
    const under = headings[next - 1]
    if (under && headings.length > 1 && claim.when.length === 0) dates.set(claim, under.date)
  }
  return {
    id: 'other-entry',
    clash: (a, b) => {
      const [x, y] = [dates.get(a), dates.get(b)]
      return x !== undefined && y !== undefined && x !== y
    },
  }
}

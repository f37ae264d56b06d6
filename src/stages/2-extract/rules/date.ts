import { wordedDate } from '../published.js'
import type { BlockRule } from './rule.js'

/** What may stand beside the date in a line that only dates the page. */
const beside =
  /\b(?:this (?:story|article|report) (?:is|was|dates)|(?:first |last )?(?:published|updated|posted|modified|issued|created)|release[d]?|date|from|on|at|by|the|and|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|[ap]\.?m|gmt|utc|bst|[ecmp][sd]?t|ist|cet|eest|local time|\d{1,2}[:.]\d\d(?::\d\d)?|\d{1,2}(?=\s*[ap]\.?m\b))\b\.?/gi

/** A line that holds a date and nothing that tells anything: "03 December, 2015", "Published 3 May 2031 at 10:15 GMT". */
export const dateLine: BlockRule = {
  id: 'date:line',
  kind: 'date',
  holds: text => {
    if (text.length > 120) return false
    let rest = text
    for (let date = wordedDate(rest); date !== null; date = wordedDate(rest)) {
      rest = rest.slice(0, date.index) + rest.slice(date.index + date.length)
    }
    return (
      rest !== text &&
      !/[\p{L}\p{N}]/u.test(
        rest.replace(/T?\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?/g, '').replace(beside, ''),
      )
    )
  },
}

import type { Rule } from '../rule.js'
import { amounts } from './amounts.js'
import { clock } from './clock.js'
import { dates } from './dates.js'
import { durations } from './durations.js'
import { namedTimes } from './named.js'
import { parts } from './parts.js'
import { references } from './references.js'
import { relative } from './relative.js'
import { sets } from './sets.js'
import { shifts } from './shifts.js'
import { years } from './years.js'

/** The rules of one family, and why they stand where they do. */
export interface Family {
  readonly name: string
  readonly rules: readonly Rule[]
  readonly because: string
}

/** The longest match wins; of equally long ones, the family that stands first. */
export const families: readonly Family[] = [
  { name: 'Dates', rules: dates, because: 'A date said in full needs no other word, so it is asked first.' },
  { name: 'Years', rules: years, because: 'After dates, which take their year along.' },
  {
    name: 'Named times',
    rules: namedTimes,
    because:
      'Before lengths and distances: "a year earlier" may mean a quarter, "the third quarter" is no part of a thing.',
  },
  {
    name: 'Days and units beside an anchor',
    rules: relative,
    because: 'Before lengths: "last week" is a week, "the last week" a length.',
  },
  {
    name: 'Distances',
    rules: shifts,
    because: 'Before lengths, which they hold ("two days" in "two days later").',
  },
  { name: 'Parts', rules: parts, because: 'They hold the times above, so that they are always longer.' },
  {
    name: 'Clock times',
    rules: clock,
    because: 'After dates, so that 2015 is a year before it is a clock time.',
  },
  { name: 'Sets', rules: sets, because: 'Before lengths: "twice a week" is a set, "for a week" is not.' },
  { name: 'Lengths', rules: durations, because: 'What is left of a count and a unit.' },
  { name: 'Approximations', rules: amounts, because: 'They hold distances and lengths.' },
  { name: 'References', rules: references, because: 'Single words that say least.' },
]

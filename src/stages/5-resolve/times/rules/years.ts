import { type Form, named, period, step } from '../form.js'
import { months } from '../lexicon.js'
import { type Around, example, type Rule } from '../rule.js'

const decadeWords = [
  'twenties',
  'thirties',
  'forties',
  'fifties',
  'sixties',
  'seventies',
  'eighties',
  'nineties',
]

const yearBefore =
  /^(?:in|of|since|until|till|by|from|to|and|or|early|mid|late|during|before|after|through|between|year|for|-|\(|\/|post|pre|around|about|circa|spring|summer|autumn|fall|winter|than|the|as)$/

/** Words after a number that it counts. */
const counted =
  /^(?:people|civilians|soldiers|troops|men|women|children|refugees|fighters|meters|metres|feet|miles|km|kilometers|kilometres|tons|tonnes|dollars|points|jobs|percent|gmt|hours|hrs|local|members|houses|homes|families|others|cases|shares|shops|vehicles|times)$/

/** Words before a number that is a name. */
const numberedBefore =
  /^(?:no|number|flight|resolution|nearly|almost|over|least|than|some|article|page|room|boeing|route)$/

/** A bare number as a year: not a sum, a street number or a count of things. */
function isYear({ words, start, end, before, after }: Around): boolean {
  const value = Number(words[start]?.text ?? Number.NaN)
  if (/^[$£€#%+@.:]$/.test(before()) || /^[%°/@]$/.test(after())) return false
  // "12/03/2013" reads two ways; its year alone would be half of it.
  if (/^[/.]$/.test(before()) && /^\d\d?$/.test(before(2))) return false
  if (after() === ':' && before() !== '' && !months.has(before())) return false
  if (numberedBefore.test(before()) || counted.test(after())) return false
  if (words[end]?.tight && after() === '-' && /^\p{L}/u.test(after(2))) return false
  if (Number.isNaN(value)) return true
  const dated =
    months.has(before()) ||
    (before() === ',' && (months.has(before(2)) || /^(?:\d\d?|st|nd|rd|th)$/.test(before(2))))
  if (dated || yearBefore.test(before()) || (after() === '-' && /^1\d{3}$/.test(after(2)))) return true
  return value >= 1900 && value < 2050 && (value % 100 > 0 || !/^(?:a|an)$/.test(before()))
}

const yearOf = (at: number): Form => period({ unit: 'year', at })

export const years: readonly Rule[] = [
  {
    id: 'year',
    groups: ['year', 'long', 'time'],
    patterns: ['YEAR', 'the year YEAR'],
    says: got => yearOf(got.number('year')),
    fits: isYear,
    examples: [
      example('The war of [2011] is over.', '2011', '2011'),
      example('They have fought since [2014].', '2014/..', '2014'),
      example('It was founded in [nineteen ninety-six].', '1996', '1996'),
    ],
  },
  {
    id: 'short-year',
    groups: ['year', 'long', 'time'],
    patterns: ["' YY"],
    says: got => yearOf((got.number('yy') >= 30 ? 1900 : 2000) + got.number('yy')),
    fits: ({ words, start, before, after }) =>
      words[start + 1]?.tight === true &&
      after() !== 's' &&
      after() !== "'" &&
      /^(?:in|of|since|until|by|to|and|-|late|early|mid)$/.test(before()),
    examples: [example("He was shot in ['89].", '1989', '1989')],
  },
  {
    id: 'year-range',
    groups: ['time'],
    patterns: ['YEAR:from - YY'],
    says: got => {
      const from = got.number('from')
      const to = Math.floor(from / 100) * 100 + got.number('yy')
      return to > from ? { is: 'range', from: yearOf(from), to: yearOf(to) } : null
    },
    fits: around => isYear(around) && around.words[around.end - 2]?.tight === true && around.after() !== '-',
    examples: [example('The road was cut in [2029-30] by raids.', '2029/2030', '2029')],
  },
  {
    id: 'fiscal-year',
    groups: ['year', 'time'],
    patterns: ['the? fiscal year? YEAR'],
    says: got => yearOf(got.number('year')),
    examples: [example('The budget of [fiscal 2029] was cut.', '2029', '2029')],
  },
  {
    id: 'which-year',
    groups: ['year', 'long', 'time'],
    patterns: [
      'last|this|next:which year',
      'the current|coming:which fiscal? year',
      'that|the:text year',
      'the same|following|previous|preceding|next:text year',
      'that same:text year',
      'the fiscal|full:whole year',
    ],
    says: got => {
      const which = got.word('which')
      if (which) return step('year', which === 'last' ? -1 : /next|coming/.test(which) ? 1 : 0)
      if (got.has('whole')) return step('year', 0)
      const text = got.word('text')
      if (text === 'the') return step('year', 0)
      return step('year', /following|next/.test(text) ? 1 : /previous|preceding/.test(text) ? -1 : 0, 'text')
    },
    fits: ({ words, start, end, before, after }) => {
      // "The year ended 31 March" is a length, "the Year III" another calendar's.
      if (/^(?:ended|ending|[ivx]+)$/.test(after())) return false
      if (words[start]?.text !== 'the' || end - start > 2) return true
      return /^(?:of|in|for|during|over|throughout|until|through)$/.test(before()) && after() !== 'in'
    },
    examples: [
      example('The truce was signed [last year].', '2030', '2030'),
      example('Elections are due [next year].', '2032', '2032'),
      example('War came in 2011. [The following year], the city fell.', '2012', '2012'),
    ],
  },
  {
    id: 'decade',
    groups: ['long', 'time'],
    patterns: ['the? DECADE s', `the ${decadeWords.join('|')}:name`, "the? ' YY s"],
    says: got => {
      if (got.has('decade')) return period({ unit: 'decade', at: Math.floor(got.number('decade') / 10) })
      if (got.has('yy'))
        return got.number('yy') % 10 > 0 ? null : period({ unit: 'decade', at: 190 + got.number('yy') / 10 })
      return period({ unit: 'decade', at: 192 + decadeWords.indexOf(got.word('name')) })
    },
    fits: ({ words, end }) => words[end - 1]?.text !== 's' || words[end - 1]?.tight === true,
    examples: [
      example('Fighters came in [the 1990s].', '199X', '199'),
      example('He was jailed in [the nineties].', '199X', '199'),
    ],
  },
  {
    id: 'century',
    groups: ['long', 'time'],
    patterns: ['the? NTH century'],
    says: got => period({ unit: 'century', at: got.number('nth') - 1 }),
    examples: [example('The fort dates from [the 19th century].', '1801/1900', '18')],
  },
  {
    id: 'before-common-era',
    groups: ['year', 'time'],
    patterns: ['SMALL bc|bce', 'SMALL b . c', 'SMALL b . c .'],
    says: got => ({ is: 'bc', year: got.number('small') }),
    examples: [example('The city fell in [480 BC].', null, 'BC0480')],
  },
  {
    id: 'year-end',
    groups: ['time'],
    patterns: ['year end', "the? year ' s end"],
    says: () => ({ is: 'part', part: 'end', of: step('year', 0) }),
    examples: [example('They will leave by [year-end].', '../2031', '2031')],
  },
  {
    id: 'part-of-year',
    groups: ['time'],
    patterns: ['the? first|second|last|latter:which half of <year>'],
    says: got => named({ of: 'half', n: got.word('which') === 'first' ? 0 : 1 }, got.form('year')),
    examples: [example('Trade fell in [the second half of 2030].', '2030-07/2030-12', '2030-H2')],
  },
]

import { day, isDay, month as monthOf } from '../calendar.js'
import { type Form, named, period, step } from '../form.js'
import { doubtfulMonths, months } from '../lexicon.js'
import type { Got } from '../pattern.js'
import { type Around, example, type Rule } from '../rule.js'

/** A day of a month, in a year if the words say one. An impossible day keeps its form, and fails when it is reckoned. */
const dayIn = (month: number, n: number, within: Form | null): Form => {
  if (within?.is === 'period' && within.period.unit === 'year' && isDay(within.period.at, month, n)) {
    return period(day(within.period.at, month, n))
  }
  return named({ of: 'day', month, n }, within)
}

const dated = (got: Got): Form | null => {
  const n = got.number('day')
  return n > 31 ? null : dayIn(got.number('month'), n, got.has('year') ? got.form('year') : null)
}

/** From one day of a month to a later one. */
const days = (got: Got): Form | null => {
  const within = got.has('year') ? got.form('year') : null
  const [from, to] = [got.number('from'), got.number('to')]
  if (from >= to || to > 31) return null
  const inMonth = (n: number): Form => dayIn(got.number('month'), n, within)
  return { is: 'range', from: inMonth(from), to: inMonth(to) }
}

const monthBefore =
  /^(?:in|since|until|till|by|of|last|this|next|early|mid|late|during|from|before|after|through|between|and|-|\()$/

/** A month's name alone: "may" and "march" are mostly other words. */
function isMonth({ words, start, before, after }: Around): boolean {
  const word = words[start]
  if (!word) return false
  if (before() === "'" || (after() === "'" && after(2) === 's' && doubtfulMonths.has(word.text))) return false
  const led = monthBefore.test(before()) && before(2) !== '-' && (before() !== 'and' || months.has(before(2)))
  if (word.text.length <= 4 && !['may', 'june', 'july'].includes(word.text)) {
    return word.capital && (after(0) === '.' || led) && !/^\d/.test(after())
  }
  return led || (word.capital && !doubtfulMonths.has(word.text))
}

export const dates: readonly Rule[] = [
  {
    id: 'day-month',
    groups: ['date', 'day', 'time'],
    patterns: [
      'DAY MONTH',
      'DAY MONTH ,? <year>',
      'DAY of MONTH ,|of? <year>',
      'the? DAYTH:day of? MONTH',
      'the? DAYTH:day of? MONTH ,|of? <year>',
      'WEEKDAY ,? the? DAY of? MONTH',
      'WEEKDAY ,? the? DAY of? MONTH ,|of? <year>',
    ],
    says: dated,
    examples: [
      example('Raids were flown on [30 September].', '2031-09-30', '2031-09-30'),
      example('They met on [24 November 2019].', '2019-11-24', '2019-11-24'),
      example('The vote is set for [5 May].', '2032-05-05', '2032-05-05'),
      example('The bridge fell on [Monday, 1 December].', '2031-12-01', '2031-12-01'),
      example('The gate fell on [the 5th of March, 2030].', '2030-03-05', '2030-03-05'),
      example('He left on [6 December].', 'XXXX-12-06', 'XXXX-12-06', { published: null }),
      example('THE PATROL LEFT ON [19 JUNE].', '2031-06-19', '2031-06-19'),
    ],
  },
  {
    id: 'month-day',
    groups: ['date', 'day', 'time'],
    patterns: [
      'MONTH the? DAY',
      'MONTH the? DAY ,|of? <year>',
      'WEEKDAY ,? MONTH the? DAY',
      'WEEKDAY ,? MONTH the? DAY ,|of? <year>',
    ],
    says: dated,
    examples: [
      example('The post fell on [Nov. 24].', '2031-11-24', '2031-11-24'),
      example('It opened on [December 11, 2016].', '2016-12-11', '2016-12-11'),
      example('It opened on [Monday, Dec. 1], at noon.', '2031-12-01', '2031-12-01'),
      example('It fell on [July 25 of last year].', '2030-07-25', '2030-07-25'),
      example('It ended on [March eighth].', '2031-03-08', '2031-03-08'),
    ],
  },
  {
    id: 'wire-date',
    groups: ['date', 'day', 'time'],
    patterns: ["DAY MONTH '? YY", 'DAY - MONTH - YY', 'DAY - MONTH - YYYY'],
    says: got => {
      if (got.number('day') > 31) return null
      const short = got.has('yy') ? got.number('yy') : null
      const full = short === null ? got.number('yyyy') : short >= 30 ? 1900 + short : null
      return full === null
        ? null
        : dayIn(got.number('month'), got.number('day'), period({ unit: 'year', at: full }))
    },
    examples: [example('[13 NOV 89] -- THE RADIO REPORTED AN ATTACK.', '1989-11-13', '1989-11-13')],
  },
  {
    id: 'figures',
    groups: ['date', 'day', 'time'],
    patterns: ['YYYY - MM - DAY', 'MM / DAY / YYYY', 'DAY / MM / YYYY', 'DAY . MM . YYYY'],
    says: got => dayIn(got.number('mm'), got.number('day'), period({ unit: 'year', at: got.number('yyyy') })),
    // 5/6/2031 is May in one country and June in another.
    fits: ({ words, start, end }) => {
      const [first, second] = [Number(words[start]?.text), Number(words[start + 2]?.text)]
      return words[end - 2]?.text !== '/' || first > 12 || second > 12 || first === second
    },
    examples: [
      example('Logged [2031-11-21] by the post.', '2031-11-21', '2031-11-21'),
      example('Logged [21/11/2031] by the post.', '2031-11-21', '2031-11-21'),
    ],
  },
  {
    id: 'day-range',
    groups: ['range', 'time'],
    patterns: [
      'DAY:from -|/|to|until|through DAY:to of? MONTH',
      'DAY:from -|/|to|until|through DAY:to of? MONTH ,|of? <year>',
      'MONTH DAY:from -|/|to|until|through DAY:to',
      'MONTH DAY:from -|/|to|until|through DAY:to ,|of? <year>',
    ],
    says: days,
    examples: [
      example('Shells fell on [30-31 March] in the town.', '2031-03-30/2031-03-31', '2031-03-30'),
      example('They fought on [March 3 to 5, 2030].', '2030-03-03/2030-03-05', '2030-03-03'),
    ],
  },
  {
    id: 'day-pair',
    groups: ['range', 'time'],
    patterns: [
      'DAY:from and DAY:to of? MONTH',
      'DAY:from and DAY:to MONTH <year>',
      'MONTH DAY:from and DAY:to',
    ],
    says: days,
    // "On 3 and 9 May" names two days and no stretch.
    fits: ({ before, words, start, end }) => {
      const [from, to] = words.slice(start, end).filter(word => /^\d+$/.test(word.text))
      return before() === 'between' || Number(to?.text) - Number(from?.text) === 1
    },
    examples: [
      example('It fell between [3 and 5 May].', '2031-05-03/2031-05-05', '2031-05-03'),
      example('On 3 and [9 May] it rained.', '2031-05-09', '2031-05-09'),
    ],
  },
  {
    id: 'month-year',
    groups: ['month', 'long', 'time'],
    patterns: ['MONTH ,|of? <year>'],
    says: got => {
      const within = got.form('year')
      return within.is === 'period' && within.period.unit === 'year'
        ? period(monthOf(within.period.at, got.number('month')))
        : named({ of: 'month', n: got.number('month') }, within)
    },
    examples: [
      example('The camp opened in [March 2011].', '2011-03', '2011-03'),
      example('The camp opened in [June last year].', '2030-06', '2030-06'),
      example('A raid came in 2019. The camp closed in [May of that year].', '2019-05', '2019-05'),
    ],
  },
  {
    id: 'month',
    groups: ['month', 'long', 'time'],
    patterns: ['MONTH'],
    says: got => named({ of: 'month', n: got.number('month') }),
    fits: isMonth,
    examples: [
      example('The town fell in [November].', '2031-11', '2031-11'),
      example('They have fought since [May].', '2031-05/..', '2031-05'),
      example('The talks will open in [February].', '2032-02', '2032-02'),
      example('The town fell in [November].', null, 'XXXX-11', { published: null }),
    ],
  },
  {
    id: 'which-month',
    groups: ['month', 'long', 'time'],
    patterns: [
      'last|this|next|past|previous|coming:which MONTH',
      'the last|next:which MONTH',
      'the previous|preceding:before MONTH',
      'the following:after MONTH',
      'that:told MONTH',
      'the same:told MONTH',
      'this past|coming:which MONTH',
    ],
    says: got => {
      const month = { of: 'month', n: got.number('month') } as const
      if (got.has('told')) return named(month, step('year', 0, 'text'))
      if (got.has('before')) return named(month, null, 'before')
      if (got.has('after')) return named(month, null, 'after')
      const which = got.word('which')
      const to = which === 'this' ? 'this' : /next|coming|following/.test(which) ? 'next' : 'last'
      return named(month, null, to)
    },
    // "That may be so", "this march": no months.
    fits: ({ words, end }) => {
      const month = words[end - 1]?.text === '.' ? words[end - 2] : words[end - 1]
      return month?.capital === true || !doubtfulMonths.has(month?.text ?? '')
    },
    examples: [
      example('He resigned [last September].', '2031-09', '2031-09'),
      example('The council meets [next May].', '2032-05', '2032-05'),
      example('It fell [this January].', '2031-01', '2031-01'),
      example('They met in August 2029. She had died [that May].', '2029-05', '2029-05'),
      example('It fell in June 2029; it had been taken [the previous April].', '2029-04', '2029-04'),
    ],
  },
  {
    id: 'day-of-month',
    groups: ['date', 'day', 'time'],
    patterns: ['the DAYTH'],
    says: got => named({ of: 'monthday', n: got.number('dayth') }),
    fits: ({ words, start, before, after }) =>
      /^\d/.test(words[start + 1]?.text ?? '') &&
      /^(?:on|until|by|since|before|after|from|to)$/.test(before()) &&
      /^(?:|[.,;:)]|and|but|when|the|a|by|to|in|as|with)$/.test(after()),
    examples: [
      example('It opened on 7 May 2019. They broke through on [the 9th].', '2019-05-09', '2019-05-09'),
    ],
  },
]

import { named, part, step, type Which } from '../form.js'
import type { Got } from '../pattern.js'
import { type Around, example, type Rule } from '../rule.js'

const whichOf = (got: Got): Which => {
  if (got.has('before')) return 'before'
  if (got.has('after')) return 'after'
  const word = got.word('which')
  if (word === '') return 'nearest'
  if (word === 'this') return 'this'
  return /next|coming|following|upcoming/.test(word) ? 'next' : 'last'
}

const seasonBefore =
  /^(?:in|since|until|by|during|over|through|throughout|early|late|mid|the|of|last|this|next|before|after|for|and)$/

/** "fall", "spring" and "winter" as seasons and not as verbs, water or the name of a movement. */
function isSeason({ words, start, before, after }: Around): boolean {
  const word = words[start]?.text ?? ''
  if (
    /^(?:of)$/.test(after()) ||
    /^(?:olympics|offensive|camp|school|games|session|break|holiday|holidays|palace)$/.test(after())
  )
    return false
  return (
    seasonBefore.test(before()) &&
    !(word === 'fall' && /^(?:and|by|after|before|for|through)$/.test(before()))
  )
}

export const namedTimes: readonly Rule[] = [
  {
    id: 'weekday',
    groups: ['date', 'day', 'time'],
    patterns: ['WEEKDAY'],
    says: got => named({ of: 'weekday', n: got.number('weekday') }),
    examples: [
      example('The patrol was hit on [Tuesday].', '2031-12-02', '2031-12-02'),
      example('Rebels shelled the town on [Wednesday].', '2031-12-03', '2031-12-03'),
      example('The council will meet on [Friday].', '2031-12-05', '2031-12-05'),
      example('Talks are to open [Friday].', '2031-12-05', '2031-12-05'),
      example('Gunmen, police said [Friday], had fled.', '2031-11-28', '2031-11-28'),
      example('The patrol was hit on [Tuesday].', null, 'XXXX-WXX-2', { published: null }),
    ],
  },
  {
    id: 'which-weekday',
    groups: ['date', 'day', 'time'],
    patterns: [
      'last|this|next|coming|past:which WEEKDAY',
      'this past|coming:which WEEKDAY',
      'the previous|preceding:before WEEKDAY',
      'the following|next:after WEEKDAY',
      'WEEKDAY last|this|next:week week',
      'WEEKDAY of? last|this|next:week week',
    ],
    says: got => {
      const n = got.number('weekday')
      if (!got.has('week')) return named({ of: 'weekday', n }, null, whichOf(got))
      const week = got.word('week')
      return named({ of: 'weekday', n }, step('week', week === 'last' ? -1 : week === 'next' ? 1 : 0))
    },
    examples: [
      example('The truce was signed [last Wednesday].', '2031-11-26', '2031-11-26'),
      example('They vote [next Monday].', '2031-12-08', '2031-12-08'),
      example('They vote [this Saturday].', '2031-12-06', '2031-12-06'),
      example('The raid came on [Monday last week].', '2031-11-24', '2031-11-24'),
    ],
  },
  {
    id: 'weekend',
    groups: ['long', 'time'],
    patterns: ['the weekend', 'last|this|next|past:which weekend', 'the past|last|coming:which weekend'],
    says: got => named({ of: 'weekend', n: 0 }, null, whichOf(got)),
    examples: [
      example('Six died over [the weekend].', '2031-11-29/2031-11-30', '2031-W48-WE'),
      example('Six died [last weekend].', '2031-11-29/2031-11-30', '2031-W48-WE'),
      example('A march is planned for [this weekend].', '2031-12-06/2031-12-07', '2031-W49-WE'),
    ],
  },
  {
    id: 'season',
    groups: ['long', 'time'],
    patterns: ['the? SEASON', 'the? SEASON ,|of? <year>'],
    says: got => named({ of: 'season', n: got.number('season') }, got.has('year') ? got.form('year') : null),
    fits: around =>
      /^\d/.test(around.words[around.end - 1]?.text ?? '') ||
      around.end - around.start > 2 ||
      isSeason(
        around.words[around.start]?.text === 'the'
          ? { ...around, start: around.start + 1, before: () => 'the' }
          : around,
      ),
    examples: [
      example('The siege ended in [the spring of 2015].', '2015-21', '2015-SP'),
      example('They fought over [the summer].', '2031-22', '2031-SU'),
      example('[Winter 2016] was hard.', '2016-24', '2016-WI'),
      example('The siege ended in [winter 2016].', '2016-24', '2016-WI'),
    ],
  },
  {
    id: 'which-season',
    groups: ['long', 'time'],
    patterns: [
      'last|this|next|past|coming:which SEASON',
      'this past|coming:which SEASON',
      'the previous|following|next:which SEASON',
    ],
    says: got => named({ of: 'season', n: got.number('season') }, null, whichOf(got)),
    examples: [example('The dam broke [last spring].', '2031-21', '2031-SP')],
  },
  {
    id: 'quarter',
    groups: ['long', 'time'],
    patterns: [
      'ORD quarter',
      'the fiscal? ORD fiscal? quarter',
      'the? ORD quarter of fiscal? <year>',
      "<year> ' s ORD quarter",
      'the? <year> ORD quarter',
      'the? ORD - quarter <year>',
      'fiscal ORD quarter',
    ],
    says: got =>
      got.number('ord') > 4
        ? null
        : named({ of: 'quarter', n: got.number('ord') - 1 }, got.has('year') ? got.form('year') : null),
    examples: [
      example('Exports fell in [the third quarter].', '2031-07/2031-09', '2031-Q3'),
      example('Exports fell in [the first quarter of 2030].', '2030-01/2030-03', '2030-Q1'),
    ],
  },
  {
    id: 'quarter-told',
    groups: ['long', 'time'],
    patterns: ['the quarter', 'the latest quarter|period', 'that quarter'],
    says: () => ({ is: 'quarter', years: 0 }),
    fits: ({ after }) => after() !== 'of' && after() !== 'finals',
    examples: [
      example(
        'Trade grew in the first quarter. In [the quarter], exports fell.',
        '2031-01/2031-03',
        '2031-Q1',
      ),
      example('Exports fell in [the latest quarter].', '2031-07/2031-09', '2031-Q3'),
    ],
  },
  {
    id: 'quarter-before',
    groups: ['time'],
    patterns: ['the? comparable? year ago|earlier ORD? quarter|period', 'year ago|earlier'],
    says: got =>
      got.has('ord')
        ? named({ of: 'quarter', n: got.number('ord') - 1 }, step('year', -1))
        : { is: 'quarter', years: -1 },
    fits: ({ words, start, end, before }) =>
      end - start > 3 || (words[start + 1]?.text === '-' && !/^(?:a|one)$/.test(before())),
    examples: [
      example(
        'Trade grew in the third quarter; in [the year-earlier quarter] it fell.',
        '2030-07/2030-09',
        '2030-Q3',
      ),
    ],
  },
  {
    id: 'holiday',
    groups: ['date', 'day', 'time'],
    patterns: [
      'HOLIDAY',
      'HOLIDAY <year>',
      'last|this|next:which HOLIDAY',
      'HOLIDAY week',
      'HOLIDAY DAYPART',
    ],
    says: got => {
      const of = named(
        { of: 'holiday', name: got.word('holiday') },
        got.has('year') ? got.form('year') : null,
        whichOf(got),
      )
      return got.has('daypart') ? part(of, got.part('daypart')) : of
    },
    examples: [
      example('The church was hit on [Christmas Eve].', '2030-12-24', '2030-12-24'),
      example('A truce held over [Easter].', '2031-04-13', '2031-04-13'),
      example('Raids went on through [Ramadan 2015].', '2015-06-18~/2015-07-17~', '2015-06-18'),
      example('The mosque was hit on [Eid al-Fitr].', '2031-01-25~', '2031-01-25'),
      example('The square filled on [Halloween].', '2031-10-31', '2031-10-31'),
      example('Fires were lit for [Nowruz].', '2031-03-21', '2031-03-21'),
    ],
  },
  {
    id: 'nth-of',
    groups: ['day', 'time'],
    patterns: [
      'the ORD:nth week|day|weekend:unit of|in <month>',
      'the last|final:last week|day|weekend:unit of|in <month>',
      'the ORD:nth WEEKDAY of|in <month>',
      'the last|final:last WEEKDAY of|in <month>',
      'the week of|beginning|starting:holding <date>',
    ],
    says: got => {
      if (got.has('holding')) return { is: 'week-of', of: got.form('date') }
      const unit = got.has('weekday')
        ? ('weekday' as const)
        : got.word('unit') === 'day'
          ? 'day'
          : got.word('unit') === 'week'
            ? 'week'
            : 'weekend'
      return {
        is: 'nth',
        nth: got.has('last') ? 'last' : got.number('nth'),
        unit,
        weekday: got.has('weekday') ? got.number('weekday') : 5,
        of: got.form('month'),
      }
    },
    examples: [
      example('The bridge fell in [the first week of November].', '2031-11-01/2031-11-07', '2031-W44'),
      example('The bridge fell in [the last week of November].', '2031-11-24/2031-11-30', '2031-W48'),
      example('The bridge fell on [the last day of October].', '2031-10-31', '2031-10-31'),
      example('They vote on [the second Sunday in May 2032].', '2032-05-09', '2032-05-09'),
      example('It fell over [the first weekend of November].', '2031-11-01/2031-11-02', '2031-W44-WE'),
      example('The hearing was in [the week of 3 November].', '2031-11-03/2031-11-09', '2031-W45'),
    ],
  },
]

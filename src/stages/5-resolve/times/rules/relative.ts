import type { CalendarUnit } from '../calendar.js'
import { part, step } from '../form.js'
import { example, type Rule } from '../rule.js'

/** Units that a step can be of; "the last minute" and "this second" are no dates. */
const stepUnits: ReadonlyMap<string, CalendarUnit> = new Map([
  ['week', 'week'],
  ['month', 'month'],
  ['quarter', 'quarter'],
  ['decade', 'decade'],
  ['century', 'century'],
])
const longUnits = [...stepUnits.keys()].join('|')
const unitOf = (word: string): CalendarUnit => stepUnits.get(word) ?? 'day'

export const relative: readonly Rule[] = [
  {
    id: 'today',
    groups: ['day', 'time'],
    patterns: ['today', 'earlier:when today'],
    says: got => (got.has('when') ? part(step('day', 0), 'earlier') : step('day', 0)),
    examples: [
      example('The court ruled [today].', '2031-12-03', '2031-12-03'),
      example('The court ruled [today].', null, 'XXXX-XX-XX', { published: null }),
      example('The court ruled [today].', '2031-12', '2031-12', { published: '2031-12' }),
    ],
  },
  {
    id: 'yesterday',
    groups: ['date', 'day', 'time'],
    patterns: [
      'yesterday:back',
      'tomorrow',
      'the? day before:far yesterday:back',
      'the? day after:far tomorrow',
    ],
    says: got => step('day', (got.has('back') ? -1 : 1) * (got.has('far') ? 2 : 1)),
    examples: [
      example('Two men were shot [yesterday].', '2031-12-02', '2031-12-02'),
      example('The team arrives [the day after tomorrow].', '2031-12-05', '2031-12-05'),
      example('Two men were shot [yesterday].', null, 'XXXX-XX-XX', { published: null }),
    ],
  },
  {
    id: 'tonight',
    groups: ['day', 'time'],
    patterns: ['tonight', 'last:which night|evening', 'overnight:over'],
    says: got => part(step('day', got.has('which') ? -1 : 0), 'NI'),
    fits: ({ words, start, after }) =>
      words[start]?.text !== 'overnight' || !/^(?:stay|guest|success)$/.test(after()),
    examples: [
      example('A bomb went off [last night].', '2031-12-02', '2031-12-02TNI'),
      example('He speaks [tonight].', '2031-12-03', '2031-12-03TNI'),
    ],
  },
  {
    id: 'this-morning',
    groups: ['day', 'time'],
    patterns: ['this DAYPART'],
    says: got => part(step('day', 0), got.part('daypart')),
    examples: [example('The town was shelled [this morning].', '2031-12-03', '2031-12-03TMO')],
  },
  {
    id: 'that-morning',
    groups: ['day', 'time'],
    patterns: ['that|the:which DAYPART', 'the same|next|following|previous:which DAYPART'],
    says: got => {
      const which = got.word('which')
      const n = /next|following/.test(which) ? 1 : which === 'previous' ? -1 : 0
      return part(step('day', n, 'text'), got.part('daypart'))
    },
    fits: ({ words, start, end, before, after }) =>
      words[start]?.text !== 'the' ||
      end - start > 2 ||
      (/^(?:in|during)$/.test(before()) &&
        /^(?:morning|afternoon|evening)$/.test(words[start + 1]?.text ?? '') &&
        !/^(?:of|and)$/.test(after())),
    examples: [
      example('They landed on 5 May 2030. [The next morning] they marched.', '2030-05-06', '2030-05-06TMO'),
      example('They landed on 5 May 2030. [That night] it burned.', '2030-05-05', '2030-05-05TNI'),
    ],
  },
  {
    id: 'which-unit',
    groups: ['long', 'time'],
    patterns: [
      `last|past|this|next|coming:which ${longUnits}:unit`,
      `the current|coming:which ${longUnits}:unit`,
    ],
    says: got => {
      const which = got.word('which')
      return step(unitOf(got.word('unit')), /last|past/.test(which) ? -1 : /next|coming/.test(which) ? 1 : 0)
    },
    fits: ({ words, start, before }) =>
      !/^(?:past|last)$/.test(words[start]?.text ?? '') || !/^(?:the|this)$/.test(before()),
    examples: [
      example('The truce broke [last week].', '2031-11-24/2031-11-30', '2031-W48'),
      example('The truce broke [last month].', '2031-11', '2031-11'),
      example('The talks resume [next week].', '2031-12-08/2031-12-14', '2031-W50'),
      example('The convoy was hit [this week].', '2031-12-01/2031-12-07', '2031-W49'),
      example('The truce broke [last week].', null, 'XXXX-WXX', { published: null }),
    ],
  },
  {
    id: 'text-unit',
    groups: ['long', 'time'],
    patterns: [
      `that|the:which ${longUnits}:unit`,
      `the same|following|previous|preceding|next:which ${longUnits}:unit`,
      `that same:which ${longUnits}:unit`,
    ],
    says: got => {
      const which = got.word('which')
      const n = /following|next/.test(which) ? 1 : /previous|preceding/.test(which) ? -1 : 0
      return step(unitOf(got.word('unit')), n, 'text')
    },
    fits: ({ words, start, end }) => words[start]?.text !== 'the' || end - start > 2,
    examples: [
      example('They landed in May 2030. [The following month] they left.', '2030-06', '2030-06'),
      example('They landed on 5 May 2030. Nothing moved [that week].', '2030-04-29/2030-05-05', '2030-W18'),
    ],
  },
  {
    id: 'text-day',
    groups: ['day', 'time'],
    patterns: [
      'that day',
      'the|that same day',
      'the next|following:next day',
      'next:next day',
      'the previous|preceding:back day',
      'the day before|earlier:back',
      'the day after:next',
    ],
    says: got => step('day', got.has('next') ? 1 : got.has('back') ? -1 : 0, 'text'),
    fits: ({ words, end, after }) =>
      !/^(?:before|after)$/.test(words[end - 1]?.text ?? '') || /^(?:|[.,;:])$/.test(after()),
    examples: [
      example('They landed on 5 May 2030. [The next day] they marched.', '2030-05-06', '2030-05-06'),
      example('It fell on Thursday. Two posts fell [the same day].', '2031-11-27', '2031-11-27'),
      example('It fell on Thursday. [The day before], the bridge fell.', '2031-11-26', '2031-11-26'),
    ],
  },
  {
    id: 'same',
    groups: ['time'],
    patterns: ['then'],
    says: () => ({ is: 'same' }),
    fits: ({ before }) => /^(?:since|until|by)$/.test(before()),
    examples: [example('It fell on 5 May 2030. Since [then] it has burned.', '2030-05-05/..', '2030-05-05')],
  },
]

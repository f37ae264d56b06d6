import type { Form } from '../form.js'
import type { Got } from '../pattern.js'
import { example, type Rule } from '../rule.js'

const shift = (got: Got, sign: 1 | -1, from: 'published' | 'text' | Form): Form => ({
  is: 'shift',
  count: got.count('count'),
  unit: got.unit('unit'),
  sign,
  from,
})

export const shifts: readonly Rule[] = [
  {
    id: 'ago',
    groups: ['shift', 'time'],
    patterns: ['COUNT UNIT ago', 'COUNT UNIT ago <day>', 'COUNT UNIT or so ago', 'UNIT ago'],
    says: got => {
      if (!got.has('count')) return { is: 'reference', to: 'PAST_REF', today: false }
      return shift(got, -1, got.has('day') ? got.form('day') : 'published')
    },
    fits: ({ words, start, end, before }) =>
      end - start > 2 ||
      (/s$/.test(words[start]?.text ?? '') && !/^\d|^(?:two|three|four|five|six)$/.test(before())),
    examples: [
      example('The camp was burned [three days ago].', '2031-11-30', '2031-11-30'),
      example('The siege ended [three months ago].', '2031-09', '2031-09'),
      example('He was jailed [five years ago].', '2026', '2026'),
      example('The city fell [seven years ago today].', '2024-12-03', '2024-12-03'),
      example('He was jailed [a decade ago].', '2021', '2021'),
      example('He was jailed [several years ago].', null, 'PAST_REF'),
      example('The camp was burned [three days ago].', null, 'XXXX-XX-XX', { published: null }),
    ],
  },
  {
    id: 'from-now',
    groups: ['shift', 'time'],
    patterns: ['COUNT UNIT from now'],
    says: got => shift(got, 1, 'published'),
    examples: [example('The mandate ends [two weeks from now].', '2031-12-17', '2031-W51')],
  },
  {
    id: 'later',
    groups: ['shift', 'time'],
    patterns: [
      'COUNT UNIT later|afterwards|afterward|hence|after',
      'COUNT UNIT earlier|before|previously|prior:back',
      'COUNT UNIT after that',
      'COUNT UNIT before:back that',
      'UNIT later|earlier',
    ],
    says: got => {
      if (!got.has('count')) return { is: 'reference', to: 'PAST_REF', today: false }
      return shift(got, got.has('back') ? -1 : 1, 'text')
    },
    fits: ({ words, start, end, after }) => {
      const last = words[end - 1]?.text ?? ''
      if (end - start === 2) return /s$/.test(words[start]?.text ?? '')
      return !/^(?:before|after|prior)$/.test(last) || /^(?:|[.,;:)])$/.test(after())
    },
    examples: [
      example('They landed on 5 May 2030. [Two days later] they marched.', '2030-05-07', '2030-05-07'),
      example('They landed in May 2030. [Three months earlier] they had left.', '2030-02', '2030-02'),
      example('He was freed in 2012. [Two years later] he died.', '2014', '2014'),
      example('[Two days later] he died.', null, 'XXXX-XX-XX'),
    ],
  },
  {
    id: 'from-time',
    groups: ['shift', 'time'],
    patterns: [
      'COUNT UNIT after|from|following <day>',
      'COUNT UNIT before:back <day>',
      'the day|week:one after <day>',
      'the day|week:one before:back <day>',
    ],
    says: got => {
      const sign = got.has('back') ? -1 : 1
      if (!got.has('one')) return shift(got, sign, got.form('day'))
      return {
        is: 'shift',
        count: 1,
        unit: got.word('one') === 'week' ? 'week' : 'day',
        sign,
        from: got.form('day'),
      }
    },
    examples: [
      example('It came [three days after 5 May 2030].', '2030-05-08', '2030-05-08'),
      example('It came [the day before Christmas].', '2030-12-24', '2030-12-24'),
    ],
  },
]

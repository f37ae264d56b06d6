import type { Approximation } from '../form.js'
import { example, type Rule } from '../rule.js'

const hedges: ReadonlyMap<string, Approximation> = new Map([
  ['about', 'APPROX'],
  ['around', 'APPROX'],
  ['approximately', 'APPROX'],
  ['roughly', 'APPROX'],
  ['some', 'APPROX'],
  ['circa', 'APPROX'],
  ['nearly', 'LESS_THAN'],
  ['almost', 'LESS_THAN'],
  ['over', 'MORE_THAN'],
  ['least', 'EQUAL_OR_MORE'],
  ['most', 'EQUAL_OR_LESS'],
  ['to', 'EQUAL_OR_LESS'],
  ['more', 'MORE_THAN'],
  ['less', 'LESS_THAN'],
  ['fewer', 'LESS_THAN'],
])

const hedge = 'about|around|approximately|roughly|nearly|almost|over|some|circa:hedge'

export const amounts: readonly Rule[] = [
  {
    id: 'about',
    groups: ['time'],
    patterns: [
      `${hedge} <shift>`,
      `${hedge} <span>`,
      'at least|most:hedge <span>',
      'up to:hedge <span>',
      'more|less|fewer:hedge than <span>',
      'more|less|fewer:hedge than <shift>',
      'about|around|approximately|roughly|circa:hedge <clock>',
      'around|circa:hedge <day>',
      'around|circa:hedge <year>',
    ],
    says: got => {
      const of = ['shift', 'span', 'clock', 'day', 'year'].find(name => got.has(name)) ?? 'span'
      const mod = hedges.get(got.word('hedge')) ?? 'APPROX'
      return { is: 'about', mod, of: got.form(of) }
    },
    fits: ({ words, start }) =>
      !/^(?:over|some)$/.test(words[start]?.text ?? '') ||
      !/^(?:the|last|past|next)$/.test(words[start + 1]?.text ?? ''),
    examples: [
      example('They left [almost a year ago].', '2030-12~', '2030', { mod: 'LESS_THAN' }),
      example('The siege lasted [more than four hours].', null, 'PT4H', { mod: 'MORE_THAN' }),
      example('It fell [around 12 October].', '2031-10-12~', '2031-10-12', { mod: 'APPROX' }),
    ],
  },
]

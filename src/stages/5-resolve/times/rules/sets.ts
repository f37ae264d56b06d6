import type { Unit } from '../calendar.js'
import type { Got } from '../pattern.js'
import { example, type Rule } from '../rule.js'
import { durationValue } from '../timex.js'

const adverbs: ReadonlyMap<string, [number, Unit]> = new Map([
  ['hourly', [1, 'hour']],
  ['daily', [1, 'day']],
  ['nightly', [1, 'day']],
  ['weekly', [1, 'week']],
  ['monthly', [1, 'month']],
  ['annually', [1, 'year']],
  ['yearly', [1, 'year']],
])

const weekdaySet = (n: number, part = ''): string => `XXXX-WXX-${n + 1}${part}`

export const sets: readonly Rule[] = [
  {
    id: 'set-adverb',
    groups: ['time'],
    patterns: [`${[...adverbs.keys()].join('|')}:word`],
    says: got => {
      const each = adverbs.get(got.word('word'))
      return each ? { is: 'set', value: durationValue(...each) } : null
    },
    examples: [example('The town is shelled [daily].', null, 'P1D')],
  },
  {
    id: 'set-unit',
    groups: ['time'],
    patterns: ['every|each COUNT? UNIT', 'every other:two UNIT', 'a|per UNIT:unit'],
    says: (got: Got) => {
      const count = got.has('two') ? 2 : got.has('count') ? got.count('count') : 1
      return { is: 'set', value: durationValue(count, got.unit('unit')) }
    },
    fits: ({ words, start, before }) =>
      !/^(?:a|per)$/.test(words[start]?.text ?? '') ||
      words[start]?.text === 'per' ||
      /^(?:once|twice|times|hours|days|million|billion|%|percent|dollars)$/.test(before()),
    examples: [
      example('The road is cut [every day].', null, 'P1D'),
      example('They meet twice [a week].', null, 'P1W'),
    ],
  },
  {
    id: 'set-weekday',
    groups: ['time'],
    patterns: [
      'every|each WEEKDAY',
      'WEEKDAYS',
      'WEEKDAY nights:nights',
      'every|each MONTH',
      'every|each DAYPART',
    ],
    says: got => {
      if (got.has('month'))
        return { is: 'set', value: `XXXX-${String(got.number('month')).padStart(2, '0')}` }
      if (got.has('daypart')) return { is: 'set', value: `XXXX-XX-XXT${got.part('daypart')}` }
      const n = got.has('weekdays') ? got.number('weekdays') : got.number('weekday')
      return { is: 'set', value: weekdaySet(n, got.has('nights') ? 'TNI' : '') }
    },
    examples: [
      example('They march [every Friday].', null, 'XXXX-WXX-5'),
      example('They march on [Fridays].', null, 'XXXX-WXX-5'),
    ],
  },
]

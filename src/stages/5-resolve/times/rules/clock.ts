import type { Form } from '../form.js'
import type { Got } from '../pattern.js'
import { example, type Rule } from '../rule.js'

function clockOf(got: Got, of: Form | null): Form | null {
  if (got.has('noon'))
    return {
      is: 'clock',
      hour: got.word('noon') === 'noon' || got.word('noon') === 'midday' ? 12 : 24,
      minute: 0,
      of,
    }
  if (got.has('hhmm')) {
    const value = got.number('hhmm')
    return value % 100 > 59 ? null : { is: 'clock', hour: Math.floor(value / 100), minute: value % 100, of }
  }
  const hour = got.number('hour')
  const minute = got.has('minute') ? got.number('minute') : null
  if (!got.has('half')) return { is: 'clock', hour, minute, of }
  if (hour > 12 || hour === 0) return null
  const afternoon =
    /^p/.test(got.word('half')) || got.word('half') === 'afternoon' || got.word('half') === 'evening'
  return { is: 'clock', hour: (hour % 12) + (afternoon ? 12 : 0), minute, of }
}

const halves = ['am|pm:half', 'a|p:half . m .', 'a|p:half . m']
const times = [
  ...halves.flatMap(half => [`HOUR ${half}`, `HOUR :|. MINUTE ${half}`]),
  'HOUR : MINUTE',
  'HOUR : MINUTE hrs|hours|h',
  "HOUR o ' clock",
  'HOUR in the morning|afternoon|evening:half',
  'HHMM hrs|hours',
]

export const clock: readonly Rule[] = [
  {
    id: 'clock',
    groups: ['clock', 'time'],
    patterns: [
      ...times,
      ...times.map(time => `${time} ZONE time?`),
      'HHMM ZONE time?',
      'HOUR ZONE time?',
      'noon|midnight|midday:noon',
    ],
    says: got => clockOf(got, null),
    fits: ({ words, start, end, before, after }) => {
      // A bare "3:2" is a score or a verse; a bare "5 et" is nothing.
      if (/^(?:-|\/|:|\.)$/.test(before()) && words[start]?.tight) return false
      if (end - start === 2 && words[start + 1]?.text === 'local') return false
      return !(end - start === 3 && words[start + 1]?.text === ':' && /^(?:[:-]|am|pm)$/.test(after()))
    },
    examples: [
      example('The bus left at [9:30 p.m.] for the coast.', null, '2031-12-03T21:30'),
      example('The siren went at [2100 GMT].', null, '2031-12-03T21:00'),
      example('They met at [noon].', null, '2031-12-03T12:00'),
    ],
  },
  {
    id: 'clock-day',
    groups: ['time'],
    patterns: ['<clock> ,|on? <day>', '<clock> of|on the <day>', '<day> at? <clock>'],
    says: got => {
      const of = got.form('day')
      const time = got.form('clock')
      return time.is === 'clock' ? { ...time, of } : null
    },
    examples: [
      example('The bus left at [9 a.m. on Tuesday] for the coast.', '2031-12-02', '2031-12-02T09:00'),
      example('The siren went at [5 p.m. on Nov. 9].', '2031-11-09', '2031-11-09T17:00'),
    ],
  },
]

import { duration } from '../form.js'
import { example, type Rule } from '../rule.js'

export const references: readonly Rule[] = [
  {
    id: 'present',
    groups: ['time'],
    patterns: [
      'now',
      'right now',
      'currently',
      'presently',
      'nowadays:age',
      'these days:age',
      'at present',
      'at the present time',
      'at the moment',
      'at this time|moment|point',
      'current:age',
      'the present:age',
    ],
    says: got => ({ is: 'reference', to: 'PRESENT_REF', today: !got.has('age') }),
    fits: ({ words, start, before, after }) =>
      words[start]?.text !== 'current' || (after() !== '-' && before() !== 'electric'),
    examples: [
      example('The port is [now] shut.', '2031-12-03', 'PRESENT_REF'),
      example('The port is [now] shut.', null, 'PRESENT_REF', { published: null }),
    ],
  },
  {
    id: 'past',
    groups: ['time'],
    patterns: [
      'more? recently',
      'lately',
      'recent',
      'the past',
      'recent years|times',
      'in the recent past',
      'formerly',
    ],
    says: () => ({ is: 'reference', to: 'PAST_REF', today: false }),
    fits: ({ words, start, end, after, before }) =>
      words[end - 1]?.text !== 'past' ||
      (end - start === 2 ? /^(?:|[.,;])$/.test(after()) && before() === 'in' : true),
    examples: [example('Troops were [recently] moved.', null, 'PAST_REF')],
  },
  {
    id: 'future',
    groups: ['time'],
    patterns: ['soon', 'the near? future', 'in future', 'the foreseeable future'],
    says: () => ({ is: 'reference', to: 'FUTURE_REF', today: false }),
    fits: ({ words, start, before, after }) =>
      words[start]?.text !== 'soon' || (before() !== 'as' && before() !== 'no' && after() !== 'after'),
    examples: [example('The talks will [soon] resume.', null, 'FUTURE_REF')],
  },
  {
    id: 'some-time',
    groups: ['time'],
    patterns: ['some time'],
    says: () => duration('X', 'month'),
    examples: [example('They have waited for [some time].', null, 'PXM')],
  },
]

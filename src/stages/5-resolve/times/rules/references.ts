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
      'nowadays',
      'these days',
      'at present',
      'at the present time:drop',
      'at the moment',
      'at this time|moment|point',
      'current',
      'the present',
    ],
    says: () => ({ is: 'reference', to: 'PRESENT_REF' }),
    fits: ({ words, start, before, after }) =>
      !/^(?:for|until|by)$/.test(before()) &&
      (words[start]?.text !== 'current' || (after() !== '-' && before() !== 'electric')),
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
    says: () => ({ is: 'reference', to: 'PAST_REF' }),
    fits: ({ words, start, end, after, before }) =>
      words[end - 1]?.text !== 'past' ||
      (end - start === 2 ? /^(?:|[.,;])$/.test(after()) && before() === 'in' : true),
    examples: [example('Troops were [recently] moved.', null, 'PAST_REF')],
  },
  {
    id: 'future',
    groups: ['time'],
    patterns: ['soon', 'the near? future', 'in future', 'the foreseeable future'],
    says: () => ({ is: 'reference', to: 'FUTURE_REF' }),
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

import { duration } from '../form.js'
import type { Got } from '../pattern.js'
import { type Around, example, type Rule } from '../rule.js'

/** "a second house", "the third minute": an ordinal or an article makes no length. */
function isLength({ words, start, end, before, after }: Around): boolean {
  const first = words[start]?.text ?? ''
  const unit = words[end - 1]?.text ?? ''
  if (unit === 'second' || unit === 'quarter' || (unit === 'quarters' && words[end - 2]?.text === '-'))
    return false
  // An age is no time.
  if (after() === 'old' || (after() === '-' && after(2) === 'old')) return false
  if (first === 'a' || first === 'an')
    return (
      /^(?:for|in|within|of|under|over|than|about|nearly|almost|after|least|every)$/.test(before()) ||
      /^(?:|[.,;])$/.test(after())
    )
  if (first === 'some' || first === 'many') return unit.endsWith('s')
  return !/^(?:no|number|\$|£|€|#)$/.test(before())
}

const vagueBefore =
  /^(?:for|in|within|after|of|over|last|took|take|lasting|lasted|through|during|several|the)$/

/** "In the days before the raid". */
const aroundEvent = /^(?:before|after|that|since|leading|following)$/

export const durations: readonly Rule[] = [
  {
    id: 'duration',
    groups: ['span', 'time'],
    patterns: [
      'COUNT UNIT',
      'COUNT more|full|consecutive|straight|additional|further|long|bloody|whole|trading|working UNIT',
      'COUNT UNIT - long',
      'another COUNT? UNIT',
      'a|an UNIT and a half:half',
    ],
    says: got =>
      duration(got.has('half') ? 1.5 : got.has('count') ? got.count('count') : 1, got.unit('unit')),
    fits: isLength,
    examples: [
      example('The siege lasted [seven weeks].', null, 'P7W'),
      example('It was a [seven-year] war.', null, 'P7Y'),
      example('They waited for [several months].', null, 'PXM'),
      example('It took [two and a half hours].', null, 'PT2H30M'),
      example('It burned for [a week].', null, 'P1W'),
    ],
  },
  {
    id: 'duration-range',
    groups: ['span', 'time'],
    patterns: ['COUNT:low to|or|- COUNT UNIT'],
    says: got => duration(got.count('low'), got.unit('unit')),
    fits: ({ words, end }) => words[end - 1]?.text.endsWith('s') === true,
    examples: [example('It will take [two to three weeks].', null, 'P2W')],
  },
  {
    id: 'reach',
    groups: ['span', 'time'],
    patterns: [
      'the? last|past:past COUNT UNIT',
      'the next|coming|following COUNT UNIT',
      'next|coming COUNT UNIT',
      'the past|last:past UNIT:unit',
      'this past:past UNIT',
    ],
    says: (got: Got) =>
      duration(
        got.has('count') ? got.count('count') : 1,
        got.unit('unit'),
        got.has('past') ? 'past' : 'future',
      ),
    fits: ({ words, end, before }) => {
      const unit = words[end - 1]?.text ?? ''
      return unit !== 'second' && unit !== 'minute' && !(unit === 'quarter') && before() !== 'these'
    },
    examples: [
      example('Ten died over [the past week].', '2031-11-26/2031-12-03', 'P1W'),
      example('Ten died in [the past three days].', '2031-11-30/2031-12-03', 'P3D'),
      example('Ten died in [the last two months].', '2031-10-03/2031-12-03', 'P2M'),
      example('They will vote in [the next two weeks].', '2031-12-03/2031-12-17', 'P2W'),
      example('Ten died in [the past 48 hours].', '2031-12-01/2031-12-03', 'PT48H'),
      example('Ten died in [the past few weeks].', null, 'PXW'),
      example('Ten died in [the past week].', null, 'P1W', { published: null }),
    ],
  },
  {
    id: 'part-of-span',
    groups: ['span', 'time'],
    patterns: [
      'the first|latest|final|previous COUNT UNIT',
      'the COUNT UNIT',
      'the first UNIT',
      'the fiscal? year:ended',
    ],
    says: got =>
      got.has('ended')
        ? duration(1, 'year')
        : duration(got.has('count') ? got.count('count') : 'X', got.unit('unit')),
    fits: ({ words, end, start, after }) =>
      words[end - 1]?.text === 'year'
        ? /^(?:ended|ending)$/.test(after())
        : words[end - 1]?.text.endsWith('s') === true && words[start + 1]?.text !== 'a',
    examples: [
      example('It fell within [the first three days].', null, 'P3D'),
      example('Losses grew in [the year] ended in March.', null, 'P1Y'),
    ],
  },
  {
    id: 'vague-span',
    groups: ['span', 'time'],
    patterns: ['UNIT', 'UNIT long', 'recent|coming UNIT', 'the coming|following|intervening UNIT'],
    says: got => duration('X', got.unit('unit')),
    fits: ({ words, start, end, before, after }) => {
      const unit = words.slice(start, end).find(word => /s$/.test(word.text))
      if (!unit || /^(?:seconds|quarters|minutes)$/.test(unit.text)) return false
      // "In recent years" is the past, with no length.
      if (words[start]?.text === 'recent' && unit.text === 'years') return false
      return (
        end - start > 1 ||
        (vagueBefore.test(before()) && after() !== 'ago' && (before() !== 'the' || aroundEvent.test(after())))
      )
    },
    examples: [
      example('They had fought for [weeks].', null, 'PXW'),
      example('Attacks rose in [recent months].', null, 'PXM'),
      example('It was a [decades-long] war.', null, 'PXE'),
    ],
  },
]

import { type Form, type Part, part, step } from '../form.js'
import { example, type Rule } from '../rule.js'

const edges: ReadonlyMap<string, Part> = new Map([
  ['early', 'start'],
  ['mid', 'mid'],
  ['late', 'end'],
  ['beginning', 'start'],
  ['start', 'start'],
  ['middle', 'mid'],
  ['end', 'end'],
  ['close', 'end'],
  ['earlier', 'earlier'],
  ['later', 'later'],
])
const edge = (word: string): Part => edges.get(word) ?? 'start'

/** "The end of the year" is that of the publication's; "the end of the day" that of the day told. */
const wholes: ReadonlyMap<string, Form> = new Map([
  ['day', step('day', 0, 'text')],
  ['week', step('week', 0)],
  ['month', step('month', 0)],
  ['year', step('year', 0)],
  ['decade', step('decade', 0, 'text')],
])

export const parts: readonly Rule[] = [
  {
    id: 'early-late',
    groups: ['time', 'long'],
    patterns: ['the? early|mid|late:edge in? <long>', 'the? early|mid|late:edge in? the? <year>'],
    says: got => part(got.has('long') ? got.form('long') : got.form('year'), edge(got.word('edge'))),
    examples: [
      example('The airliner fell in [mid-October].', '2031-10-11/2031-10-20', '2031-10', { mod: 'MID' }),
      example('He was held in [early January].', '2031-01-01/2031-01-10', '2031-01', { mod: 'START' }),
      example('The city fell in [late 2014].', '2014-09/2014-12', '2014', { mod: 'END' }),
      example('It was rebuilt in [the early 1920s].', '1920/1923', '192', { mod: 'START' }),
      example('The talks failed [late last week].', '2031-11-24/2031-11-30', '2031-W48', { mod: 'END' }),
    ],
  },
  {
    id: 'early-day',
    groups: ['time', 'day'],
    patterns: [
      'early|late:edge on? <day>',
      'earlier|later:edge on? <day>',
      'mid DAYPART',
      'early|late:edge in? the? DAYPART of? <day>',
    ],
    says: got => {
      if (!got.has('day')) return part({ is: 'step', unit: 'day', n: 0, from: 'text' }, got.part('daypart'))
      return part(got.form('day'), edge(got.word('edge')))
    },
    fits: ({ words, start, end }) => words[start]?.text !== 'mid' || end - start <= 3,
    examples: [
      example('Troops entered [early on Saturday].', '2031-11-29', '2031-11-29', { mod: 'START' }),
      example('He left [late yesterday].', '2031-12-02', '2031-12-02', { mod: 'END' }),
    ],
  },
  {
    id: 'earlier-later',
    groups: ['time'],
    patterns: [
      'earlier|later:edge in? <long>',
      'earlier|later:edge in? <year>',
      'earlier|later:edge in the year:whole',
    ],
    says: got => {
      const of = got.has('whole')
        ? ({ is: 'step', unit: 'year', n: 0, from: 'published' } as const)
        : got.has('long')
          ? got.form('long')
          : got.form('year')
      return part(of, edge(got.word('edge')))
    },
    examples: [
      example('He resigned [earlier this month].', '2031-12', '2031-12', { mod: 'START' }),
      example('He resigned [earlier this year].', '2031', '2031', { mod: 'START' }),
    ],
  },
  {
    id: 'edge-of',
    groups: ['time'],
    patterns: [
      'the? very? beginning|start|middle|end|close:edge of the? <long>',
      'the? beginning|start|middle|end|close:edge of <year>',
      'the? beginning|start|middle|end|close:edge of the week|month|year|day|decade:whole',
      "month ' s end:edge",
    ],
    says: got => {
      const named = ['long', 'year'].find(name => got.has(name))
      const of = named ? got.form(named) : wholes.get(got.word('whole') || 'month')
      return of ? part(of, edge(got.word('edge'))) : null
    },
    examples: [
      example('They withdrew at [the end of May].', '2031-05-21/2031-05-31', '2031-05', { mod: 'END' }),
      example('They will leave by [the end of the month].', '../2031-12', '2031-12', { mod: 'END' }),
      example('They landed at [the start of 2030].', '2030-01/2030-04', '2030', { mod: 'START' }),
    ],
  },
  {
    id: 'day-part',
    groups: ['day', 'time'],
    patterns: [
      '<date> DAYPART',
      'the? early:edge DAYPART hours:hours? of <day>',
      'the? DAYPART hours:hours? of <day>',
      'DAYPART on <day>',
      'the? night between? <day>',
      'the early:edge hours of <day>',
      'the night of|from|between? <range>',
      'overnight on? <day>',
    ],
    says: got => {
      const day = got.form(['date', 'range'].find(name => got.has(name)) ?? 'day')
      return got.has('daypart') ? part(day, got.part('daypart')) : part(day, got.has('edge') ? 'MO' : 'NI')
    },
    fits: ({ words, start, before }) => words[start]?.text !== 'night' || before() !== 'last',
    examples: [
      example('The depot burned [Friday night].', '2031-11-28', '2031-11-28TNI'),
      example('He fell on [the morning of April 19, 2013].', '2013-04-19', '2013-04-19TMO'),
      example('They left in [the early hours of Sunday morning].', '2031-11-30', '2031-11-30TMO'),
      example('It struck on [the night of 4-5 May].', '2031-05-04/2031-05-05', '2031-05-04TNI'),
      example('The depot was hit [overnight Monday].', '2031-12-01', '2031-12-01TNI'),
      example('It struck [the night of 4 May].', '2031-05-04', '2031-05-04TNI'),
    ],
  },
]

import { describe, expect, test } from 'vitest'
import { bratEvents } from './brat.js'

const text = '🔥 Rebels shelled Ost,\nand at least 12 died, police said.'
const ann = (...lines: readonly string[]): string =>
  `${lines.map(line => line.replaceAll(' | ', '\t')).join('\n')}\n`
const shelling = ['T1 | shelling 9 16 | shelled', 'E1 | shelling:T1']
const read = (...lines: readonly string[]) => bratEvents(ann(...lines), text, () => [])
const faultLines = (...lines: readonly string[]) => read(...lines).faults.map(({ line }) => line)

test('plain annotations by others are taken as far as they go', () => {
  const { events, faults } = read(
    'T1 | shelling 9 16 | shelled',
    'T2 | Actor 2 8 | Rebels',
    'T3 | Place 17 20 | Ost',
    'A1 | Level T3 town',
    'T4 | Harm 26 37 | at least 12',
    'A2 | What T4 killed',
    'T5 | Holder 44 50 | police',
    'T6 | Cue 51 55 | said',
    'E1 | shelling:T1 Initiator:T2 Where:T3 Harm:T4 Said:T5',
    'R1 | Cue Arg1:T5 Arg2:T6',
    '#1 | AnnotatorNotes E1 | sure about this one',
  )
  expect(faults).toEqual([])
  expect(events).toMatchObject([
    {
      kind: { value: 'shelling' },
      status: { value: 'asserted' },
      initiators: [{ value: { name: 'Rebels', type: 'unknown', certainty: 'stated' } }],
      where: [{ value: { name: 'Ost', country: null, level: 'town' } }],
      harm: [{ value: { what: 'killed', low: null, high: null, vague: 'at least 12' } }],
      said: [
        { value: { holder: 'police', cue: 'said' }, evidence: [{ exact: 'police' }, { exact: 'said' }] },
      ],
    },
  ])
})

test('words over a line break are one quote, words that stand apart are two', () => {
  const { events } = read(
    ...shelling.slice(0, 1),
    'T2 | Means 17 21;22 25 | Ost, and',
    'T3 | Means 2 8;17 20 | Rebels Ost',
    'E1 | shelling:T1 Means:T2 Means2:T3',
  )
  expect(events[0]?.means.map(({ evidence }) => evidence.map(({ exact }) => exact))).toEqual([
    ['Ost,\nand'],
    ['Rebels', 'Ost'],
  ])
})

describe('refuses, and takes the rest', () => {
  test.each<[string, readonly string[], number, number[]]>([
    ['a kind that is none', [...shelling, 'T2 | barrage 2 8 | Rebels', 'E2 | barrage:T2'], 1, [4]],
    ['a role that is none', [...shelling, 'E2 | shelling:T1 Weapon:T1'], 2, [3]],
    ['words of another type', ['T1 | shelling 9 16 | shelled', 'E1 | shelling:T1 Where:T1'], 1, [1]],
    ['offsets that moved', ['T1 | shelling 10 17 | shelled', 'E1 | shelling:T1'], 0, [1, 2]],
    ['offsets past the end', [...shelling, 'T2 | Actor 2 800 | Rebels'], 1, [3]],
    ['an attribute’s value that is none', [...shelling, 'A1 | Status E1 rumoured'], 1, [3]],
    [
      'a place without its level',
      [...shelling.slice(0, 1), 'T2 | Place 17 20 | Ost', 'E1 | shelling:T1 Where:T2'],
      1,
      [2],
    ],
    ['a line that is none', [...shelling, 'hello'], 1, [3]],
    [
      'a time that is no EDTF',
      [
        ...shelling.slice(0, 1),
        'T2 | Time 17 20 | Ost',
        '#1 | AnnotatorNotes T2 | {"edtf":"soon"}',
        'E1 | shelling:T1 When:T2',
      ],
      1,
      [2],
    ],
    [
      'a place that the gazetteer does not have',
      [
        ...shelling.slice(0, 1),
        'T2 | Place 17 20 | Ost',
        'A1 | Level T2 town',
        'N1 | Reference T2 GeoNames:5 | Ost',
        'E1 | shelling:T1 Where:T2',
      ],
      1,
      [4],
    ],
  ])('%s', (_, lines, events, faults) => {
    expect(read(...lines).events).toHaveLength(events)
    expect(faultLines(...lines)).toEqual(faults)
  })
})

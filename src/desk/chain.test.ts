import { expect, it } from 'vitest'
import type { RecordedEvent } from '../model/recorded.js'
import { chainOf } from './chain.js'

type Said = RecordedEvent['said']
const plain = { stance: 'says', about: 'event', via: null, cue: null, holder: null } as const

const said = (...lines: readonly Partial<Said[number]['value']>[]): Said =>
  lines.map(line => ({
    value: { ...plain, ...line },
    basis: { kind: 'stated', by: 'made-up' },
    evidence: null,
    score: null,
    decided: null,
  }))

it('voices stand under those through whom they come, each with all that it says', () => {
  const told = said(
    { holder: 'residents', via: 'a radio', about: 'harm' },
    { holder: 'the army', holderType: { type: 'official', by: 'made-up' } },
    { holder: 'the army', stance: 'denies', about: 'harm' },
    { cue: 'allegedly' },
  )
  const ways = chainOf(told).map(({ via, voices }) => [
    via,
    voices.map(({ name, type, lines }) => [
      name,
      type,
      lines.map(({ path, stance, about }) => `${path} ${stance} ${about}`),
    ]),
  ])
  expect(ways).toEqual([
    [
      null,
      [
        ['the army', 'official', ['said.1 says event', 'said.2 denies harm']],
        [null, null, ['said.3 says event']],
      ],
    ],
    ['a radio', [['residents', null, ['said.0 says harm']]]],
  ])
})

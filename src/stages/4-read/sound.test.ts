import { describe, expect, it } from 'vitest'
import type { Labels } from '../../model/labels.js'
import { soundLabels } from './sound.js'

const body = 'Rebels shelled Velat, residents said.'
const made = { by: 'test', score: null }
const quote = (exact: string, start = body.indexOf(exact)) => ({ start, end: start + exact.length, exact })

const labels: Labels = {
  triggers: [{ id: 't1', quote: quote('shelled'), kind: 'shelling', status: 'asserted', cues: [], ...made }],
  mentions: [
    { id: 'm1', quote: quote('Rebels'), kind: 'actor', ...made },
    { id: 'm2', quote: quote('Velat'), kind: 'place', ...made },
  ],
  roles: [
    { role: 'initiator', trigger: 't1', mention: 'm1', certainty: 'stated', ...made },
    { role: 'place', trigger: 't1', mention: 'm2', certainty: 'stated', ...made },
  ],
  harms: [],
  attributions: [
    {
      id: 'a1',
      holder: quote('residents'),
      cue: quote('said'),
      content: [],
      via: null,
      stance: 'says',
      covers: [{ trigger: 't1', about: 'event' }],
      ...made,
    },
  ],
  same: [],
}

describe('labels', () => {
  it('whose words are there pass as they are', () => {
    expect(soundLabels(body, labels)).toEqual({ value: labels, notes: [] })
  })

  it.each([
    ['beyond the text', quote('Velat', 500)],
    ['on other words', quote('Velat', 3)],
    ['on nothing', { start: 5, end: 5, exact: 'x' }],
  ])('%s are refused with what hangs on them, and noted', (_, wrong) => {
    const [rebels, velat] = labels.mentions
    const mentions = rebels && velat ? [rebels, { ...velat, quote: wrong }] : []
    const { value, notes } = soundLabels(body, { ...labels, mentions })
    expect(value.mentions.map(({ id }) => id)).toEqual(['m1'])
    expect(value.roles.map(({ mention }) => mention)).toEqual(['m1'])
    expect(notes.map(({ code }) => code)).toEqual(['label-not-in-text'])
  })

  it('of a refused trigger lose what they say of it', () => {
    const triggers = labels.triggers.map(trigger => ({ ...trigger, quote: quote('bombed', 7) }))
    const { value } = soundLabels(body, { ...labels, triggers })
    expect(value).toMatchObject({ triggers: [], roles: [], attributions: [{ covers: [] }] })
  })
})

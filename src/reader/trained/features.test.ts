import { describe, expect, it } from 'vitest'
import type { Labels } from '../../model/labels.js'
import { lexicalFeatures } from './features.js'
import { readModelFiles } from './model-files.js'
import { cutWords } from './windows.js'

const { labels: model, tokenizer } = readModelFiles(new URL('../../../test/models/tiny/', import.meta.url))
const body = 'The army said rebels shelled Velat and shelled Orin'
const tokens = [...body.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
  start: index,
  end: index + word.length,
}))
const words = cutWords(body, [{ start: 0, end: body.length, region: 'prose', tokens }], tokenizer, 4)
const word = (exact: string): number => body.slice(0, body.indexOf(exact)).split(' ').length - 1
const quote = (exact: string, start = body.indexOf(exact)) => ({ start, end: start + exact.length, exact })

const made = { by: 'test', score: null }
const [first, second] = [quote('shelled'), quote('shelled', body.lastIndexOf('shelled'))]
const lexical: Labels = {
  triggers: [
    { id: 't0', quote: first, kind: 'shelling', status: 'attributed', cues: [], ...made },
    { id: 't1', quote: second, kind: 'ceasefire', status: 'asserted', cues: [], ...made },
  ],
  mentions: [
    { id: 'm0', quote: quote('rebels'), kind: 'actor', ...made },
    { id: 'm1', quote: quote('Velat'), kind: 'place', ...made },
  ],
  roles: [
    { role: 'initiator', trigger: 't0', mention: 'm0', certainty: 'stated', ...made },
    { role: 'place', trigger: 't0', mention: 'm1', certainty: 'stated', ...made },
    { role: 'target', trigger: 't0', mention: 'm1', certainty: 'stated', ...made },
  ],
  harms: [],
  attributions: [
    {
      id: 'a0',
      holder: quote('The army'),
      cue: quote('said'),
      content: [],
      via: null,
      stance: 'says',
      covers: [],
      ...made,
    },
  ],
  same: [{ kind: 'trigger', a: 't0', b: 't1', ...made }],
}
const features = lexicalFeatures(lexical, words, model)
const rowOf = (at: number): string[] =>
  model.features.filter((_, i) => features.rows[at * features.width + i] === 1)
const pairsOf = (at: number) =>
  features.pairsWith({ first: at, last: at }).map(({ first: from, last: to, relation }) => {
    expect(to).toBe(from)
    return [from, model.lexicalRelations[relation]]
  })

describe('lexicalFeatures', () => {
  it.each([
    ['The', ['holder']],
    ['army', ['holder']],
    ['said', ['cue']],
    ['rebels', ['mention:actor']],
    ['shelled', ['kind:shelling', 'status:attributed']],
    ['Velat', ['mention:place']],
    ['and', []],
  ])('%s', (exact, row) => expect(rowOf(word(exact))).toEqual(row))

  it('leave out what the model does not know', () => expect(rowOf(7)).toEqual(['status:asserted']))

  it('pair the words of roles and the other tellings with a trigger', () => {
    expect(pairsOf(word('shelled'))).toEqual([
      [word('rebels'), 'initiator'],
      [word('Velat'), 'place'],
      [word('Velat'), 'target'],
      [7, 'same'],
    ])
    expect(pairsOf(7)).toEqual([[word('shelled'), 'same']])
    expect(pairsOf(word('rebels'))).toEqual([])
  })
})

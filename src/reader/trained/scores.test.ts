import { describe, expect, it } from 'vitest'
import type { Labels } from '../../model/labels.js'
import type { Sentence } from '../../model/sentence.js'
import { lexicalFeatures } from './features.js'
import { readModelFiles } from './model-files.js'
import { openSession, type RuntimeName } from './runtime.js'
import { type Scores, scoreReport } from './scores.js'
import { cutWords, type Words } from './windows.js'

// What this model gives, and why, is said in training/tiny.py.
const {
  labels: model,
  tokenizer,
  weights,
} = readModelFiles(new URL('../../../test/models/tiny/', import.meta.url))
const none: Labels = { triggers: [], mentions: [], roles: [], harms: [], attributions: [], same: [] }
const relation = (name: string): number => model.relations.indexOf(name)

/** Scores of sentences of words between blanks. */
async function score(
  text: readonly string[],
  { lexical = none, only }: { lexical?: Labels; only?: RuntimeName } = {},
): Promise<{ words: Words; scores: Scores }> {
  let start = 0
  const sentences = text.map((sentence): Sentence => {
    const at = start
    start += sentence.length + 1
    const tokens = [...sentence.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
      start: at + index,
      end: at + index + word.length,
    }))
    return { start: at, end: at + sentence.length, region: 'prose', tokens }
  })
  const words = cutWords(text.join('\n'), sentences, tokenizer, model.window.longest)
  const session = await openSession(weights, only)
  return { words, scores: await scoreReport(words, lexicalFeatures(lexical, words, model), model, session) }
}

describe('scoreReport', () => {
  it('gives each word its row', async () => {
    const { scores } = await score(['armys shelled velat', 'the army said'])
    expect([...scores.kinds(1)]).toEqual([2, 5, 0])
    expect([...scores.kinds(2)]).toEqual([2, 0, 0])
    expect([...scores.layer(0, model.layers.indexOf('actor'))]).toEqual([0, 3, 0])
    expect([...scores.layer(2, model.layers.indexOf('place'))]).toEqual([0, 3, 0])
  })

  it('reads a word at its first piece, after the mark that begins a window', async () => {
    const { words, scores } = await score(['armys shelled velat'])
    expect(Array.from({ length: words.count }, (_, i) => scores.factuality(i))).toEqual([2, 4, 5])
  })

  it('reads a word in the window where it stands farthest from an edge', async () => {
    // Windows 0–11, 8–19 and 16–19: the first and last words of the report are at no edge.
    const { words, scores } = await score([Array(20).fill('and').join(' ')])
    const places = Array.from({ length: words.count }, (_, i) => scores.factuality(i))
    expect(places).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
  })

  it('takes in what the lexicon says', async () => {
    const quote = { start: 7, end: 14, exact: 'shelled' }
    const trigger = {
      id: 't0',
      quote,
      kind: 'shelling',
      status: 'attributed',
      cues: [],
      by: 'x',
      score: null,
    } as const
    const { scores } = await score(['rebels shelled velat'], { lexical: { ...none, triggers: [trigger] } })
    expect([...scores.kinds(1)]).toEqual([2, 6, 0])
    expect([...scores.statuses(1)]).toEqual([0, 2])
    expect([...scores.statuses(0)]).toEqual([0, 0])
  })

  it('takes a report without words', async () => {
    const { words, scores } = await score([''])
    expect(words.count).toBe(0)
    expect((await scores.towards({ first: 0, last: 0 })).score(0, 0)).toBeNull()
  })
})

describe('towards', () => {
  it('scores words by what they are to the trigger, and by how far their sentence stands', async () => {
    const { scores } = await score(['rebels shelled velat', 'near orin', 'and orin'])
    const { score: to } = await scores.towards({ first: 1, last: 1 })
    const whole = 4 / Math.SQRT2 // one of the rank's two numbers is 4, by the root of the rank
    expect(to(0, relation('initiator'))).toBeCloseTo(whole, 5)
    expect(to(2, relation('place'))).toBeCloseTo(whole, 5)
    expect(to(4, relation('place'))).toBeCloseTo(whole - 1, 5)
    expect(to(6, relation('place'))).toBeCloseTo(whole - 2, 5)
    expect(to(0, relation('place'))).toBe(0)
  })

  it('takes the mean over a trigger of several words', async () => {
    const { scores } = await score(['rebels shelled again'])
    const { score: to } = await scores.towards({ first: 1, last: 2 })
    expect(to(0, relation('initiator'))).toBeCloseTo(2 / Math.SQRT2, 5)
  })

  it('counts what the lexicon says of a word once', async () => {
    const made = { by: 'x', score: null }
    const role = { role: 'initiator', trigger: 't0', mention: 'm0', certainty: 'stated', ...made } as const
    const lexical: Labels = {
      ...none,
      triggers: [
        {
          id: 't0',
          quote: { start: 4, end: 11, exact: 'shelled' },
          kind: 'shelling',
          status: 'asserted',
          cues: [],
          ...made,
        },
      ],
      mentions: [{ id: 'm0', quote: { start: 0, end: 3, exact: 'the' }, kind: 'actor', ...made }],
      roles: [role, { ...role, certainty: 'denied' }],
    }
    const { scores } = await score(['the shelled velat'], { lexical })
    const { score: to } = await scores.towards({ first: 1, last: 1 })
    expect(to(0, relation('initiator'))).toBe(3)
    expect(to(2, relation('initiator'))).toBe(0)
  })

  it('reads both in the window where they stand best, and gives null where none holds both', async () => {
    // Windows 0–11, 8–19 and 16–27 of 28 words; the trigger is word 9, in the first two.
    const text = Array(28).fill('and').with(9, 'shelled').join(' ')
    const { scores } = await score([text])
    const pairs = await scores.towards({ first: 9, last: 9 })
    const places = Array.from({ length: 28 }, (_, i) => {
      const found = pairs.score(i, relation('same'))
      return found === null ? null : Math.round(found * Math.SQRT2)
    })
    expect(places.slice(0, 11)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(places.slice(11)).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, ...Array(8).fill(null)])
  })

  it('reads windows again that were not kept', async () => {
    const text = Array(1000).fill('and').with(9, 'shelled').with(10, 'velat').join(' ')
    const { scores } = await score([text])
    const near = await scores.towards({ first: 9, last: 9 })
    expect(near.score(10, relation('place'))).toBeCloseTo(4 / Math.SQRT2, 5)
  })
})

describe('the runtimes', () => {
  it('give the same', async () => {
    const text = [
      'the armys shelled velat and orin again',
      'rebels bombed the town near orin , the army said',
    ]
    const [node, web] = await Promise.all([
      score(text, { only: 'onnxruntime-node' }),
      score(text, { only: 'onnxruntime-web' }),
    ])
    const pairsOf = async ({ words, scores }: typeof node) => {
      const pairs = await scores.towards({ first: 2, last: 2 })
      return Array.from({ length: words.count }, (_, i) => model.relations.map((_, r) => pairs.score(i, r)))
    }
    for (let i = 0; i < node.words.count; i++) expect(web.scores.kinds(i)).toEqual(node.scores.kinds(i))
    expect(await pairsOf(web)).toEqual(await pairsOf(node))
  })
})

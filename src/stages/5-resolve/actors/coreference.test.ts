import { expect, test } from 'vitest'
import { loadActors, loadGazetteer } from '../../../gazetteer/index.js'
import type { Labels } from '../../../model/labels.js'
import type { Report } from '../../../model/report.js'
import { quoteAt } from '../../../text/quote.js'
import { resolveActors } from './index.js'

const known = { gazetteer: loadGazetteer(), actors: loadActors() }

/** Resolves the mentions marked [so], which the reader ties into one chain but for those {so}. */
function resolve(marked: string) {
  const body = marked.replace(/[[\]{}]/g, '')
  const found = [...marked.matchAll(/[[{]([^\]}]+)[\]}]/g)]
  const mentions = found.map(({ index, 1: words = '' }, i) => {
    const quote = quoteAt(body, { start: index - 2 * i, end: index - 2 * i + words.length })
    return { id: `m${i}`, quote, kind: 'actor' as const, by: 'test', score: null }
  })
  const chain = mentions.filter((_, i) => found[i]?.[0].startsWith('['))
  const same = chain.slice(1).map(({ id }, i) => {
    const tie = { kind: 'actor' as const, a: chain[i]?.id ?? '', b: id }
    return { ...tie, by: 'model', score: null }
  })
  const labels: Labels = { triggers: [], mentions, roles: [], harms: [], attributions: [], same }
  const { value } = resolveActors({ body } as Report, labels, known)
  return mentions.map(({ id }) => value.get(id))
}

const names = (marked: string) => resolve(marked).map(actor => actor?.value.name ?? null)

test.each([
  ['a pronoun', '[Al-Shabaab] attacked. [They] fled.', ['Al-Shabaab', 'Al-Shabaab']],
  [
    'words that point back',
    '[Boko Haram] came. {Isis} fled. [The group] won.',
    ['Boko Haram', 'Isis', 'Boko Haram'],
  ],
  ['whose article was not marked', '[Dana Orlo] spoke. The [commander] left.', ['Dana Orlo', 'Dana Orlo']],
  ['a pronoun before the name', '[They] fled, said [Al-Shabaab].', ['Al-Shabaab', 'Al-Shabaab']],
  [
    'two persons, told apart by the reader',
    '[Dana Orlo] met {Bo Vance}. [She] left.',
    ['Dana Orlo', 'Bo Vance', 'Dana Orlo'],
  ],
  [
    'words of its own are kept',
    '[Boko Haram] came. [Gunmen from the hills] fled.',
    ['Boko Haram', 'Gunmen from the hills'],
  ],
  ['so is another name, whatever the tie', '[Boko Haram] came. [Isis] fled.', ['Boko Haram', 'Isis']],
  ['nobody is named', '[Two gunmen] came. [They] fled.', ['Two gunmen', null]],
])('%s', (_, marked, expected) => expect(names(marked)).toEqual(expected))

test('a name by coreference says what tied it', () => {
  const [, they] = resolve('[Al-Shabaab] attacked. [They] fled.')
  expect(they?.basis).toEqual({ kind: 'implied', by: 'actor:coreference+model' })
  expect(they?.value.registry).toBe('actor:al-shabaab')
})

test('what else a person is called tells the part', () => {
  expect(resolve('[Dana Orlo] spoke. [The rebel] left.').map(actor => actor?.value.type)).toEqual([
    'rebel',
    'rebel',
  ])
})

test('ties in a circle end', () => {
  const body = 'They met them.'
  const mentions = [0, 9].map((start, i) => {
    const quote = quoteAt(body, { start, end: start + 4 })
    return { id: `m${i}`, quote, kind: 'actor' as const, by: 'test', score: null }
  })
  const tie = (a: string, b: string) => ({ kind: 'actor' as const, a, b, by: 'model', score: null })
  const same = [tie('m0', 'm1'), tie('m1', 'm0'), tie('m0', 'm0')]
  const labels: Labels = { triggers: [], mentions, roles: [], harms: [], attributions: [], same }
  expect(resolveActors({ body } as Report, labels, known).value.size).toBe(0)
})

import { expect, test } from 'vitest'
import { loadTools } from '../../load-tools.js'
import { readParts } from '../read-parts.js'
import { chainsOf, type GumRow, scoreGum } from './gum.js'

const tools = await loadTools()

/** A text whose mentions are marked with their chain and type, one sentence a line: `[the mayor]{m person}`. */
function rowOf(marked: string): GumRow {
  const entities: { start: number; end: number; chain: string; type: string }[] = []
  let text = ''
  for (const [whole, words, chain = '', type = ''] of marked.matchAll(/\[([^\]]*)\]\{(\w+) (\w+)\}|[^[]+/g)) {
    if (words) entities.push({ start: text.length, end: text.length + words.length, chain, type })
    text += words ?? whole
  }
  const sentences = [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }))
  return { id: 'g', genre: 'news', date: '2031-03-05', text, sentences, entities }
}

async function numbers(row: GumRow) {
  const parts = await readParts({ name: row.id, text: row.text, published: row.date ?? null }, tools)
  return Object.fromEntries(
    scoreGum([chainsOf(row, parts)]).map(({ metric, value, note }) => [metric, value ?? note]),
  )
}

test('mentions of one name are one; what the reader does not point at is missed', async () => {
  const got = await numbers(
    rowOf(
      '[Russia]{r place} bombed Aleppo on Monday.\n\nOn Tuesday [Russia]{r place} shelled [Turkey]{t place}.\n\n' +
        '[Turkey]{t place} attacked [Russia]{r place}.',
    ),
  )
  expect(got).toMatchObject({ 'CoNLL F1, news': 100, 'CoNLL F1, all genres': 100 })
  const missed = await numbers(rowOf('[The baker]{b person} slept.\n\n[The baker]{b person} sang.'))
  expect(missed['CoNLL F1, news']).toBe('not yet')
})

test('chains of one mention, and of what the record has no mentions of, are left out', async () => {
  const row = rowOf('[Russia]{r place} bombed [a mill]{m object} in May.\n\n[The mill]{m object} burned.')
  expect((await numbers(row))['CoNLL F1, news']).toBe('no gold')
})

test('mentions are told by their head words, whatever hangs on them', () => {
  const row = rowOf('[The mayor of Vantry]{m person} spoke.\n[The tall mayor]{m person} left.')
  const nothing = { labels: { triggers: [], mentions: [], roles: [], harms: [], attributions: [], same: [] } }
  const referents = {
    times: new Map(),
    places: new Map(),
    actors: new Map(),
    counts: new Map(),
    holders: new Map(),
  }
  const { gold } = chainsOf(row, { ...nothing, referents })
  const heads = row.entities.map(({ start, end }) => row.text.slice(start, end).indexOf('mayor') + start)
  expect(gold).toEqual([heads.map(String)])
  expect(scoreGum([{ genre: 'news', gold, system: gold, baseline: [] }])[0]?.value).toBe(100)
  expect(scoreGum([{ genre: 'news', gold, system: [], baseline: [] }])[0]?.note).toBe('not yet')
})

import { describe, expect, test } from 'vitest'
import type { Mention } from '../../model/labels.js'
import type { GazetteerPlace } from '../../model/values.js'
import type { Gazetteer } from '../../ports.js'
import { quoteAt } from '../../text/quote.js'
import { placesInPassing } from './name-places.js'

const place = (name: string, level: GazetteerPlace['level'], population: number | null): GazetteerPlace => ({
  id: `herodotus:${name}`,
  name,
  country: 'NN',
  admin1: null,
  level,
  latitude: 1,
  longitude: 1,
  population,
})
const places = [
  place('Velato', 'town', 900_000),
  place('Osmark', 'town', 900),
  place('Ruria', 'country', null),
  place('Halla County', 'district', 20_000),
  place('East', 'town', 500_000),
]
const gazetteer: Gazetteer = {
  version: '1',
  lookup: name => places.filter(known => known.name.toLowerCase() === name.toLowerCase()),
  demonym: word => (word === 'Rurian' ? 'NN' : null),
  capital: () => null,
}

/** The places found in a text whose actors stand in brackets. */
function found(marked: string): string[] {
  const body = marked.replace(/[[\]]/g, '')
  const mentions = [...marked.matchAll(/\[([^\]]+)\]/g)].map((match, i): Mention => {
    const start = match.index - 2 * i
    const quote = quoteAt(body, { start, end: start + (match[1]?.length ?? 0) })
    return { id: `m${i}`, quote, kind: 'actor', by: 'test', score: null }
  })
  return placesInPassing(body, mentions, gazetteer).map(({ quote }) => quote.exact)
}

describe('places that are named in passing', () => {
  test.each([
    ['a city in the name of an institution', '[Velato Arts Council] met.', ['Velato']],
    ['a country in any name', '[Ruria Airways] flew.', ['Ruria']],
    ['a people', '[Rurian forces] left.', ['Rurian']],
    ['a county', '[Halla County Sheriff] spoke.', ['Halla County']],
    ['a small town’s police', '[Osmark Police] came.', ['Osmark']],
    ['a small town’s name, borne by somebody', '[Osmark Smith] came.', []],
    ['a city’s name, borne by somebody', '[Velato Smith] came.', []],
    ['a point of the compass', '[East High School] burned.', []],
    ['a dateline', 'VELATO, Ruria (Wire) — Rebels came.', ['VELATO']],
    ['a dateline after a headline', 'Rebels came. OSMARK -- Rebels came.', ['OSMARK']],
    ['capitals that are no place', 'ALARM — Rebels came.', []],
    ['capitals in a sentence', 'Rebels came to VELATO on Monday.', []],
  ])('%s', (_, text, expected) => expect(found(text)).toEqual(expected))

  test('what is a place already is not found again', () => {
    const body = 'Velato Police'
    const actor: Mention = {
      id: 'm1',
      quote: quoteAt(body, { start: 0, end: 13 }),
      kind: 'actor',
      by: 't',
      score: null,
    }
    const known: Mention = { ...actor, id: 'm2', quote: quoteAt(body, { start: 0, end: 6 }), kind: 'place' }
    expect(placesInPassing(body, [actor, known], gazetteer)).toEqual([])
  })
})

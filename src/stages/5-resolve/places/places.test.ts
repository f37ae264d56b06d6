import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadGazetteer } from '../../../gazetteer/index.js'
import type { Labels } from '../../../model/labels.js'
import type { Report } from '../../../model/report.js'
import { PlaceValue } from '../../../model/values.js'
import { quoteAt } from '../../../text/quote.js'
import { resolvePlaces } from './index.js'
import { readPlaceName } from './name.js'

const gazetteer = loadGazetteer()

/** Resolves the places marked [so] in a text. */
function resolve(marked: string) {
  const body = marked.replace(/[[\]]/g, '')
  const mentions = [...marked.matchAll(/\[([^\]]+)\]/g)].map((match, i) => {
    const start = match.index - 2 * i
    const quote = quoteAt(body, { start, end: start + (match[1]?.length ?? 0) })
    return { id: `m${i}`, quote, kind: 'place' as const, by: 'test', score: null }
  })
  const { value, notes } = resolvePlaces({ body } as Report, { mentions } as unknown as Labels, gazetteer)
  return { values: [...value.values()], notes }
}
const short = (marked: string): string[] =>
  resolve(marked).values.map(({ value }) => `${value.name} ${value.country} ${value.level}`)

describe('the name taken apart', () => {
  test.each([
    ['the Anbar province', 'Anbar', 'province', false],
    ['northern Syria', 'Syria', null, true],
    ['the south of Libya', 'Libya', null, true],
    ['parts of Iraq', 'Iraq', null, true],
    ['city of Mosul', 'Mosul', 'town', false],
    ['Kabul airport', 'Kabul', 'site', false],
    ['Sadr City', 'Sadr', 'town', false],
    ['a village near Mosul', 'Mosul', 'town', true],
    ['off the coast of Yemen', 'Yemen', 'water', true],
    ['Syria’s Idlib province', 'Idlib', 'province', false],
    ['Karrada district of Baghdad', 'Karrada', 'district', false],
    ['Idlib, in north-west Syria', 'Idlib', null, false],
    ['Mosul', 'Mosul', null, false],
  ])('%s', (name, core, level, part) => expect(readPlaceName(name)).toMatchObject({ core, level, part }))
})

describe('which place', () => {
  test.each([
    ['a country', 'They met in [Syria].', ['Syria SY country']],
    ['a people', 'They crossed the [Turkish] border.', ['Turkish TR country']],
    [
      'what holds it, after a comma',
      'A bomb went off in [Tripoli], Lebanon, on Monday.',
      ['Tripoli LB town'],
    ],
    ['what holds it, with in', 'A bomb went off in [Tripoli] in northern Lebanon.', ['Tripoli LB town']],
    ['no country of a group’s name', 'The Northern Front took [Qazvala].', ['Qazvala null town']],
    [
      'no small town by the name of a part of the world',
      '[Texas] and [Ohio] want peace in the [Middle East].',
      ['Texas US province', 'Ohio US province', 'Middle East null region'],
    ],
    [
      'what holds it, once for all',
      '[Paris], Texas, is quiet. [Paris] sleeps.',
      ['Paris US town', 'Paris US town'],
    ],
    [
      'the countries of the report',
      'Libyan and French officials met. Libya said [Tripoli] was calm.',
      ['Tripoli LY town'],
    ],
    ['a people and a kind', 'the Yemeni port city of [Aden]', ['Aden YE town']],
    ['another spelling', 'Syria said that [Khan Sheikhun] was hit.', ['Khan Sheikhun SY town']],
    ['a part of a country', 'Fighting in [northern Syria].', ['northern Syria SY region']],
    ['a part of a town', 'Shells fell on [eastern Aleppo].', ['eastern Aleppo SY district']],
    ['a name that begins with a compass point', 'Shots in [West Virginia].', ['West Virginia US province']],
    ['a province by its word', 'A raid in [Helmand province].', ['Helmand province AF province']],
    ['a site in a town', 'A raid on [Kabul airport].', ['Kabul airport AF site']],
    [
      'what holds it, in the mention',
      'A raid in [Baghdad’s Karrada district].',
      ['Baghdad’s Karrada district IQ district'],
    ],
    [
      'a site held by a place',
      'At the [UN headquarters in Damascus].',
      ['UN headquarters in Damascus SY site'],
    ],
    ['beside a place', 'In [a village near Mosul].', ['a village near Mosul IQ town']],
    ['between two countries', 'On the [Turkish-Syrian border].', ['Turkish-Syrian border null region']],
    ['a province and its large seat', 'Shelling of [Homs].', ['Homs SY town']],
    ['a province and its small seat', 'Shelling of [Abyan].', ['Abyan YE province']],
    ['open water', 'A ship in the [Red Sea].', ['Red Sea null water']],
    ['an unknown place, held', 'the village of [Qwertystan] in Syria', ['Qwertystan SY town']],
    [
      'an unknown place of a report on one country',
      'Iraq said the Iraqi army took [Zzyzxville].',
      ['Zzyzxville IQ town'],
    ],
    [
      'a place pointed back at',
      'Troops took [Mosul]. Then [the city] fell silent in Iraq.',
      ['Mosul IQ town', 'Mosul IQ town'],
    ],
    [
      'the town of a province’s name, pointed back at',
      'Troops took [Raqqa]. Then [the city] fell silent in Syria.',
      ['Raqqa SY province', 'Raqqa SY town'],
    ],
    ['capitals', 'FIGHTING IN [SAN SALVADOR], SAID EL SALVADOR.', ['SAN SALVADOR SV town']],
  ])('%s', (_, text, expected) => expect(short(text)).toEqual(expected))

  test.each([
    ['in a place', 'A bomb went off in [Mosul].', undefined],
    ['near one', 'A bomb went off near [Mosul].', 'near'],
    ['outside a town by its kind', 'Troops massed outside the city of [Homs].', 'near'],
    ['some way from one', 'Shells fell 30 km from [Donetsk].', 'near'],
    ['on one side of it', 'Fighting raged north of [Aleppo].', 'near'],
    ['near one, in the mention', 'It fell on [a village near Mosul].', 'near'],
    ['between this one', 'An ambush between [Homs] and Hama killed two.', 'between'],
    ['and that one', 'An ambush between Homs and [Hama] killed two.', 'between'],
    ['between two countries', 'On the [Turkish-Syrian border].', 'between'],
    ['between two times', 'Between May and June [Homs] fell.', undefined],
    ['talks between two', 'Talks between the government and [Homs] fighters.', undefined],
  ])('how it lies to what is named: %s', (_, text, relation) =>
    expect(resolve(text).values[0]?.value.relation).toBe(relation),
  )

  test('the likelier place has the higher score, and what no gazetteer has has none', () => {
    const [sure] = resolve('Troops took [Homs], Syrian officials said in Damascus.').values
    const [unsure] = resolve('They met in [Georgetown].').values
    expect(sure?.score).toBeGreaterThan(unsure?.score ?? 1)
    expect(resolve('In [Zzyzxville].').values[0]?.score).toBeNull()
  })

  test('the other places of the report tell which is meant', () => {
    const ids = (text: string) => resolve(text).values.map(({ value }) => value.known?.admin1)
    expect(ids('Police in [Alexandria], [Shreveport] and [Baton Rouge] met.')).toEqual(['LA', 'LA', 'LA'])
    expect(ids('Police in [Alexandria] and [Cairo] met.')[0]).toBe('06')
    expect(ids('[Rapides Parish] and [Avoyelles Parish] met in [Alexandria].')).toEqual(['LA', 'LA', 'LA'])
  })

  test('the part of a country is not the country', () => {
    expect(resolve('Fighting in [northern Syria].').values[0]?.value.known).toBeNull()
  })

  test('what is in no gazetteer, in a report that names no country, has none', () => {
    const { values, notes } = resolve('They went to [Zzyzxville].')
    expect(values[0]?.value).toMatchObject({ country: null, known: null })
    expect(notes.map(({ code }) => code)).toEqual(['place-unknown'])
  })

  test('equals in doubt are not chosen between', () => {
    const { values, notes } = resolve('They went to [Springfield].')
    expect(values[0]?.value.known).toBeNull()
    expect(values[0]?.value.country).toBe('US')
    expect(notes.map(({ code }) => code)).toEqual(['place-ambiguous'])
  })

  test('nothing is noted twice', () => {
    expect(resolve('[Zzyzxville] and again [Zzyzxville]').notes).toHaveLength(1)
  })

  test('whatever the words, the value holds to the codebook', () => {
    const word = fc.constantFrom(
      'the',
      'Syria',
      'northern',
      'of',
      'in',
      'city',
      ',',
      '’s',
      'near',
      'Mosul',
      '-',
      '\n',
      'a',
      '🙂',
      'حلب',
      '(',
      'US',
    )
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.nat(), fc.nat(), (parts, from, length) => {
        const body = parts.join(' ')
        const start = from % body.length
        const quote = quoteAt(body, { start, end: Math.min(body.length, start + 1 + (length % 30)) })
        const mentions = [{ id: 'm0', quote, kind: 'place' as const, by: 'test', score: null }]
        const { value } = resolvePlaces({ body } as Report, { mentions } as unknown as Labels, gazetteer)
        const place = value.get('m0')?.value
        expect(place === undefined || PlaceValue.safeParse(place).success).toBe(true)
      }),
    )
  })
})

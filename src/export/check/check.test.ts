import { describe, expect, test } from 'vitest'
import { acledCells } from '../acled/cells.js'
import { acledChecker } from '../acled/check.js'
import { gedCells } from '../ged/cells.js'
import { gedChecker } from '../ged/check.js'
import { bratChecker } from './brat.js'
import { declaredChecker } from './declared.js'
import { geojsonChecker } from './geojson.js'
import { ploverChecker } from './plover.js'
import type { RowChecker } from './row-checker.js'
import { tableChecker } from './table.js'
import { webAnnotationChecker } from './web-annotation.js'

type Row = Readonly<Record<string, unknown>>

const clash: Row = {
  event_id_cnty: 'SYR1',
  event_date: '2031-03-04',
  year: '2031',
  time_precision: '1',
  disorder_type: 'Political violence',
  event_type: 'Battles',
  sub_event_type: 'Armed clash',
  actor1: 'Military Forces of Syria',
  inter1: 'State forces',
  actor2: 'River Front',
  inter2: 'Rebel group',
  interaction: 'State forces-Rebel group',
  iso: '760',
  region: 'Middle East',
  country: 'Syria',
  location: 'Aleppo',
  latitude: '36.2012',
  longitude: '37.1612',
  geo_precision: '1',
  fatalities: '3',
  timestamp: '1930000000',
}
const killing: Row = {
  id: '7',
  year: '2031',
  type_of_violence: '1',
  side_a: 'Government of Norway',
  side_b: 'River Front',
  where_prec: '1',
  event_clarity: '1',
  date_prec: '1',
  date_start: '2031-03-04 00:00:00.000',
  date_end: '2031-03-04 00:00:00.000',
  deaths_a: '1',
  deaths_b: '2',
  deaths_civilians: '0',
  deaths_unknown: '0',
  best: '3',
  high: '5',
  low: '2',
}
const aid: Row = {
  id: 'herodotus:event:1',
  date: '2031-03-04',
  actor: [{ entity_text: 'Norway' }],
  recipient: [{ entity_text: 'Chad' }],
  event: ['AID'],
  mode: [],
  quad_code: 2,
}

const at = (checker: RowChecker, row: Row) => checker.row(row).map(({ column }) => column)

describe('ACLED', () => {
  test.each<[string, Row, readonly string[]]>([
    ['in words', {}, []],
    ['in numbers', { inter1: '1', inter2: '2', interaction: '12' }, []],
    ['one actor in numbers', { actor2: '', inter1: '1', inter2: '0', interaction: '10' }, []],
    [
      'two alike, as ACLED writes them now',
      { inter1: 'Rebel group', inter2: 'Rebel group', interaction: 'Rebel group-Rebel group' },
      [],
    ],
    ['a day that is none', { event_date: '2031-02-30', year: '2031' }, ['event_date']],
    ['the year of another day', { year: '2030' }, ['year']],
    ['a type that does not hold the sub-event', { event_type: 'Riots' }, ['event_type']],
    ['a disorder that does not', { disorder_type: 'Demonstrations' }, ['disorder_type']],
    ['no sub-event of ACLED', { sub_event_type: 'Skirmish' }, ['sub_event_type']],
    ['an actor without a type', { inter2: '' }, ['inter2', 'interaction']],
    ['a type without an actor', { actor2: '' }, ['inter2']],
    ['no type of ACLED', { inter1: 'Army' }, ['inter1']],
    ['civilians as rebels', { actor2: 'Civilians (Syria)' }, ['inter2']],
    ['an interaction the wrong way round', { interaction: 'Rebel group-State forces' }, ['interaction']],
    ['the wrong interaction in numbers', { inter1: '1', inter2: '2', interaction: '13' }, ['interaction']],
    [
      'an associate of nobody',
      { actor2: '', inter2: '', interaction: 'State forces only', assoc_actor_2: 'x' },
      ['assoc_actor_2'],
    ],
    ['an actor2 alone', { actor1: '', inter1: '', interaction: '' }, ['actor1']],
    ['civilians targeted in a battle', { civilian_targeting: 'Civilians targeted' }, ['civilian_targeting']],
    [
      'violence against civilians not flagged',
      { event_type: 'Violence against civilians', sub_event_type: 'Attack' },
      ['civilian_targeting'],
    ],
    ['a precision that is none', { geo_precision: '4' }, ['geo_precision']],
    ['half a death', { fatalities: '1.5' }, ['fatalities']],
    ['a latitude beyond the pole', { latitude: '96.2' }, ['latitude']],
    ['no region of ACLED', { region: 'Levant' }, ['region']],
    ['no place', { location: ' ' }, ['location']],
  ])('%s', (_, changed, columns) => {
    expect(at(acledChecker(), { ...clash, ...changed })).toEqual(columns)
  })

  test('the same id twice', () => {
    const checker = acledChecker()
    expect(at(checker, clash)).toEqual([])
    expect(at(checker, clash)).toEqual(['event_id_cnty'])
  })

  const names = acledCells.map(({ name }) => name)
  test.each<[string, readonly string[], RegExp]>([
    ['missing', names.slice(1), /missing/],
    ['unknown', [...names, 'data_id'], /no such column/],
    ['twice', [...names, 'iso'], /twice/],
    ['in another order', [...names.slice(1), 'event_id_cnty'], /column 1 is event_date/],
  ])('a column %s', (_, given, message) => {
    expect(acledChecker().columns(given)).toEqual([
      expect.objectContaining({ message: expect.stringMatching(message) }),
    ])
  })
})

describe('UCDP GED', () => {
  test.each<[string, Row, readonly string[]]>([
    ['as UCDP writes it', {}, []],
    ['best more than high', { high: '2' }, ['best']],
    ['low more than best', { low: '4' }, ['low']],
    ['sides that do not add up', { deaths_unknown: '1' }, ['best']],
    ['nobody dead', { deaths_a: '0', deaths_b: '0', best: '0', high: '0', low: '0' }, ['high']],
    ['ends before it starts', { date_prec: '2', date_end: '2031-03-03' }, ['date_end']],
    ['an exact day that ends on another', { date_end: '2031-03-05' }, ['date_prec']],
    ['one-sided without civilians', { type_of_violence: '3' }, ['side_b']],
    ['civilians as a fighting side', { side_b: 'Civilians' }, ['side_b']],
    ['no type of violence', { type_of_violence: '4' }, ['type_of_violence']],
    ['no number', { best: '' }, ['best']],
  ])('%s', (_, changed, columns) => {
    expect(at(gedChecker(), { ...killing, ...changed })).toEqual(columns)
  })

  test('the columns in their order', () => {
    expect(gedChecker().columns(gedCells.map(({ name }) => name))).toEqual([])
  })
})

describe('PLOVER', () => {
  test.each<[string, Row, readonly string[]]>([
    ['aid', {}, []],
    ['aid to nobody', { recipient: [] }, ['recipient']],
    ['agreement with nobody', { event: ['AGREE'], quad_code: 1, recipient: [] }, []],
    ['no actor', { actor: [] }, ['actor']],
    ['no date', { date: null }, ['date']],
    ['a day that is none', { date: '2031-13-01' }, ['date']],
    ['ends before it starts', { enddate: '2031-03-01' }, ['enddate']],
    ['an event type of an older manual', { event: ['FIGHT'], quad_code: null }, ['event']],
    ['a mode of another type', { mode: ['aerial'] }, ['mode']],
    ['a sector of another scheme', { actor: [{ sector: 'ARMY' }] }, ['actor']],
    ['an actor of whom nothing is told', { actor: [{ sector: 'UNK', entity_text: null }] }, []],
    ['the wrong class', { quad_code: 4 }, ['quad_code']],
  ])('%s', (_, changed, columns) => {
    expect(at(ploverChecker(), { ...aid, ...changed })).toEqual(columns)
  })
})

describe('what a format declares', () => {
  const checker = () =>
    declaredChecker([
      { name: 'name', type: 'string', filled: 'always', from: '' },
      { name: 'low', type: 'integer', filled: 'told', from: '' },
      { name: 'high', type: 'integer', filled: 'told', from: '' },
      { name: 'day', type: 'date', filled: 'told', from: '' },
      { name: 'sure', type: 'boolean', filled: 'told', from: '' },
      { name: 'score', type: 'number', filled: 'told', from: '' },
      { name: 'never', type: 'string', filled: 'never', from: '' },
    ])
  test.each<[Row, readonly string[]]>([
    [{ name: 'a', low: 1, high: '2', day: '2031-03-04', sure: 'true', score: '0.5' }, []],
    [{ name: '' }, ['name']],
    [{ name: 'a', low: '3', high: '2' }, ['low']],
    [{ name: 'a', low: 'x', day: 'today', sure: 'yes', score: 'high' }, ['low', 'day', 'sure', 'score']],
  ])('%j', (row, columns) => expect(at(checker(), row)).toEqual(columns))

  test('what is never filled is no column', () => {
    expect(checker().columns(['name', 'low', 'high', 'day', 'sure', 'score'])).toEqual([])
  })
})

describe('GeoJSON', () => {
  const own: Row = {
    place: 'Ost',
    geo_precision: 1,
    where_prec: 1,
    places: 1,
    place_number: 1,
    earliest: '2031-03-04',
    latest: '2031-03-04',
    harm: [{ what: 'killed', low: 2, high: 3 }],
    quotes: [{ start: 4, end: 6, exact: '😀t' }],
    unit: 'code-points',
  }
  const point: Row = {
    type: 'Feature',
    id: 'a',
    geometry: { type: 'Point', coordinates: [44.5, 36.2] },
    properties: own,
  }
  const props = (changed: Row): Row => ({ ...point, properties: { ...own, ...changed } })
  test.each<[string, Row, readonly string[]]>([
    ['a feature', point, []],
    ['of no known place', { ...point, geometry: null }, []],
    ['something else', { ...point, type: 'Topology' }, ['type']],
    ['no geometry at all', { ...point, geometry: undefined }, ['geometry']],
    ['latitude first', { ...point, geometry: { type: 'Point', coordinates: [36.2, 144.5] } }, ['geometry']],
    ['no properties', { ...point, properties: null }, ['properties']],
    ['a property of always that is not there', props({ place: '' }), ['place']],
    ['low above high', props({ harm: [{ low: 4, high: 3 }] }), ['harm']],
    ['a precision that is none', props({ where_prec: 8 }), ['where_prec']],
    ['a place beyond the last', props({ place_number: 2 }), ['place_number']],
    ['the end before the start', props({ latest: '2031-03-03' }), ['latest']],
    ['words longer than their offsets', props({ unit: 'utf-16' }), ['quotes']],
    ['words that end where they start', props({ quotes: [{ start: 4, end: 4, exact: null }] }), ['quotes']],
  ])('%s', (_, feature, columns) => {
    const checker = geojsonChecker([{ name: 'place', type: 'string', filled: 'always', from: '' }])
    expect(at(checker, feature)).toEqual(columns)
  })

  test('the same id twice, and what holds the features', () => {
    const checker = geojsonChecker([])
    expect([at(checker, point), at(checker, point)]).toEqual([[], ['id']])
    expect(checker.frame?.({ type: 'FeatureCollection', features: [] })).toEqual([])
    expect(checker.frame?.({ type: 'Topology' })).toHaveLength(1)
    expect(checker.frame?.(null)).toHaveLength(1)
  })
})

describe('Web Annotation', () => {
  const target = {
    source: 'https://news.example/1',
    state: { cached: `urn:sha256:${'0f'.repeat(32)}` },
    selector: [
      { type: 'TextQuoteSelector', exact: 'shot', prefix: 'men ', suffix: '' },
      { type: 'TextPositionSelector', start: 4, end: 8 },
    ],
    textLength: 8,
    unit: 'utf-16',
  }
  const note: Row = { id: 'urn:1', type: 'Annotation', motivation: 'tagging', body: [], target: [target] }
  const of = (changed: Row): Row => ({ ...note, target: [{ ...target, ...changed }] })
  test.each<[string, Row, readonly string[]]>([
    ['an annotation', note, []],
    ['without the words', of({ selector: target.selector.slice(1) }), []],
    ['of nothing', { ...note, target: [] }, ['target']],
    ['without an id', { ...note, id: '' }, ['id']],
    ['of no type', { ...note, type: 'Note' }, ['type']],
    ['a motivation of its own', { ...note, motivation: 'guessing' }, ['motivation']],
    ['low above high', { ...note, body: [{ data: { low: 4, high: 3 } }] }, ['body']],
    ['words at no place', of({ selector: target.selector.slice(0, 1) }), ['target.selector']],
    ['words beyond the text', of({ textLength: 7 }), ['target.selector']],
    ['no bytes named', of({ state: {} }), ['target.state']],
    ['no source', of({ source: null }), ['target.source']],
    ['no unit', of({ unit: undefined }), ['unit']],
  ])('%s', (_, annotation, columns) => expect(at(webAnnotationChecker(), annotation)).toEqual(columns))

  test('the same id twice, and what holds the annotations', () => {
    const checker = webAnnotationChecker()
    expect([at(checker, note), at(checker, note)]).toEqual([[], ['id']])
    const frame = {
      '@context': ['http://www.w3.org/ns/anno.jsonld', {}],
      type: 'AnnotationCollection',
      total: 2,
    }
    expect(checker.frame?.(frame)).toEqual([])
    expect(checker.frame?.({ ...frame, total: 3 }).map(({ column }) => column)).toEqual(['total'])
    expect(checker.frame?.(null).map(({ column }) => column)).toEqual(['type', '@context'])
  })
})

describe('brat', () => {
  const text = '😀 Men shot\nat Ost.'
  const faults = (...lines: readonly string[]) =>
    bratChecker()
      .row({ text, ann: `${lines.join('\n')}\n` })
      .map(({ line, message }) => `${line}: ${message}`)
  const shot = 'T1\tshooting 6 10\tshot'
  const place = 'T2\tPlace 14 17\tOst'
  const event = 'E1\tshooting:T1 Where:T2'

  test('words in code points, over a line break too, and what refers to them', () => {
    expect(
      faults(
        shot,
        event,
        place,
        'T3\tMeans 6 10;11 13\tshot at',
        'A1\tLevel T2 town',
        'R1\tSame Arg1:E1 Arg2:T1',
      ),
    ).toEqual([])
    expect(
      faults('*\tEquiv T1 T2', '*\tEquiv T2 T1', shot, place, '#1\tAnnotatorNotes T1\tfree text'),
    ).toEqual([])
    expect(faults('N1\tReference T2 GeoNames:12\tOst', place)).toEqual([])
  })

  test.each<[string, readonly string[], RegExp]>([
    ['other words', ['T1\tshooting 6 10\tshop'], /^1: the text says "shot"/],
    ['beyond the text', ['T1\tshooting 6 99\tshot'], /^1: 6 99 is no stretch/],
    ['no offsets', ['T1\tshooting\tshot'], /^1: "shooting" is no type with offsets/],
    ['an id twice', [shot, 'T1\tPlace 14 17\tOst'], /^2: the id stands in an earlier line/],
    ['a trigger that is not there', [event, place], /^1: there is no "T1"/],
    ['an argument that is not there', [event, shot], /^1: there is no "T2"/],
    ['a trigger of another type', ['E1\tarrest:T1', shot], /is of the type shooting, not arrest/],
    ['an attribute of nothing', ['A1\tLevel T9 town'], /there is no "T9"/],
    ['low above high', [shot, '#1\tAnnotatorNotes T1\t{"low":4,"high":3}'], /^2: low \(4\) is more/],
    ['anything else', ['what'], /is no line of a standoff file/],
  ])('%s', (_, lines, message) => {
    expect(faults(...lines)).toEqual([expect.stringMatching(message)])
  })
})

describe('the plain table', () => {
  const row = (changed: Row): Row => ({
    event: 'event:1',
    field: 'harm',
    position: 0,
    quote: 'Ost',
    start: 4,
    end: 7,
    unit: 'utf-16',
    ...changed,
  })
  /** Columns at fault but those that the row leaves empty. */
  const faults = (...rows: readonly Row[]) => {
    const checker = tableChecker()
    return rows.map(one =>
      checker
        .row(one)
        .filter(({ message }) => message !== 'the cell is empty')
        .map(({ column }) => column),
    )
  }
  test('words are as long as their offsets say, as numbers or as text', () => {
    expect(faults(row({}), row({ position: 1, start: '4', end: '8' }))).toEqual([[], ['quote']])
    expect(faults(row({ quote: '', start: '', end: '' }), row({ position: 1, quote: null }))).toEqual([
      [],
      [],
    ])
  })

  test('each value stands once, and the rows of an event together', () => {
    expect(faults(row({}), row({}))).toEqual([[], ['position']])
    expect(faults(row({}), row({ event: 'event:2' }), row({ position: 1 }))).toEqual([[], [], ['event']])
  })

  test('days stand in order', () => {
    expect(faults(row({ earliest: '2031-03-04', latest: '2031-03-03' }))).toEqual([['latest']])
  })
})

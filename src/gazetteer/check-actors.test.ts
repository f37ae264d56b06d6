import { describe, expect, test } from 'vitest'
import { actorColumns } from '../ports.js'
import { checkActorTable, checkBuiltInActors } from './index.js'

/** A table of the given rows; cells are parted by `;` here. */
const table = (...rows: readonly string[]): string =>
  [actorColumns.join('\t'), ...rows.map(row => row.split(/; ?/).join('\t'))].join('\n')
const faults = (text: string, kept: string | null = null) =>
  checkActorTable(text, kept === null ? [] : checkActorTable(kept).rows).faults.map(
    ({ line, code }) => `${line} ${code}`,
  )

const union =
  'valley-union; Valley Union; VU|Union of the Valley; militia; KE; government; Q42; 2031; 2032-05'

test.each(checkBuiltInActors())('nothing is wrong with $file', ({ checked }) => {
  expect(checked.faults).toEqual([])
  expect(checked.rows.length).toBeGreaterThan(300)
})

describe('a table', () => {
  test('without faults gives its rows', () => {
    const { rows, faults } = checkActorTable(
      table('# a comment', union, '', 'front; Front of the Dell;; rebel'),
    )
    expect(faults).toEqual([])
    expect(rows.map(({ id, name, to }) => [id, name, to])).toEqual([
      ['valley-union', 'Valley Union', '2032-05'],
      ['front', 'Front of the Dell', ''],
    ])
  })

  test('may have its columns in any order, a byte order mark and Windows line ends', () => {
    const { rows, faults } = checkActorTable('\ufefftype\tid\tname\r\nrebel\tfront\tFront of the Dell\r\n')
    expect(faults).toEqual([])
    expect(rows).toMatchObject([{ id: 'front', name: 'Front of the Dell', type: 'rebel', country: '' }])
  })

  test.each([
    ['a column that is missing', 'id\tname', ['1 missing-column']],
    ['a column that is not known', 'id\tname\ttype\tcolour', ['1 unknown-column']],
    ['what is no table', '<html>', Array(3).fill('1 missing-column').concat('1 unknown-column')],
    ['too many cells', table(`${union};`), ['2 too-many-cells']],
    ['an id that is none', table('Valley Union; Valley Union;; militia'), ['2 bad-id']],
    ['an id twice', table(union, 'valley-union; Other Union;; militia'), ['3 same-id']],
    ['no name', table('x; ;; militia'), ['2 missing-name']],
    ['an unknown type', table('x; Valley Union;; army'), ['2 unknown-type']],
    ['an unknown country', table('x; Valley Union;; militia; XX'), ['2 unknown-country']],
    ['a country in small letters', table('x; Valley Union;; militia; ke'), ['2 unknown-country']],
    ['an unknown side', table('x; Valley Union;; militia; KE; A'), ['2 unknown-side']],
    ['no Wikidata id', table('x; Valley Union;; militia; KE;; 42'), ['2 bad-wikidata-id']],
    ['no date', table('x; Valley Union;; militia; KE;;; May 2031'), ['2 bad-date']],
    ['a day in no calendar', table('x; Valley Union;; militia; KE;;; 2031-02-30'), ['2 bad-date']],
    ['an end before the beginning', table('x; Valley Union;; militia; KE;;; 2031; 2030-12'), ['2 bad-date']],
    [
      'several faults, each with its line',
      table('X; ;; army', union, 'y; U;; rebel; QQ'),
      ['2 bad-id', '2 missing-name', '2 unknown-type', '4 unknown-country'],
    ],
  ])('is told of %s', (_, text, expected) => expect(faults(text)).toEqual(expected))
})

describe('a name that belongs to two actors', () => {
  const other = (aliases: string, from = '', to = ''): string =>
    `other; Other Union; ${aliases}; rebel; KE;;; ${from}; ${to}`

  test.each([
    ['at one time', table(union, other('VU')), ['2 shared-alias', '3 shared-alias']],
    ['however written', table(union, other('v.u.')), ['2 shared-alias', '3 shared-alias']],
    ['at different times', table(union, other('VU', '2032-06')), []],
    ['marked by both', table(union.replace('VU', '?VU'), other('?VU')), []],
    ['marked by one', table(union, other('?VU')), ['2 shared-alias']],
    ['one of them built in', table(other('Isis')), ['2 shared-alias']],
    ['one of them built in, and marked', table(other('?Isis')), []],
    ['one of them a state', table(other('Kenya')), ['2 shared-alias']],
  ])('%s', (_, text, expected) => expect(faults(text)).toEqual(expected))

  test('one of them kept before; a row takes the place of the one with its id', () => {
    expect(faults(table(other('VU')), table(union))).toEqual(['2 shared-alias'])
    expect(faults(table(union), table(union))).toEqual([])
  })

  test('is told with both and with what can be done', () => {
    const [fault] = checkActorTable(table(other('Isis'))).faults
    expect(fault?.message).toContain('Isis belongs to other and to islamic-state (actors.tsv)')
    expect(fault?.help).toContain('?')
  })
})

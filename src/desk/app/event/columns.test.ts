import { expect, it } from 'vitest'
import type { EventDetail, MatrixRow } from '../../api.js'
import { cellOf, columnsOf, recordedOf, sameAs } from './columns.js'

/** Three tellings, with what the matrix needs of them. */
const tellings = (
  [
    ['Late', '2031-03-07', 17],
    ['Undated', null, 12],
    ['Early', '2031-03-05', 12],
  ] as const
).map(([outlet, edtf, low]) => ({
  event: { id: `event:${outlet}`, harm: [{ value: { low }, evidence: null, decided: null }] },
  report: { outlet, published: edtf === null ? null : { edtf } },
}))
const row = (agreement: MatrixRow['agreement']): MatrixRow => ({
  field: 'harm',
  what: 'killed',
  agreement,
  accounts: tellings.map(({ event }) => ({
    event: event.id as `event:${string}`,
    path: 'harm.0',
    text: '',
    key: `${event.harm[0]?.value.low}`,
    holders: [],
    denied: [],
    since: null,
    moved: null,
    before: null,
  })),
})
const columns = columnsOf({ tellings } as unknown as EventDetail)

it('columns stand in order of publication, the undated last', () => {
  expect(columns.map(({ source }) => source)).toEqual(['Early', 'Late', 'Undated'])
})

it('a cell holds what its telling says, and leads to the value behind it', () => {
  const [early] = columns
  const [account, ...more] = early ? cellOf(row('clash'), early) : []
  expect(more).toEqual([])
  expect(early && account && recordedOf(early, account)?.value).toMatchObject({ low: 12 })
  expect(early && account && recordedOf(early, { ...account, path: 'harm.3' })).toBeNull()
})

it('who else says the same is said where not all do', () => {
  const said = (agreement: MatrixRow['agreement']) =>
    columns.map(column => cellOf(row(agreement), column).map(one => sameAs(row(agreement), one, columns)))
  expect(said('clash')).toEqual([[['Undated']], [[]], [['Early']]])
  expect(said('agree')).toEqual([[[]], [[]], [[]]])
  const ofOne = columns.map(column => ({ ...column, source: 'One outlet' }))
  expect(
    ofOne.flatMap(column => cellOf(row('clash'), column).map(one => sameAs(row('clash'), one, ofOne))),
  ).toEqual([[], [], []])
})

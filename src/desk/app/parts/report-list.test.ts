import { expect, it } from 'vitest'
import { directionOf, listIn, orderNext } from './report-list.js'

it.each([
  ['', ''],
  ['pages=3&kind=raid&words=', ''],
  ['words=bridge&from=2032-05&to=2032&pages=2', 'words=bridge&from=2032-05-01&to=2032-12-31'],
  ['sort=undecided&review=empty', 'review=empty&sort=undecided'],
  ['from=soon', 'from=soon'],
])('of the URL ?%s the list is ?%s', (query, list) => {
  expect(`${listIn(new URLSearchParams(query))}`).toBe(list)
})

it.each([
  ['published', '-published', 'descending', 'published'],
  ['published', 'published', 'ascending', '-published'],
  ['published', 'undecided', null, '-published'],
  ['added', '-added', 'descending', 'added'],
  ['added', 'added', 'ascending', '-added'],
  ['undecided', 'undecided', 'descending', 'undecided'],
  ['undecided', 'nonsense', null, 'undecided'],
] as const)('by the column %s in the order %s: %s, and its head leads to %s', (column, sort, is, next) => {
  expect([directionOf(column, sort), orderNext(column, sort)]).toEqual([is, next])
})

import { expect, it } from 'vitest'
import { inShort } from './filter-told.js'

it.each([
  [{}, ''],
  [{ kind: 'shelling', place: 'Delna' }, 'shelling, Delna'],
  [{ search: 'market square', actor: 'guard' }, '“market square”, guard'],
  [{ from: '2032-05-01' }, '2032-05-01/..'],
  [{ to: '2032-05-31', status: 'asserted' }, 'asserted, ../2032-05-31'],
  [{ from: '2032-05-01', to: '2032-05-31', review: 'undecided' }, '2032-05-01/2032-05-31, undecided'],
])('%j is %j', (filter, title) => {
  expect(inShort(filter)).toBe(title)
})

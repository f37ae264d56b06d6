import { expect, it } from 'vitest'
import { faultsIn } from './faults.js'

it('every language knows the same faults, each with its way on', () => {
  const [first, ...others] = Object.values(faultsIn).map(faults => Object.keys(faults).sort())
  for (const codes of others) expect(codes).toEqual(first)
  const words = Object.values(faultsIn).flatMap(faults => Object.values(faults).flat())
  expect(words.filter(text => text.trim() === '')).toEqual([])
})

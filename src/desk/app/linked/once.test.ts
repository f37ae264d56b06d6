import { expect, it } from 'vitest'
import { once } from './once.js'

it('makes one thing of each, also where that is nothing', () => {
  const asked: number[][] = []
  const first = once((numbers: number[]) => {
    asked.push(numbers)
    return numbers[0]
  })
  const some = [3, 4]
  const none: number[] = []
  expect([first(some), first(none), first(some), first(none)]).toEqual([3, undefined, 3, undefined])
  expect(first([3, 4])).toBe(3)
  expect(asked).toEqual([[3, 4], [], [3, 4]])
})

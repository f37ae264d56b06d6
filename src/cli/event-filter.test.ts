import { Command } from 'commander'
import { expect, it } from 'vitest'
import { withEventFilters } from './event-filter.js'

const parsed = (...args: readonly string[]) => {
  const said: string[] = []
  const command = withEventFilters(new Command('show'))
    .exitOverride()
    .configureOutput({ writeErr: text => said.push(text) })
  try {
    command.parse(args, { from: 'user' })
    return command.opts()
  } catch {
    return said.join('')
  }
}

it('a box begins with its west, which may be below zero', () => {
  expect(parsed('--box', '-10.5,20,5,30')).toEqual({ box: { west: -10.5, south: 20, east: 5, north: 30 } })
  expect(parsed('--box', '170, -20, -170, 0')).toEqual({
    box: { west: 170, south: -20, east: -170, north: 0 },
  })
})

it.each([
  ['1,2,3', 'not 3'],
  ['Derna', 'not 1'],
  ['1,2,3,north', '“north” is none'],
  ['1,9,3,4', 'South (9) must be less than north (4)'],
  ['190,1,3,4', '190 does not'],
])('a box %s is refused by what is wrong with it', (box, why) => {
  const said = parsed('--box', box)
  expect(said).toContain(`'${box}' is invalid`)
  expect(said).toContain(why)
})

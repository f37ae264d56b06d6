import { expect, test } from 'vitest'
import { ceafRee, plainMention } from './ceaf-ree.js'

const gold = [['the rebels', 'rebel column'], ['army']]

test.each([
  ['each by one of its mentions', [['Rebel column'], ['the army']], { tp: 2, fp: 0, fn: 0 }],
  ['by several of its mentions', [['rebels', 'rebel column']], { tp: 1, fp: 0, fn: 1 }],
  ['with a mention of another entity', [['rebels', 'army']], { tp: 0, fp: 1, fn: 2 }],
  ['one entity twice', [['rebels'], ['rebel column']], { tp: 1, fp: 1, fn: 1 }],
  ['an entity without mentions', [[]], { tp: 0, fp: 1, fn: 2 }],
  ['nothing', [], { tp: 0, fp: 0, fn: 2 }],
])('%s', (_, system, expected) => {
  expect(ceafRee(gold, system)).toEqual(expected)
})

test('gold against gold is all right', () => {
  expect(ceafRee(gold, gold)).toEqual({ tp: 2, fp: 0, fn: 0 })
})

test.each([
  ['The "Red Dawn" front', 'red dawn front'],
  ['U.N. staff', 'un staff'],
  ['a an the', ''],
])('%s is compared as %s', (mention, plain) => {
  expect(plainMention(mention)).toBe(plain)
})

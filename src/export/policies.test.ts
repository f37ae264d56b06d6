import { describe, expect, test } from 'vitest'
import { type Account, type Bounds, type PolicyName, policyNames, policyOf } from './policies.js'

/** Accounts of numbers, written `outlet 12..20`, `outlet+holder 12..` or `outlet 12?` where it is not confirmed. */
const accounts = (...written: readonly string[]): Account<Bounds>[] =>
  written.map(text => {
    const [, who = '', low, range, high, doubt] = /^(\S+) (\d*)(\.\.)?(\d*)(\??)$/.exec(text) ?? []
    const number = (digits: string | undefined): number | null => (digits ? Number(digits) : null)
    return {
      value: { low: number(low), high: range ? number(high) : number(low) },
      ...from(who),
      confirmed: doubt === '',
    }
  })

/** `outlet`, or `outlet+holder`. */
function from(who: string): { readonly outlet: string; readonly voices: readonly string[] } {
  const [outlet = '', ...voices] = who.split('+')
  return { outlet, voices: voices.length > 0 ? voices : [outlet] }
}

const priority = ['Monitor', 'Wire']
const estimate = (name: PolicyName, ...written: readonly string[]): string | null => {
  const found = policyOf(name, priority).estimate(accounts(...written))
  return found && `${found.low} ${found.best} ${found.high}`
}

describe('numbers that disagree', () => {
  const told = ['Wire 12', 'Echo 20', 'Daily 20', 'Monitor 30']
  test.each([
    ['lowest', told, '12 12 30'],
    ['range', told, '12 20 30'],
    ['majority', told, '12 20 30'],
    ['by-source-priority', told, '30 30 30'],
    ['unconfirmed-apart', ['Wire 12', 'Echo 20', 'Echo+rebels 90?'], '12 12 20'],
    ['majority', ['Wire 12', 'Echo 20'], '12 12 20'],
    ['majority', ['Echo 20', 'Echo 20', 'Wire 12', 'Daily 12'], '12 12 20'],
    ['majority', ['Wire 12', 'Echo+police+mayor 20'], '12 12 20'],
    ['majority', ['Wire+army 20', 'Echo+army 20', 'Daily 12'], '12 12 20'],
    ['majority', ['Wire+army 20', 'Echo+police 20', 'Daily 12'], '12 20 20'],
    ['by-source-priority', ['Echo 20', 'Wire+Monitor 8'], '8 8 8'],
    ['by-source-priority', ['Echo 20', 'Daily 7'], '7 7 20'],
    ['by-source-priority', ['Echo 20', 'monitor ..'], '20 20 20'],
    ['range', ['Wire 5', 'Echo 9'], '5 5 9'],
  ] as const)('%s of %j: %s', (name, written, expected) => {
    expect(estimate(name, ...written)).toBe(expected)
  })

  test.each([
    ['at least: a low bound stands for itself', 'Wire 12..', '12 12 12'],
    ['up to: its top, where that alone is told', 'Wire ..50', '50 50 50'],
    ['a range keeps its top', 'Wire 10..15', '10 10 15'],
    ['none told', 'Wire ..', null],
  ])('%s', (_, written, expected) => {
    for (const name of policyNames) expect(estimate(name, written)).toBe(expected)
  })

  test('nobody is confirmed: there is no number, and it is told apart', () => {
    const policy = policyOf('unconfirmed-apart')
    const told = accounts('Echo 20?', 'Daily 9?')
    expect(policy.estimate(told)).toBeNull()
    expect(policy.apart(told)).toEqual(told)
    expect(policyOf('range').apart(told)).toEqual([])
  })
})

describe('other values that disagree', () => {
  const told: Account<string>[] = [
    { value: 'Ost', ...from('Echo'), confirmed: false },
    { value: 'Velat', ...from('Wire'), confirmed: true },
    { value: 'Velat', ...from('Daily'), confirmed: true },
    { value: 'Marn', ...from('Monitor'), confirmed: false },
  ]
  test.each([
    ['lowest', 'Ost'],
    ['range', 'Ost'],
    ['majority', 'Velat'],
    ['by-source-priority', 'Marn'],
    ['unconfirmed-apart', 'Velat'],
  ] as const)('%s: %s', (name, expected) => {
    expect(policyOf(name, priority).choose(told, String)?.value).toBe(expected)
  })

  test('of none, none', () => {
    for (const name of policyNames) expect(policyOf(name).choose([], String)).toBeNull()
  })
})

test('every policy says its rules, and they differ in numbers', () => {
  const rules = policyNames.map(name => policyOf(name).numbers)
  expect(new Set(rules).size).toBe(policyNames.length)
})

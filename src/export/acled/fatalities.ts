import { accountsOf, type Toll, tollKey, tollsOf } from '../accounts.js'
import type { Occurrence, Telling } from '../format.js'
import { type Account, type Policy, sourcesOf } from '../policies.js'

/**
 * ACLED's sizes of words for numbers: "dozens" 12, "tens" 10, "hundreds" 100; what is many 10, and what is some, or not
 * counted at all ("deaths"), 3. "Scores" is taken as tens, "thousands" after the manner of hundreds. Null for words that
 * tell a share ("half"). The first that fits counts.
 */
const sizes: readonly (readonly [words: RegExp, size: number | null])[] = [
  [/\b(half|rest|most|majority|third|quarter)\b/i, null],
  [/\btens of thousands\b/i, 10_000],
  [/\bhundreds of thousands\b/i, 100_000],
  [/\bthousands\b/i, 1000],
  [/\bhundreds\b/i, 100],
  [/\bdozens\b/i, 12],
  [/\b(tens|scores)\b/i, 10],
  [/\b(many|numerous|large|heavy|mass)\b/i, 10],
  [/./, 3],
]

export const acledSize = (words: string): number | null =>
  sizes.find(([found]) => found.test(words))?.[1] ?? null

export interface Fatalities {
  readonly total: number
  /** What the number rests on, for the notes. */
  readonly told: string
}

/**
 * How many were killed, by the policy, with ACLED's sizes for words. "No casualties" tells 0; that nothing is told is 0 to ACLED
 * too, and `told` then says so.
 */
export function acledFatalities(occurrence: Occurrence, policy: Policy): Fatalities {
  const accounts = accountsOf(occurrence, 'harm', deathsOf, tollKey)
  const estimate = policy.estimate(accounts)
  const apart = policy.apart(accounts)
  const beside = apart.length > 0 ? ` Not counted: ${accountsText(apart)}.` : ''
  if (!estimate) return { total: 0, told: `No number of deaths is told.${beside}` }
  const counted = accounts.filter(account => !apart.includes(account))
  const told = new Set(counted.map(({ value }) => tollText(value)))
  const text = told.size > 1 ? `${estimate.best}, of ${accountsText(counted)}` : [...told].join()
  return { total: estimate.best, told: `Killed: ${text}.${beside}` }
}

/** Each number once, with all who tell it. */
function accountsText(accounts: readonly Account<Toll>[]): string {
  const sources = new Map<string, Set<string>>()
  for (const account of accounts) {
    const text = tollText(account.value)
    sources.set(text, new Set([...(sources.get(text) ?? []), ...sourcesOf(account)]))
  }
  return [...sources].map(([text, who]) => `${text} by ${[...who].join(' and ')}`).join('; ')
}

function deathsOf(telling: Telling): Toll[] {
  const killed = tollsOf(telling, 'killed', acledSize)
  const unharmed = tollsOf(telling, 'harmed', () => null).filter(({ high }) => high === 0)
  return killed.length > 0 ? killed : unharmed
}

function tollText({ low, high, vague }: Toll): string {
  const number =
    low === null
      ? high === null
        ? null
        : `at most ${high}`
      : high === null
        ? `at least ${low}`
        : low === high
          ? `${low}`
          : `${low} to ${high}`
  return [number, vague && `“${vague}”`].filter(Boolean).join(' ')
}

/** A total over so many rows: even shares, the remainder to the first. */
export function divided(total: number, rows: number): number[] {
  const share = Math.floor(total / rows)
  return Array.from({ length: rows }, (_, i) => (i === 0 ? total - share * (rows - 1) : share))
}

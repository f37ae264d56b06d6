/** An account of one value: who gives it, and how sure that is. */
export interface Account<T> {
  readonly value: T
  /** The report's outlet, or its name. */
  readonly outlet: string
  /** Who says so there: the holders that the report cites for it; the outlet where it says so itself. */
  readonly voices: readonly string[]
  /** Whether a report says so in its own voice, or two outlets by different voices. */
  readonly confirmed: boolean
}

/** Everybody who stands behind an account. */
export const sourcesOf = ({ outlet, voices }: Account<unknown>): readonly string[] => [
  ...new Set([outlet, ...voices]),
]

/** How many, as one account has it; null where it does not say. */
export interface Bounds {
  readonly low: number | null
  readonly high: number | null
}

/** How many, as a policy has it. Low, best and high are null together. */
export interface Estimate {
  readonly low: number
  readonly best: number
  readonly high: number
}

export const policyNames = ['lowest', 'range', 'majority', 'by-source-priority', 'unconfirmed-apart'] as const
export type PolicyName = (typeof policyNames)[number]

/**
 * How accounts that disagree become one value. The version changes whenever the same accounts could give another value; name
 * and version are written into what is exported.
 */
export interface Policy {
  readonly name: PolicyName
  readonly version: number
  /** Rules, in a sentence each. */
  readonly numbers: string
  readonly others: string
  /** One estimate, or null where no account gives a number. */
  estimate(accounts: readonly Account<Bounds>[]): Estimate | null
  /** One account of those given, which stand in the order in which the codebook prefers them; `key` tells which are the same. */
  choose<T>(accounts: readonly Account<T>[], key: (value: T) => string): Account<T> | null
  /** Accounts that are left out of the estimate and are to be told beside it. */
  apart<T>(accounts: readonly Account<T>[]): readonly Account<T>[]
}

const versions = 2

/** The policy of a name. `priority` lists sources, the first the most trusted; only `by-source-priority` asks for it. */
export function policyOf(name: PolicyName, priority: readonly string[] = []): Policy {
  switch (name) {
    case 'lowest':
      return policy(name, {
        numbers: 'low and best are the lowest number told, high the highest',
        others: 'the codebook’s own preference',
        best: points => Math.min(...points),
      })
    case 'range':
      return policy(name, {
        numbers: 'low is the lowest number told, high the highest, best the middle one (of two, the lower)',
        others: 'the codebook’s own preference',
        best: middle,
      })
    case 'majority':
      return policy(name, {
        numbers:
          'low is the lowest number told, high the highest, best what most sources give (of equals, the lower); two outlets that cite the same voice alone are one source',
        others: 'what most sources tell; of equals, the codebook’s own preference',
        best: (_, accounts) => mostTold(accounts),
        order: (accounts, key) => bySupport(accounts, key),
      })
    case 'by-source-priority':
      return policy(name, {
        numbers: `all of the first source in the list that gives a number (${priority.join('; ') || 'no list given'}); the lowest of it is best`,
        others: 'what the first source in the list tells; of equals, the codebook’s own preference',
        best: points => Math.min(...points),
        counted: accounts => ofFirst(accounts, priority),
        order: accounts => [...accounts].sort((a, b) => rank(a, priority) - rank(b, priority)),
      })
    case 'unconfirmed-apart':
      return policy(name, {
        numbers:
          'as range, over what a report says in its own voice, or two outlets say alike by different voices; what one cited voice alone says is told apart',
        others: 'what is confirmed before what is not; of equals, the codebook’s own preference',
        best: middle,
        counted: confirmedOf,
        order: accounts => [...accounts].sort((a, b) => Number(b.confirmed) - Number(a.confirmed)),
      })
  }
}

interface Rules {
  readonly numbers: string
  readonly others: string
  /** The best of the numbers told, the lowest first; never empty. */
  readonly best: (points: readonly number[], accounts: readonly Account<Bounds>[]) => number
  /** The accounts that count, where not all do. */
  readonly counted?: <T>(accounts: readonly Account<T>[]) => readonly Account<T>[]
  readonly order?: <T>(accounts: readonly Account<T>[], key: (value: T) => string) => readonly Account<T>[]
}

function policy(name: PolicyName, { numbers, others, best, counted, order }: Rules): Policy {
  const count = counted ?? (<T>(accounts: readonly Account<T>[]) => accounts)
  return {
    name,
    version: versions,
    numbers,
    others,
    estimate(accounts) {
      const numbered = count(accounts.filter(({ value }) => pointOf(value) !== null))
      const points = numbered.flatMap(({ value }) => pointOf(value) ?? []).sort((a, b) => a - b)
      const [low] = points
      if (low === undefined) return null
      const high = Math.max(...points, ...numbered.map(({ value }) => value.high ?? 0))
      return { low, best: best(points, numbered), high }
    },
    choose: (accounts, key) => (order ? order(accounts, key) : accounts)[0] ?? null,
    apart: accounts => {
      const kept = new Set(count(accounts))
      return accounts.filter(account => !kept.has(account))
    },
  }
}

/** The one number that an account stands for: its low bound; its high one where that alone is told ("up to 50"). */
const pointOf = ({ low, high }: Bounds): number | null => low ?? high

const middle = (points: readonly number[]): number => points[Math.floor((points.length - 1) / 2)] ?? 0

function mostTold(accounts: readonly Account<Bounds>[]): number {
  const byPoint = [...accounts].sort((a, b) => (pointOf(a.value) ?? 0) - (pointOf(b.value) ?? 0))
  const first = bySupport(byPoint, value => String(pointOf(value)))[0]
  return first ? (pointOf(first.value) ?? 0) : 0
}

/** What more sources tell stands first; among equals the order stays. */
function bySupport<T>(accounts: readonly Account<T>[], key: (value: T) => string): Account<T>[] {
  const support = supportOf(accounts, key)
  return [...accounts].sort((a, b) => support(b.value) - support(a.value))
}

/**
 * Makes the function that counts the independent sources of a value: outlets, but two that cite the same voice alone are one; and
 * a report that cites several is one, since what each of them says of the value is not told apart.
 */
export function supportOf<T>(
  accounts: readonly Account<T>[],
  key: (value: T) => string,
): (value: T) => number {
  const outlets = new Map<string, Set<string>>()
  const voices = new Map<string, Set<string>>()
  for (const { value, outlet, voices: who } of accounts) {
    const name = key(value)
    outlets.set(name, (outlets.get(name) ?? new Set()).add(outlet))
    const known = voices.get(name) ?? new Set()
    for (const voice of who) known.add(voice)
    voices.set(name, known)
  }
  return value => Math.min(outlets.get(key(value))?.size ?? 0, voices.get(key(value))?.size ?? 0)
}

/** Where the most trusted of an account's sources stands in the list; those that are not in it come after all that are. */
function rank(account: Account<unknown>, priority: readonly string[]): number {
  const sources = sourcesOf(account)
  const at = priority.findIndex(name => sources.some(source => source.toLowerCase() === name.toLowerCase()))
  return at < 0 ? priority.length : at
}

function ofFirst<T>(accounts: readonly Account<T>[], priority: readonly string[]): readonly Account<T>[] {
  const first = Math.min(...accounts.map(account => rank(account, priority)))
  return accounts.filter(account => rank(account, priority) === first)
}

const confirmedOf = <T>(accounts: readonly Account<T>[]): readonly Account<T>[] =>
  accounts.filter(({ confirmed }) => confirmed)

import type { HarmValue } from '../../model/values.js'
import type { Account } from '../api.js'
import { countText } from '../value-text.js'
import { countedOf } from './account-key.js'

interface Moves {
  /** Whether a count is more or fewer than the last that the same outlet, or a voice it cites, gave before. */
  since(
    value: unknown,
    outlet: string,
    voices: readonly string[],
    since: string | null,
  ): Pick<Account, 'moved' | 'before'>
  /** Keeps a count, to compare later ones with. */
  keep(value: unknown, outlet: string, voices: readonly string[], since: string | null): void
}

interface Kept {
  readonly harm: HarmValue
  readonly since: string
}

/** The name of whom a report does not name: a hedge cites nobody in particular. */
export const nobody = 'unnamed'

/** Follows the counts of one kind of harm through tellings in order of time. */
export function makeMoves(): Moves {
  const last = new Map<string, Kept>()
  const names = ({ of, cumulative }: HarmValue, outlet: string, voices: readonly string[]): string[] =>
    [...new Set([outlet, ...voices])]
      .filter(name => name !== nobody)
      .map(name => JSON.stringify([name, countedOf(of), cumulative]))
  return {
    since(value, outlet, voices, since) {
      const harm = value as HarmValue
      const before = names(harm, outlet, voices)
        .flatMap(name => last.get(name) ?? [])
        .filter(kept => since !== null && isBefore(kept.since, since))
        .sort((a, b) => (a.since < b.since ? 1 : -1))[0]
      const moved = before && harm.partOf === null ? directionOf(before.harm, harm) : null
      return {
        moved,
        before: moved && before ? (countText(before.harm.low, before.harm.high) ?? before.harm.vague) : null,
      }
    },
    keep(value, outlet, voices, since) {
      const harm = value as HarmValue
      if (since === null || harm.partOf !== null || (harm.low ?? harm.high) === null) return
      for (const name of names(harm, outlet, voices)) last.set(name, { harm, since })
    },
  }
}

/** A day is not after the month that it is in. */
const isBefore = (a: string, b: string): boolean => a < b && !b.startsWith(a)

function directionOf(before: HarmValue, now: HarmValue): Account['moved'] {
  const [was, is] = [before.low ?? before.high, now.low ?? now.high]
  if (was === null || is === null) return null
  if (is !== was) return is > was ? 'up' : 'down'
  const [wasTop, isTop] = [before.high ?? Number.POSITIVE_INFINITY, now.high ?? Number.POSITIVE_INFINITY]
  return isTop > wasTop ? 'up' : isTop < wasTop ? 'down' : 'same'
}

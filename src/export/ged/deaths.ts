import { accountsOf, ownCounts, tollKey, tollsOf } from '../accounts.js'
import type { Occurrence, Telling } from '../format.js'
import type { Estimate, Policy } from '../policies.js'
import { type LeftOut, leftOut } from '../settle.js'
import { victimSide } from '../victims.js'
import type { Dyad } from './sides.js'

export interface Deaths extends Estimate {
  readonly a: number
  readonly b: number
  readonly civilians: number
  readonly unknown: number
}

/**
 * UCDP's low, best and high by the policy. A number must be told, and one of the three be at least 1: UCDP has no sizes for words
 * such as "dozens" here, and a number is not made up.
 */
export function gedEstimate(occurrence: Occurrence, policy: Policy): Estimate | LeftOut {
  const accounts = accountsOf(occurrence, 'harm', telling => tollsOf(telling, 'killed', () => null), tollKey)
  const estimate = policy.estimate(accounts)
  if (!estimate) {
    const told = accounts.length > 0 || occurrence.some(({ event }) => ownCounts(event, 'killed').length > 0)
    return leftOut(told ? 'deaths are told, and how many is not' : 'no death is told')
  }
  return estimate.high < 1 ? leftOut('no death is told') : estimate
}

/** Best by side. */
export function gedDeaths(occurrence: Occurrence, dyad: Dyad, estimate: Estimate): Deaths {
  const parts = mostSorted(occurrence, dyad, estimate.best)
  return { ...estimate, ...parts, unknown: estimate.best - sumOf(parts) }
}

type Parts = Pick<Deaths, 'a' | 'b' | 'civilians'>

const none: Parts = { a: 0, b: 0, civilians: 0 }
const sumOf = ({ a, b, civilians }: Parts): number => a + b + civilians

/**
 * The sides of those killed, of the telling that tells most of them; counts that are part of another are told apart here. Sides
 * that come to more than the total are of an account that the policy did not take.
 */
function mostSorted(occurrence: Occurrence, dyad: Dyad, best: number): Parts {
  return occurrence
    .map(telling => partsOf(telling, dyad))
    .filter(parts => sumOf(parts) <= best)
    .reduce((most, parts) => (sumOf(parts) > sumOf(most) ? parts : most), none)
}

function partsOf({ event }: Telling, { a, b }: Dyad): Parts {
  const parts = { a: 0, b: 0, civilians: 0 }
  const seen = new Set<string>()
  const killed = event.harm.flatMap(({ value }) => {
    const side = value.what === 'killed' && !value.cumulative ? victimSide(event, value.of) : null
    return side === null ? [] : [{ ...value, side }]
  })
  // A part ("including three soldiers") counts where its whole is of no side.
  const wholeIsSorted = killed.some(({ partOf }) => partOf === null)
  for (const { of, low, high, side, partOf } of killed) {
    const number = low ?? high
    if (number === null || seen.has(of ?? '') || (partOf !== null && wholeIsSorted)) continue
    seen.add(of ?? '')
    if (side === 'civilians') parts.civilians += number
    else if (a.kind === side && b.kind !== side) parts.a += number
    else if (b.kind === side && a.kind !== side) parts.b += number
  }
  return parts
}

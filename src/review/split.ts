import type { Claim, ClaimId } from '../model/claim.js'
import type { EventId } from '../model/event.js'
import { asRead } from '../model/recorded.js'
import { eventOfClaims } from '../text/event-of-claims.js'
import { claimId } from '../text/ids.js'
import { overlaps } from '../text/quote.js'
import type { Folding } from './folding.js'
import type { Moved } from './relocate.js'
import { handOver, type Telling, tellingOf } from './telling.js'

/**
 * Takes tellings off an occurrence, or claims off one event of it; returns why not, where it does not. Tellings that are taken
 * off together tell of one other occurrence, and so do claims.
 */
export function splitOff(
  folding: Folding,
  telling: Telling,
  off: readonly (EventId | ClaimId)[],
  seen: readonly Moved[],
): string | null {
  const group = folding.occurrences.of(telling)
  const events = off.filter(id => id.startsWith('event:'))
  const away = group.filter(({ base, formerly }) =>
    events.some(id => base.id === id || formerly.has(id as EventId)),
  )
  const claims = off.filter(id => id.startsWith('claim:'))
  if (events.length > 0) {
    if (away.length === 0) return 'what it takes off is not joined to this event'
    if (away.length === group.length) return 'it takes off all that there is'
    folding.occurrences.split(away)
  }
  return claims.length > 0 ? claimsOff(folding, telling, claims, seen) : null
}

function claimsOff(
  folding: Folding,
  telling: Telling,
  off: readonly string[],
  seen: readonly Moved[],
): string | null {
  const { report } = telling.base
  const all = telling.base.claims.flatMap(id => folding.claims.get(id) ?? [])
  // A claim is named by its trigger, by which another reading's is found.
  const words = seen.flatMap(({ was, now }) => (off.includes(claimId(report, was)) ? now : []))
  const isOff = (claim: Claim): boolean =>
    off.includes(claim.id) || words.some(trigger => overlaps(trigger, claim.trigger))
  const [first, ...others] = all.filter(isOff)
  const [left, ...more] = all.filter(claim => !isOff(claim))
  if (!first) return 'the newest reading has none of the claims that it takes off in this event'
  if (!left) return 'the newest reading has no other claims in this event than those that it takes off'
  const made = (claims: readonly [Claim, ...Claim[]]): Telling => {
    const base = { ...asRead(eventOfClaims(report, claims)), partOf: telling.base.partOf }
    return tellingOf(
      base,
      'read',
      [...new Set([telling.base.id, ...telling.formerly])].filter(id => id !== base.id),
    )
  }
  const [part, rest] = [made([first, ...others]), made([left, ...more])]
  handOver(telling, rest, part)
  const tellings = folding.tellings.get(report)
  tellings?.splice(tellings.indexOf(telling), 1, rest, part)
  folding.occurrences.replace(telling, rest)
  return null
}

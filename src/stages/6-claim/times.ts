import type { Role, Trigger } from '../../model/labels.js'
import type { Sourced } from '../../model/sourced.js'
import type { TimeValue } from '../../model/values.js'
import { compareBreadth } from '../../text/edtf.js'
import { valuesIn } from './values.js'

/** When what a trigger tells happened: the narrowest time first. */
export function timesOf(
  body: string,
  trigger: Trigger,
  roles: readonly Role[],
  times: ReadonlyMap<string, Sourced<TimeValue>>,
): Sourced<TimeValue>[] {
  const told = valuesIn('time', roles, times)
  const of = startsCampaign(body, trigger) ? told.map(openEnded) : told
  return of.sort((a, b) => compareBreadth(a.value, b.value))
}

/** "launched air raids", "began its bombardment": a campaign whose start is told, and no end. */
function startsCampaign(body: string, { quote, kind }: Trigger): boolean {
  const before = body.slice(Math.max(0, quote.start - 60), quote.start)
  const begun = /\b(?:launched|began|begun|started|opened)\s+(?:[\p{L}’'-]+\s+){0,4}$/iu.test(before)
  return (
    begun &&
    (campaigns.has(kind) ? /(?:s|campaign|war|siege|blockade|bombardment)$/i.test(quote.exact) : false)
  )
}

// Kinds whose plural tells of many acts over time, not of one.
const campaigns = new Set([
  'air-strike',
  'drone-strike',
  'shelling',
  'armed-clash',
  'restriction',
  'deployment',
  'protest',
  'strike',
])

/** A single time made the start of a span without an end (codebook section 3). */
function openEnded(time: Sourced<TimeValue>): Sourced<TimeValue> {
  const { edtf } = time.value
  if (edtf === null || edtf.includes('/') || edtf.startsWith('XXXX')) return time
  return {
    ...time,
    value: { ...time.value, edtf: `${edtf}/..`, latest: null },
    basis: { kind: 'implied', by: `${time.basis.by}+time:campaign-start` },
  }
}

import type { Role, Trigger } from '../../model/labels.js'
import type { Sourced } from '../../model/sourced.js'
import type { Span } from '../../model/span.js'
import type { TimeValue } from '../../model/values.js'
import { compareBreadth, edtfBounds } from '../../text/edtf.js'
import { valuesIn } from './values.js'

/** When what a trigger tells happened: the narrowest time first. */
export function timesOf(
  body: string,
  trigger: Trigger,
  roles: readonly Role[],
  times: ReadonlyMap<string, Sourced<TimeValue>>,
): Sourced<TimeValue>[] {
  const begun = startsCampaign(body, trigger)
  return valuesIn('time', roles, times)
    .map(time => bounded(time, edgeOf(body, trigger, time.evidence[0]) ?? (begun ? 'campaign-start' : null)))
    .sort((a, b) => compareBreadth(a.value, b.value))
}

/** Which bound of the event a time is, where the words between them make it one, by the rule's name. */
type Edge = 'campaign-start' | 'since-clause' | 'before-clause' | 'campaign-end'

/**
 * "Since troops entered in 2031, villagers have fled": what stands in the clause of "since" was in 2031, the rest has been
 * ever since. "Before troops entered" likewise bounds the end. Null where the time is not known to be a bound.
 */
function edgeOf(body: string, { quote, kind }: Trigger, time: Span): Edge | null {
  const head = body.slice(Math.max(0, time.start - farthest, time.end - 2 * farthest), time.end)
  const clause = clauseStart.exec(head)
  if (clause) {
    const from = time.end - head.length + clause.index
    const [first, last] = quote.end <= from ? [quote.end, from] : [time.end, quote.start]
    const outside = first <= last && last - first <= farthest && !sentenceEnd.test(body.slice(first, last))
    const within = /^,? (?:when|in which)\b/.test(body.slice(time.end, time.end + 12))
    const another = /\s(?:On|In|At)\s/.test(clause[0])
    if (outside && !within && !another) return /^since/i.test(clause[0]) ? 'since-clause' : 'before-clause'
  }
  const between = body.slice(quote.end, time.start)
  const ended = time.start - quote.end <= farthest && endVerb.test(between) && !sentenceEnd.test(between)
  return ended && lasting.has(kind) ? 'campaign-end' : null
}

/** How far, in characters, a clause reaches. */
const farthest = 160
/** The last "since" or "before" whose clause holds the time: no comma stands between. */
const clauseStart =
  /\b(?:since|before|prior to) (?!(?:then|now)\b)(?:(?!\b(?:since|before|prior to)\b|[,;!?]|\n\s*\n)[\s\S])*$/i
const sentenceEnd = /[.!?]["”’)]*\s+\p{Lu}|\n\s*\n/u
/** "The siege of the town ended three months ago": no other clause stands between. */
const endVerb =
  /^(?:(?!\b(?:and|but|which|that|who|when|where|while|after)\b)[^,;.])*\b(?:ended|collapsed|ceased|came to an end)\s+(?:(?:on|in|at|late|early|the)\s+)*$/i

/** "launched air raids", "began its bombardment": a campaign whose start is told, and no end. */
function startsCampaign(body: string, { quote, kind }: Trigger): boolean {
  const before = body.slice(Math.max(0, quote.start - 60), quote.start)
  const begun = /\b(?:launched|began|begun|started|opened)\s+(?:[\p{L}’'-]+\s+){0,4}$/iu.test(before)
  return begun && campaigns.has(kind) && campaignWord.test(quote.exact)
}

const campaignWord =
  /(?:s|campaign|war|siege|blockade|bombardment|offensive|operation|invasion|advance|insurgency|uprising)$/i

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
/** Kinds that last, so that their end is not their day. */
const lasting = new Set([...campaigns, 'ceasefire'])

/** A single time made one end of a span without the other (codebook section 3). */
function bounded(time: Sourced<TimeValue>, edge: Edge | null): Sourced<TimeValue> {
  const { edtf } = time.value
  if (edge === null || edtf === null || edtf.includes('/')) return time
  const ends = edge === 'before-clause' || edge === 'campaign-end'
  const span = ends ? `../${edtf}` : `${edtf}/..`
  return {
    ...time,
    value: { ...time.value, edtf: span, ...edtfBounds(span) },
    basis: { kind: 'implied', by: `${time.basis.by}+time:${edge}` },
  }
}

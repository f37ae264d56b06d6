import { type RecordedEvent, valueFields } from '../model/recorded.js'
import type { ReportId } from '../model/report.js'
import type { Context, Decision, Review } from '../model/review.js'
import type { Evidence, Quote } from '../model/span.js'
import { contains, holds, quoteAt } from '../text/quote.js'

/** Bodies by report: those of the newest readings. */
export type Bodies = ReadonlyMap<ReportId, string>

/** Words as they were seen, and where the newest body has them. */
export interface Moved {
  readonly was: Quote
  readonly now: Quote
}

/** A decision with its words where the newest readings' bodies have them. */
export interface Located {
  readonly review: Review
  /** Its event's triggers that the body has; none where it is another text. */
  readonly triggers: readonly Moved[]
  /** The events that a merge joins to it, likewise. */
  readonly merged: readonly { readonly on: RecordedEvent; readonly triggers: readonly Moved[] }[]
}

/** How many characters before and after a quote are looked at. */
const reach = 80

/** Finds the words of a decision in the newest bodies; values whose words are not there have none. */
export function locate(review: Review, bodies: Bodies): Located {
  const { context = [] } = review
  const finderFor = (report: ReportId) => (quote: Quote) =>
    findQuote(
      quote,
      bodies.get(report) ?? '',
      context.filter(one => one.report === report),
    )
  const find = finderFor(review.report)
  const on = locateEvent(review.on, find)
  const joined = review.decision.kind === 'merge' ? review.decision.with : []
  return {
    review: {
      ...review,
      on: on.on,
      value: review.value && { ...review.value, evidence: locateEvidence(review.value.evidence, find) },
      decision: locateDecision(review.decision, find),
    },
    triggers: on.triggers,
    merged: joined.map(event => locateEvent(event, finderFor(event.report))),
  }
}

type Find = (quote: Quote) => Quote | null

function locateDecision(decision: Decision, find: Find): Decision {
  if (decision.kind !== 'correct') return decision
  return { ...decision, to: { ...decision.to, evidence: locateEvidence(decision.to.evidence, find) } }
}

function locateEvidence(evidence: Evidence | null, find: Find): Evidence | null {
  const [first, ...rest] = (evidence ?? []).flatMap(quote => find(quote) ?? [])
  return first ? [first, ...rest] : null
}

function locateEvent(event: RecordedEvent, find: Find): Located['merged'][number] {
  const moved = <T extends { readonly evidence: Evidence | null }>(value: T): T => ({
    ...value,
    evidence: locateEvidence(value.evidence, find),
  })
  const triggers = event.triggers.flatMap(was => {
    const now = find(was)
    return now ? [{ was, now }] : []
  })
  const [first, ...rest] = triggers.map(({ now }) => now)
  return {
    on: {
      ...event,
      triggers: first ? [first, ...rest] : event.triggers,
      kind: moved(event.kind),
      status: moved(event.status),
      when: event.when.map(moved),
      where: event.where.map(moved),
      initiators: event.initiators.map(moved),
      targets: event.targets.map(moved),
      means: event.means.map(moved),
      harm: event.harm.map(moved),
      said: event.said.map(moved),
    },
    triggers,
  }
}

/** The quote itself where the body says the same there; else the one place with the same words among the same neighbours. */
export function findQuote(quote: Quote, body: string, context: readonly Quote[]): Quote | null {
  if (holds(body, quote)) return quote
  const around = context.find(stretch => contains(stretch, quote))
  if (!around) return null
  const [before, after] = neighbours(around.exact, quote.start - around.start, quote.end - around.start)
  const places: { readonly at: number; readonly alike: number }[] = []
  for (let at = body.indexOf(quote.exact); at >= 0; at = body.indexOf(quote.exact, at + 1)) {
    const [left, right] = neighbours(body, at, at + quote.exact.length)
    const [x, y] = [alike(before, left), alike(after, right)]
    if (x > 0 && y > 0) places.push({ at, alike: x + y })
  }
  const most = Math.max(...places.map(place => place.alike))
  const [found, second] = places.filter(place => place.alike === most)
  return found && !second ? quoteAt(body, { start: found.at, end: found.at + quote.exact.length }) : null
}

/** The words before a stretch, the nearest first, and those after it. */
function neighbours(text: string, start: number, end: number): readonly [string[], string[]] {
  const words = (part: string): string[] => part.match(/[\p{L}\p{N}]+/gu) ?? []
  return [words(text.slice(Math.max(0, start - reach), start)).reverse(), words(text.slice(end, end + reach))]
}

/** How many neighbours are the same before one is not; where the text ends there, nothing speaks against it. */
function alike(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 1
  const other = a.findIndex((word, i) => word !== b[i])
  return other < 0 ? a.length : other
}

/** The stretches of a body that the words of an event stand in. */
export function contextOf(
  events: readonly RecordedEvent[],
  bodies: Bodies,
  more: readonly Quote[] = [],
): Context[] {
  const [first] = events
  return events.flatMap(event => {
    const body = bodies.get(event.report)
    if (body === undefined) return []
    const quotes = [
      ...event.triggers,
      ...valueFields.flatMap(field => [event[field]].flat()).flatMap(({ evidence }) => evidence ?? []),
      ...(event === first ? more : []),
    ].sort((a, b) => a.start - b.start)
    const stretches: { start: number; end: number }[] = []
    for (const { start, end } of quotes) {
      const [from, to] = [Math.max(0, start - reach), Math.min(body.length, end + reach)]
      const last = stretches.at(-1)
      if (last && from <= last.end) last.end = Math.max(last.end, to)
      else stretches.push({ start: from, end: to })
    }
    return stretches.map(stretch => ({ report: event.report, ...quoteAt(body, stretch) }))
  })
}

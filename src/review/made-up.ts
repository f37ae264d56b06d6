import type { Claim } from '../model/claim.js'
import type { RecordedEvent, ValueField } from '../model/recorded.js'
import type { Report } from '../model/report.js'
import type { Decision, Review } from '../model/review.js'
import type { Evidence } from '../model/span.js'
import type { EventKind } from '../model/vocabulary.js'
import type { Reviewable } from '../ports/review.js'
import { eventOfClaims } from '../text/event-of-claims.js'
import { claimId, reportId, reviewId, snapshotId } from '../text/ids.js'
import { quoteAt } from '../text/quote.js'

/** A claim of a made-up report: its trigger, and the words of its values. */
export interface MadeUpClaim {
  readonly trigger: string
  readonly kind?: EventKind
  readonly status?: Claim['status']['value']
  readonly by?: string
  readonly at?: string
  readonly killed?: number
  readonly score?: number
}

/** A made-up report as a version of the reader reads it, to try decisions with: each inner list is one event's claims. */
export function madeUpReading(
  body: string,
  events: readonly (readonly [MadeUpClaim, ...MadeUpClaim[]])[],
  name = body,
): Reviewable {
  const snapshot = snapshotId(new TextEncoder().encode(name))
  const report: Report = {
    id: reportId(snapshot),
    snapshot,
    name: 'made-up',
    body,
    outlet: null,
    headline: null,
    published: null,
    regions: [],
  }
  const groups = events.map(([first, ...rest]) => {
    return [claimOf(report, first), ...rest.map(one => claimOf(report, one))] as const
  })
  return { report, claims: groups.flat(), events: groups.map(group => eventOfClaims(report.id, group)) }
}

/** The words in a body, where they stand first. */
export function wordsIn({ body }: Pick<Report, 'body'>, words: string): Evidence {
  const start = body.indexOf(words)
  return [quoteAt(body, { start, end: start + words.length })]
}

function claimOf(report: Report, made: MadeUpClaim): Claim {
  const [trigger] = wordsIn(report, made.trigger)
  const from = <T>(value: T, words = made.trigger) => ({
    value,
    basis: { kind: 'stated' as const, by: 'made-up' },
    evidence: wordsIn(report, words),
    score: made.score ?? null,
  })
  const { by, at, killed } = made
  const actor = { type: 'unknown', certainty: 'stated', registry: null } as const
  const count = { vague: null, cumulative: false, partOf: null, of: null, what: 'killed' } as const
  return {
    id: claimId(report.id, trigger),
    report: report.id,
    trigger,
    holder: { kind: 'report' },
    kind: from(made.kind ?? 'attack'),
    status: from(made.status ?? 'asserted'),
    when: [],
    where: at ? [from({ name: at, country: null, level: 'town', known: null } as const, at)] : [],
    initiators: by ? [from({ name: by, ...actor }, by)] : [],
    targets: [],
    means: [],
    harm: killed === undefined ? [] : [from({ low: killed, high: killed, ...count }, String(killed))],
    said: [],
  }
}

/** What a decision says besides what it is on: the reviewer (Ada), the minute at which it was taken. */
export interface Taken {
  readonly reviewer?: string
  readonly minute?: number
  readonly blind?: boolean
  readonly context?: Review['context']
}

/** A decision on an event as it was seen. */
export function decisionOn(
  on: RecordedEvent,
  decision: Decision,
  taken: Taken = {},
  value: Review['value'] = null,
): Review {
  const { reviewer = 'Ada', minute = 0, blind = false, context } = taken
  const at = `2031-03-08T09:${String(minute).padStart(2, '0')}:00Z`
  const review = {
    reviewer,
    at,
    blind,
    report: on.report,
    event: on.id,
    on,
    ...(context && { context }),
    value,
    decision,
    note: '',
  }
  return { ...review, id: reviewId(review) }
}

/** A value of an event as a reviewer sees it: the first of its field, or the one so far on. */
export function seenIn(on: RecordedEvent, field: ValueField, nth = 0): NonNullable<Review['value']> {
  const value = [on[field]].flat()[nth]
  if (!value) throw new Error(`no ${field} ${nth}`)
  return { field, value: value.value as NonNullable<Review['value']>['value'], evidence: value.evidence }
}

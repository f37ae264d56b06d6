import type { Claim, ClaimId } from '../model/claim.js'
import type { EventId } from '../model/event.js'
import { asRead, type RecordedEvent } from '../model/recorded.js'
import type { ReportId } from '../model/report.js'
import type { Review } from '../model/review.js'
import type { LooseReview, Reviewable } from '../ports/review.js'
import { Occurrences } from './occurrences.js'
import { type FoundTelling, findTelling } from './re-attach.js'
import type { Moved } from './relocate.js'
import { type Telling, tellingOf } from './telling.js'

/** What is there while decisions are folded, one after the other. */
export interface Folding {
  readonly bodies: ReadonlyMap<ReportId, string>
  /** In order of the reading; what no reading tells after that. */
  readonly tellings: ReadonlyMap<ReportId, Telling[]>
  readonly claims: ReadonlyMap<ClaimId, Claim>
  readonly occurrences: Occurrences
  /** What can be told to be loose at once. */
  readonly loose: LooseReview[]
}

export function begin(readings: readonly Reviewable[]): Folding {
  const inOrder = [...readings].sort((a, b) => (a.report.id < b.report.id ? -1 : 1))
  return {
    bodies: new Map(inOrder.map(({ report }) => [report.id, report.body])),
    tellings: new Map(
      inOrder.map(({ report, events }) => [report.id, events.map(event => tellingOf(asRead(event), 'read'))]),
    ),
    claims: new Map(inOrder.flatMap(({ claims }) => claims.map(claim => [claim.id, claim] as const))),
    occurrences: new Occurrences(),
    loose: [],
  }
}

/** What became of an event that was seen, which is known by that id from now on; null where nothing tells it. */
export function meet(folding: Folding, seen: RecordedEvent, triggers: readonly Moved[]): FoundTelling | null {
  const found = findTelling(folding.tellings.get(seen.report) ?? [], seen, triggers)
  if (found && found.telling.base.id !== seen.id) found.telling.formerly.add(seen.id)
  return found
}

/** Puts an event in the record that no reading tells. */
export function bring(folding: Folding, base: RecordedEvent, origin: 'added' | 'kept'): Telling {
  const telling = tellingOf(base, origin)
  folding.tellings.get(base.report)?.push(telling)
  return telling
}

/** An event, and what was split from it. */
export function withParts(folding: Folding, telling: Telling, id: EventId): readonly [Telling, ...Telling[]] {
  const parts = folding.tellings.get(telling.base.report) ?? []
  return [telling, ...parts.filter(one => one !== telling && one.isPart && one.formerly.has(id))]
}

export function tellLoose(folding: Folding, review: Review, event: EventId | null, because: string): void {
  folding.loose.push({ review: review.id, event, because })
}

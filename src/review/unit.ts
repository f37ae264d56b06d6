import type { EventId } from '../model/event.js'
import type { ValueField } from '../model/recorded.js'
import type { ReportId } from '../model/report.js'
import type { SeenValue } from '../model/review.js'
import type { Coefficient } from './coefficients.js'

/** What two reviewers made of one thing that was read, each without sight of the other. */
export interface Unit {
  readonly report: ReportId
  readonly event: EventId
  /** `occurrence`: whether the event tells of one occurrence with `other`. */
  readonly slot: 'event' | 'occurrence' | ValueField
  /** As it was read; the event's trigger; of an occurrence, the other event's; or a value that was missed, by one of them at least. */
  readonly read: string
  /** What each made of it, for people: `kept`, `rejected`, `accepted`, `joined`, `apart`, a value. */
  readonly made: readonly [string, string]
  /** The value that was read, and the one that each has there; null where there is none, or it is no value. */
  readonly value: SeenValue | null
  readonly values: readonly [SeenValue | null, SeenValue | null]
  readonly other: EventId | null
  /** Who settled it: decided on it since, with sight of both. */
  readonly settledBy: string | null
  /** Of counts that both keep: the number of each. */
  readonly counts: readonly [number, number] | null
  /** Of a value that was missed: it is none of what was read, and no coefficient counts it. */
  readonly wasMissed: boolean
}

export interface SlotAgreement {
  /** `counts`: the numbers of harm, by how far they are apart. */
  readonly slot: Unit['slot'] | 'counts'
  readonly units: number
  readonly agreed: number
  /** None of `counts`, which are no categories. */
  readonly kappa: Coefficient
  readonly alpha: Coefficient
}

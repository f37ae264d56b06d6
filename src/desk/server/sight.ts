import type { ReportId } from '../../model/report.js'
import type { Review } from '../../model/review.js'
import { isKnownAs, ownRecord } from '../../own-record.js'
import {
  type EventFilter,
  type EventPage,
  type FoundEvent,
  type LooseReview,
  type PageOptions,
  type StoredEvent,
  tellingsOf,
} from '../../ports.js'
import { foldReviews } from '../../review/index.js'
import { compareBounds } from '../../text/edtf.js'
import type { Seat } from '../api.js'
import type { DeskRecord } from './record.js'

export type Standing = StoredEvent & Pick<FoundEvent, 'standing'>

/** The record as one reviewer may see it. */
export interface Sight {
  page(filter: EventFilter, options: PageOptions): Promise<EventPage>
  events(filter: EventFilter): AsyncIterable<StoredEvent>
  /** The occurrence that an event tells of; null where there is none. */
  event(id: string): Promise<Standing | null>
  /** Every occurrence that a report tells of. */
  ofReport(report: string): Promise<readonly StoredEvent[]>
  /** The decisions on an occurrence that may be seen, and what of them no longer fits what is read now. */
  decisions(event: StoredEvent): Promise<Decisions>
}

export interface Decisions {
  readonly reviews: readonly Review[]
  readonly loose: readonly LooseReview[]
}

/** @param seat a reviewer who is blind sees the record as their own decisions alone make it */
export function sightOf(record: DeskRecord, { reviewer, blind }: Seat): Sight {
  return blind && reviewer ? blindSight(record, reviewer) : openSight(record)
}

function openSight({ store }: DeskRecord): Sight {
  return {
    page: (filter, options) => store.page(filter, options),
    events: filter => store.events(filter),
    async event(id) {
      const [found, another] = await store.event(id)
      return found && !another ? found : null
    },
    ofReport: report => collect(store.events({ report })),
    async decisions({ event, report }) {
      const { readings, reviews } = await store.reviewable(report.id)
      return { reviews: await store.reviews(event.id), loose: foldReviews(readings, reviews).loose }
    },
  }
}

/**
 * What others decided shows nowhere, so that lists are made here and not by the store. The filter then chooses reports: by what it
 * finds in the record, and of the reports that anybody decided on, all.
 */
function blindSight({ store }: DeskRecord, reviewer: string): Sight {
  const seen = async (report: ReportId): Promise<readonly StoredEvent[]> =>
    (await ownRecord(store, reviewer, report)).occurrences
  async function all({ review, ...filter }: EventFilter): Promise<StoredEvent[]> {
    const reports = new Set<ReportId>()
    for await (const { report } of store.events(filter)) reports.add(report.id)
    if (filter.report === undefined) for await (const { report } of store.allReviews()) reports.add(report)
    const found = new Map<string, StoredEvent>()
    for (const report of reports) for (const one of await seen(report)) found.set(one.event.id, one)
    const isOpen = (one: StoredEvent): boolean => tellingsOf(one).some(({ event }) => event.decided === null)
    return [...found.values()].filter(one => review === undefined || isOpen(one) === (review === 'undecided'))
  }
  const event: Sight['event'] = async id => {
    for (const { asked, report } of await store.event(id)) {
      const one = (await seen(report.id)).find(each =>
        tellingsOf(each).some(({ event }) => isKnownAs(event, asked)),
      )
      if (one) return { ...one, standing: 'recorded' }
    }
    return null
  }
  return {
    async page(filter, { after = null, limit = 50 }) {
      const events = (await all(filter)).toSorted(chronicle)
      const from = Number(after ?? 0)
      const next = from + limit < events.length ? String(from + limit) : null
      return { events: events.slice(from, from + limit), next }
    },
    async *events(filter) {
      yield* (await all(filter)).toSorted(chronicle)
    },
    event,
    async ofReport(report) {
      return report.startsWith('report:') ? seen(report as ReportId) : []
    },
    async decisions({ event: { id }, report }) {
      const reviews = (await store.reviews(id)).filter(review => review.reviewer === reviewer)
      return { reviews, loose: (await ownRecord(store, reviewer, report.id)).loose }
    },
  }
}

const none = { earliest: null, latest: null }
function chronicle(a: StoredEvent, b: StoredEvent): number {
  const order = compareBounds(a.event.when[0]?.value ?? none, b.event.when[0]?.value ?? none)
  return order || (a.event.id < b.event.id ? -1 : 1)
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

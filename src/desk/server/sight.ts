import type { Review } from '../../model/review.js'
import { ownRecord } from '../../own-record.js'
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
import { isKnownAs } from '../../text/known-as.js'
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

/** What others decided shows nowhere, nor does it choose or order anything. */
function blindSight({ store }: DeskRecord, reviewer: string): Sight {
  const own = store.own(reviewer)
  const event: Sight['event'] = async id => {
    for (const found of await store.event(id)) {
      for (const report of new Set(tellingsOf(found).map(telling => telling.report.id))) {
        for await (const one of own.events({ report })) {
          if (tellingsOf(one).some(({ event }) => isKnownAs(event, found.asked)))
            return { ...one, standing: 'recorded' }
        }
      }
    }
    return null
  }
  return {
    page: (filter, options) => own.page(filter, options),
    events: filter => own.events(filter),
    event,
    ofReport: report => collect(own.events({ report })),
    async decisions({ event: { id }, report }) {
      const reviews = (await store.reviews(id)).filter(review => review.reviewer === reviewer)
      return { reviews, loose: (await ownRecord(store, reviewer, report.id)).loose }
    },
  }
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

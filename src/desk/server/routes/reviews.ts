import { Hono } from 'hono'
import { InputFault } from '../../../model/input-fault.js'
import type { RecordedEvent, ReviewId } from '../../../model/recorded.js'
import type { Review } from '../../../model/review.js'
import { type Store, type StoredTelling, tellingsOf } from '../../../ports.js'
import { isSameValue, missedEvent, seenAt, takeDecision } from '../../../review/index.js'
import { type ReviewAnswer, ReviewRequest, Seat, seenOf } from '../../api.js'
import { asked, noEvent, noReport, Refusal } from '../answers.js'
import { detailOf } from '../detail.js'
import { personFinder } from '../persons.js'
import type { DeskRecord } from '../record.js'
import { type Sight, sightOf } from '../sight.js'

/** Decisions, as they are taken. */
export function reviewRoutes(record: DeskRecord): Hono {
  return new Hono().post('/reviews', async c => {
    const seat = asked(Seat, c.req.query())
    const request = asked(ReviewRequest, await c.req.json().catch(() => null))
    const sight = sightOf(record, seat)
    const review = await decisionOf(record, sight, request, seat)
    await record.store.appendReview(review)
    const became = await sight.event(review.event)
    return c.json({
      review: review.id,
      event: became && (await detailOf(sight, became, personFinder(record))),
    } satisfies ReviewAnswer)
  })
}

async function decisionOf(
  record: DeskRecord,
  sight: Sight,
  request: ReviewRequest,
  { reviewer = '', blind = false }: Seat,
): Promise<Review> {
  const { at, note, decision } = request
  const sent = await alreadySent(record, reviewer, request)
  if (sent) return sent
  const by = { reviewer, at, blind, note }
  try {
    switch (decision.kind) {
      case 'add': {
        // A report of which nothing was read is where an event was missed most.
        const { readings } = await record.store.reviewable(decision.report)
        const report = readings.find(reading => reading.report.id === decision.report)?.report
        if (!report) throw noReport(decision.report)
        const on = missedEvent(report, decision.eventKind, 'asserted', decision.words)
        const bodies = new Map([[report.id, report.body]])
        return takeDecision({ ...by, on, path: null, decision: { kind: 'add' } }, bodies)
      }
      case 'undo': {
        const undone = await ownReview(record, decision.review, reviewer)
        return takeDecision({ ...by, on: undone.on, path: null, decision }, new Map())
      }
      default:
        return await onEvent(record, sight, request, by)
    }
  } catch (error) {
    if (!(error instanceof InputFault)) throw error
    const { code, message, help, part } = error
    throw new Refusal(422, { code, message, help, ...(part && { field: part }) })
  }
}

/** A decision on what is in the record, provided that it is what the page showed. */
async function onEvent(
  record: DeskRecord,
  sight: Sight,
  { event, path, saw, seen, decision }: ReviewRequest,
  by: Pick<Review, 'reviewer' | 'at' | 'blind' | 'note'>,
): Promise<Review> {
  const id = event ?? ''
  const telling = await tellingOf(sight, id)
  const place = saw === null || path === null ? path : placeOf(telling.event, path, saw)
  const isTold = path !== null || !(decision.kind === 'note' || decision.kind === 'correct')
  const shown = place === null ? telling.event : recordedAt(telling.event, place)
  if (isTold && decision.kind !== 'note' && seenOf(shown) !== seen) throw changed(telling.event)
  const all = new Map([[telling.report.id, telling.report.body]])
  if (decision.kind === 'merge') {
    const others = await Promise.all(decision.with.map(one => tellingOf(sight, one)))
    for (const { report } of others) all.set(report.id, report.body)
    const merge = { kind: 'merge', with: others.map(other => other.event) } as const
    return takeDecision({ ...by, on: telling.event, path: null, decision: merge }, all)
  }
  const taken =
    decision.kind === 'split'
      ? { kind: 'split' as const, off: decision.off as `event:${string}`[] }
      : (decision as Exclude<typeof decision, { kind: 'add' | 'merge' | 'split' }>)
  const { gazetteer, actors } = record
  return takeDecision({ ...by, on: telling.event, path: place, decision: taken }, all, { gazetteer, actors })
}

async function tellingOf(sight: Sight, id: string): Promise<StoredTelling> {
  const found = await sight.event(id)
  if (!found) throw noEvent(id)
  return tellingsOf(found).find(({ event }) => event.id === id) ?? found
}

/** Where the value that the page showed stands now. */
function placeOf(event: RecordedEvent, path: string, saw: NonNullable<ReviewRequest['saw']>): string {
  const held = [event[saw.field]].flat()
  const at = held.findIndex(
    ({ value, evidence }) =>
      isSameValue(saw.field, value, saw.value) && JSON.stringify(evidence) === JSON.stringify(saw.evidence),
  )
  if (at < 0) throw changed(event)
  return path.includes('.') ? `${saw.field}.${at}` : saw.field
}

function recordedAt(event: RecordedEvent, path: string) {
  const { field } = seenAt(event, path)
  const told = [event[field]].flat()[Number(path.split('.')[1] ?? 0)]
  return told ?? { decided: null }
}

const changed = (event: RecordedEvent): Refusal =>
  new Refusal(409, {
    code: 'changed',
    message: `Somebody decided on this meanwhile (${event.id}).`,
    help: 'Look at it as it is now, and decide again.',
  })

async function ownReview({ store }: DeskRecord, id: ReviewId, reviewer: string): Promise<Review> {
  const review = await reviewOf(store, id)
  if (review?.reviewer === reviewer) return review
  if (review)
    throw new Refusal(422, {
      code: 'not-own',
      message: `${review.reviewer} took this decision.`,
      help: 'Decide otherwise under your own name: the last decision counts.',
    })
  throw new Refusal(404, {
    code: 'no-review',
    message: `No decision ${id} is kept.`,
    help: 'It may never have been saved.',
  })
}

const reviewOf = async (store: Store, id: ReviewId): Promise<Review | undefined> =>
  (await store.reviewsNamed(id)).find(review => review.id === id)

/** The decision of this reviewer at this instant, if it is kept already: the answer to it was lost. */
async function alreadySent(
  { store }: DeskRecord,
  reviewer: string,
  request: ReviewRequest,
): Promise<Review | undefined> {
  const { at, decision } = request
  const kept = await decisionsBeside(store, request)
  return kept.find(
    review => review.reviewer === reviewer && review.at === at && review.decision.kind === decision.kind,
  )
}

/** The decisions among which a request's own stands, once it is kept. */
async function decisionsBeside(store: Store, { event, decision }: ReviewRequest): Promise<readonly Review[]> {
  if (event !== null) return store.reviews(event)
  if (decision.kind === 'add') return (await store.reviewable(decision.report)).reviews
  const undone = decision.kind === 'undo' ? await reviewOf(store, decision.review) : undefined
  return undone ? store.reviews(undone.on.id) : []
}

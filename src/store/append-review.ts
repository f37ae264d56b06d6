import type { Kysely } from 'kysely'
import { Review } from '../model/review.js'
import type { Quote } from '../model/span.js'
import type { LogLine, ReviewRules } from '../ports.js'
import { reviewId } from '../text/ids.js'
import { contains, holds } from '../text/quote.js'
import { appendLines } from './custody.js'
import { publish } from './published.js'
import { quotesIn } from './quotes.js'
import { reviewRow, subjectRows } from './review-rows.js'
import { StoreError } from './store-error.js'
import type { Tables } from './tables.js'

/**
 * Keeps a decision with its line in the log and the record that it makes; within a transaction that alone adds to the record.
 * Returns whether it was not there yet.
 * @throws StoreError `unknown-event`, `unknown-review`, `bad-review`
 */
export async function appendReview(
  tx: Kysely<Tables>,
  rules: ReviewRules,
  given: Review,
  by: Pick<LogLine, 'at' | 'who'>,
): Promise<boolean> {
  const review = Review.parse(given)
  if (review.id !== reviewId(review)) throw badReview(review, 'its id is not that of what it says')
  const row = reviewRow(review)
  const there = await tx.selectFrom('reviews').select('seq').where('id', '=', row.id).executeTakeFirst()
  if (there) return false
  const isKnown = await knows(tx, review)
  await requireWords(tx, review)
  await requireUndone(tx, review)
  const { seq } = await tx.insertInto('reviews').values(row).returning('seq').executeTakeFirstOrThrow()
  await tx.insertInto('review_subjects').values(subjectRows(review, seq)).execute()
  const [line] = await appendLines(tx, [{ what: 'review', subject: row.id, digest: row.sha256 }], by)
  if (!line) throw new Error('invariant broken: a line that was appended is not there')
  const { loose } = await publish(tx, rules, [review.report], line.seq)
  // Taken elsewhere, on what another version read: it is good here where its words lead to an event.
  const bears = isKnown || !loose.some(one => one.review === seq && one.event === null)
  if (!bears) throw unknownEvent(`no event ${review.event} is kept, nor one that is told by its words`)
  return true
}

/** Whether the event was ever here. What is added is made by the decision; what only notes or undoes needs one to be about. */
async function knows(tx: Kysely<Tables>, { event, report, decision }: Review): Promise<boolean> {
  const telling = await tx
    .selectFrom('readings')
    .select('seq')
    .where('report', '=', report)
    .executeTakeFirst()
  if (!telling) throw unknownEvent(`no ${report} is kept, which ${event} is of`)
  if (decision.kind === 'add') return true
  const [read, decided] = [
    await tx.selectFrom('events').select('id').where('id', '=', event).executeTakeFirst(),
    await tx.selectFrom('review_subjects').select('review').where('subject', '=', event).executeTakeFirst(),
  ]
  if (read || decided) return true
  if (decision.kind === 'note' || decision.kind === 'undo') throw unknownEvent(`no event ${event} is kept`)
  return false
}

/** Words of a decision stand in a text that is kept of their report, or in one that the decision brings along. */
async function requireWords(tx: Kysely<Tables>, review: Review): Promise<void> {
  const { on, value, decision, context = [] } = review
  const merged = decision.kind === 'merge' ? decision.with : []
  const set = decision.kind === 'correct' ? decision.to : null
  for (const event of [on, ...merged]) {
    const said = event === on ? { on, value, set } : event
    const texts = await tx
      .selectFrom('bodies')
      .select('text')
      .where('sha256', 'in', eb =>
        eb.selectFrom('readings').select('body').where('report', '=', event.report),
      )
      .execute()
    const around = context.filter(({ report }) => report === event.report)
    const quotes = quotesIn(said).map(({ quote }) => quote)
    if (texts.some(({ text }) => quotes.every(quote => holds(text, quote)))) continue
    const lost = quotes.find(quote => !around.some(stretch => saysWithin(stretch, quote)))
    if (lost) throw badReview(review, `no text of ${event.report} says “${lost.exact}” at ${lost.start}`)
  }
}

const saysWithin = (stretch: Quote, quote: Quote): boolean =>
  contains(stretch, quote) &&
  stretch.exact.slice(quote.start - stretch.start, quote.end - stretch.start) === quote.exact

async function requireUndone(tx: Kysely<Tables>, { decision }: Review): Promise<void> {
  if (decision.kind !== 'undo') return
  const undone = await tx
    .selectFrom('reviews')
    .select('seq')
    .where('id', '=', decision.review)
    .executeTakeFirst()
  if (undone) return
  throw new StoreError({
    code: 'unknown-review',
    message: `no decision ${decision.review} is kept, so that it cannot be undone`,
    help: 'herodotus log lists the decisions that are kept, with their ids',
  })
}

const unknownEvent = (message: string): StoreError =>
  new StoreError({
    code: 'unknown-event',
    message: `${message}, so that it cannot be reviewed`,
    help: 'herodotus show lists the events that are kept, with their ids',
  })

const badReview = ({ id }: Review, message: string): StoreError =>
  new StoreError({
    code: 'bad-review',
    message: `${id} was not kept: ${message}`,
    help: 'decisions are made by herodotus review or at the desk; a file of them must be as it was exported',
  })

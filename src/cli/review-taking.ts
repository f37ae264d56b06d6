import { userInfo } from 'node:os'
import { loadActors, loadGazetteer } from '../gazetteer/index.js'
import { InputFault } from '../model/input-fault.js'
import type { RecordedEvent } from '../model/recorded.js'
import type { Report } from '../model/report.js'
import type { Review } from '../model/review.js'
import { openRecord } from '../open-record.js'
import { type Store, tellingsOf } from '../ports.js'
import { type AskedDecision, historyOf, type Known, takeDecision, urgencyOf } from '../review/index.js'
import { openPlaces, StoreError } from '../store/index.js'
import type { ExitCode } from './exit-codes.js'
import type { Output } from './output.js'
import type { ReviewOptions } from './review-flags.js'
import type { Seat } from './review-sight.js'
import { counted, oneLine } from './terminal.js'

/** Somebody who decides. */
export interface Sitting extends Seat {
  readonly note: string
  readonly json: boolean
  readonly output: Output
  /** What values are completed from: places and actors, the user's own among them. */
  known(): Promise<Known>
}

/** Opens the record for somebody who decides. */
export async function sitting(
  { as, note = '', blind, json, db }: ReviewOptions,
  output: Output,
  work: (sitting: Sitting) => Promise<ExitCode>,
): Promise<ExitCode> {
  const reviewer = reviewerNamed(as)
  await requireThere(db)
  const store = await openRecord(db)
  const places = await openPlaces(db)
  try {
    await greet(store, reviewer, as === undefined, output)
    const known = async (): Promise<Known> => ({
      gazetteer: loadGazetteer(places),
      actors: loadActors(await store.actors()),
    })
    return await work({
      store,
      reviewer,
      blind: blind === true,
      note,
      json: json === true,
      output,
      known,
    })
  } finally {
    await places.close()
    await store.close()
  }
}

/** Deciding makes no database: there is nothing to decide on in a new one. */
async function requireThere(db: string): Promise<void> {
  try {
    await (await openRecord(db, { mode: 'read' })).close()
  } catch (error) {
    // What else is wrong is told when it is opened to be written, which also mends what can be.
    if (error instanceof StoreError && error.isNothingThere) throw error
  }
}

/** @throws InputFault `no-reviewer` where nobody is named, and the system's user has no name either */
export function reviewerNamed(as: string | undefined): string {
  const name = (as ?? systemUser()).trim()
  if (name !== '') return name
  throw new InputFault({
    code: 'no-reviewer',
    source: '--as',
    message: 'nobody is named who decides',
    help: 'give --as NAME, or set HERODOTUS_REVIEWER',
  })
}

function systemUser(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}

/** A name that is mistyped would be another reviewer: the first time, it is said. */
async function greet(store: Store, reviewer: string, isUser: boolean, output: Output): Promise<void> {
  if ((await store.reviewers()).includes(reviewer)) return
  const other = isUser ? ', the system’s user (--as NAME or HERODOTUS_REVIEWER names another)' : ''
  output.tell(`deciding as ${oneLine(reviewer)}${other}, who has decided nothing here before`)
}

/** Takes a decision on an event or a value of it and keeps it. `reports`: those of its event, and of what it is merged with. */
export async function decide(
  sitting: Sitting,
  on: RecordedEvent,
  path: string | null,
  decision: AskedDecision,
  reports: readonly Report[],
): Promise<Review> {
  const { store, reviewer, blind, note } = sitting
  const at = await nextInstant(store, on)
  const bodies = new Map(reports.map(report => [report.id, report.body]))
  const known = decision.kind === 'correct' ? await sitting.known() : {}
  const review = takeDecision({ reviewer, at, blind, on, path, decision, note }, bodies, known)
  await store.appendReview(review)
  return review
}

/** A decision comes after those that its reviewer saw, whatever the clocks of the machines that they were taken on say. */
async function nextInstant(store: Store, { id }: RecordedEvent): Promise<string> {
  const taken = (await store.reviews(id)).map(({ at }) => Date.parse(at) + 1)
  return new Date(Math.max(Date.now(), ...taken)).toISOString()
}

/** Says what was decided, and what of the event still waits. `about`: of an undo, what it undoes. */
export async function tellDecided(
  { store, json, blind, output }: Sitting,
  review: Review,
  about: readonly Review[] = [],
): Promise<void> {
  const line = historyOf([...about, review]).find(one => one.review.id === review.id)
  const text = line?.text ?? review.decision.kind
  const [event] = blind ? [] : await store.event(review.event)
  const isThere = event?.standing === 'recorded'
  const { undecided } = urgencyOf(isThere ? tellingsOf(event).map(telling => telling.event) : [])
  const clashing = isThere ? clashesIn(event.event) : []
  if (json) {
    const { id, at, reviewer } = review
    const waits = isThere ? { undecided, contested: clashing } : {}
    await output.out(`${JSON.stringify({ review: id, event: review.event, reviewer, at, text, ...waits })}\n`)
    return
  }
  await output.out(`${review.id}  ${review.event}  ${oneLine(text)}\n`)
  if (clashing.includes(review.id)) {
    output.tell(
      '  it clashes with what others decided: what was there before stays until somebody who sees both decides',
    )
  } else if (isThere && undecided > 0)
    output.tell(`  ${counted(undecided, 'part')} of ${event.event.id} still undecided`)
}

function clashesIn(event: RecordedEvent): readonly string[] {
  const values = Object.values(event).flat() as readonly unknown[]
  const named = (one: unknown): readonly string[] =>
    typeof one === 'object' && one !== null && 'contested' in one && Array.isArray(one.contested)
      ? one.contested
      : []
  return [...new Set([event, ...values].flatMap(named))]
}

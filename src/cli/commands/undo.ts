import type { Command } from 'commander'
import { InputFault } from '../../model/input-fault.js'
import type { Review } from '../../model/review.js'
import type { Store } from '../../ports.js'
import { compareReviews, type Undos, undoneBy, undosOf } from '../../review/index.js'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import type { Output } from '../output.js'
import { type ReviewOptions, withDecision } from '../review-flags.js'
import { decide, sitting, tellDecided } from '../review-taking.js'
import { oneLine } from '../terminal.js'
import type { Run } from './review/add-command.js'

interface Options extends ReviewOptions {
  readonly force?: true
}

export function addUndo(program: Command, run: Run): void {
  withDecision(
    program
      .command('undo')
      .description('take a decision back: your last one, or one that is named')
      .argument('[review]', 'its id, or enough of its beginning')
      .option('--force', 'also where somebody else took it'),
  )
    .addHelpText(
      'after',
      `
Examples:
  herodotus undo
  herodotus undo review:7be1 --note "wrong event"
  herodotus undo review:7be1 --force        what another reviewer decided

Nothing is deleted: an undo is a decision too, and naming it undoes it. herodotus review history EVENT lists ids.`,
    )
    .action((id: string | undefined, options: Options) => run(output => undo(id, options, output)))
}

function undo(id: string | undefined, options: Options, output: Output): Promise<ExitCode> {
  return sitting(options, output, async seat => {
    const undos = await undosIn(seat.store)
    const review =
      id === undefined ? await lastOf(seat.store, seat.reviewer, undos) : await reviewNamed(seat.store, id)
    if (review.reviewer !== seat.reviewer && !options.force) throw notYours(review)
    const by = undoneBy(review, undos)
    if (by) throw undoneAlready(review, by)
    const taken = await decide(seat, review.on, null, { kind: 'undo', review: review.id }, [])
    await tellDecided(seat, taken, [review])
    return exitCodes.done
  })
}

/** Undos are few: all decisions are looked at, and only these are held. */
async function undosIn(store: Store): Promise<Undos> {
  const undos: Review[] = []
  for await (const review of store.allReviews()) if (review.decision.kind === 'undo') undos.push(review)
  return undosOf(undos)
}

async function lastOf(store: Store, reviewer: string, undos: Undos): Promise<Review> {
  let last: Review | null = null
  for await (const review of store.allReviews()) {
    if (review.reviewer !== reviewer || review.decision.kind === 'undo' || undoneBy(review, undos)) continue
    if (last === null || compareReviews(last, review) < 0) last = review
  }
  if (last) return last
  throw fault(
    'nothing-to-undo',
    reviewer,
    'has decided nothing that still counts',
    'name a decision: herodotus undo REVIEW',
  )
}

async function reviewNamed(store: Store, given: string): Promise<Review> {
  const matches = await store.reviewsNamed(given)
  const [one, another] = matches
  if (one && !another) return one
  if (one) {
    const ids = matches.map(({ id }) => id).join(', ')
    throw fault(
      'ambiguous-review',
      given,
      `it is the beginning of ${matches.length} ids: ${ids}`,
      'give more of it',
    )
  }
  throw fault(
    'no-such-review',
    given,
    'no such decision is kept',
    'herodotus review history EVENT lists the decisions on an event, herodotus log all of them',
  )
}

const notYours = ({ id, reviewer, at }: Review): InputFault =>
  fault(
    'not-yours',
    id,
    `${oneLine(reviewer)} took it at ${at}`,
    'decide otherwise yourself, which overrides it; or give --force to take it back for them',
  )

const undoneAlready = ({ id }: Review, by: Review): InputFault =>
  fault(
    'undone-already',
    id,
    `${oneLine(by.reviewer)} took it back at ${by.at}`,
    `herodotus undo ${by.id} brings it back`,
  )

function fault(code: string, source: string, message: string, help: string): InputFault {
  return new InputFault({ code, source, message, help })
}

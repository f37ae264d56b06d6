import { openRecord } from '../../../open-record.js'
import type { KeptLooseReview, Store } from '../../../ports.js'
import { type HistoryLine, historyOf, seenAt } from '../../../review/index.js'
import { databaseOption } from '../../database-option.js'
import { type ExitCode, exitCodes } from '../../exit-codes.js'
import { mayBearOn } from '../../explained-decisions.js'
import { historyText } from '../../history-text.js'
import type { Output } from '../../output.js'
import { type ReviewOptions, withReviewer } from '../../review-flags.js'
import { findEvent, ledTo } from '../../review-sight.js'
import { reviewerNamed } from '../../review-taking.js'
import { parted } from '../../review-target.js'
import type { AddCommand } from './add-command.js'

export const addHistory: AddCommand = (review, run) => {
  withReviewer(
    review
      .command('history')
      .description(
        'what was decided on an event or a value of it, by whom, when, and what of it still counts',
      )
      .argument('<target>', 'EVENT, or EVENT.FIELD.N for one value'),
  )
    .option('--json', 'one decision a line')
    .addOption(databaseOption())
    .addHelpText(
      'after',
      `
Examples:
  herodotus review history 3f9c2a
  herodotus review history 3f9c2a.harm.0 --json | jq .text`,
    )
    .action((target: string, options: ReviewOptions) => run(output => history(target, options, output)))
}

async function history(target: string, options: ReviewOptions, output: Output): Promise<ExitCode> {
  const { as, blind = false, json, db } = options
  const store = await openRecord(db, { mode: 'read' })
  try {
    const reviewer = reviewerNamed(as)
    const { id, path } = parted(target)
    const seen = await findEvent({ store, reviewer, blind }, id)
    const led = ledTo(seen)
    if (led !== null) output.tell(`note: ${led}`)
    const all = await store.reviews(seen.event.id)
    const reviews = all
      .filter(review => !blind || review.reviewer === reviewer)
      .filter(review => path === null || mayBearOn(review, seen.event))
    const about = path === null ? null : seenAt(seen.event, path)
    const lines = historyOf(reviews, await looseAmong(store, reviews), about)
    for (const line of lines) await output.out(json ? `${JSON.stringify(line)}\n` : `${historyText(line)}\n`)
    if (lines.length === 0) output.tell('nobody has decided anything on it')
    return exitCodes.done
  } finally {
    await store.close()
  }
}

/** Which of some decisions do not fit the newest readings, and why. */
async function looseAmong(store: Store, reviews: readonly HistoryLine['review'][]) {
  const ids = new Set(reviews.map(({ id }) => id))
  const loose: { review: HistoryLine['review']['id']; event: KeptLooseReview['event']; because: string }[] =
    []
  if (ids.size === 0) return loose
  for await (const { review, event, because } of store.looseReviews())
    if (ids.has(review.id)) loose.push({ review: review.id, event, because })
  return loose
}

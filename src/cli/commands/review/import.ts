import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ReviewId } from '../../../model/recorded.js'
import type { Review } from '../../../model/review.js'
import { openRecord } from '../../../open-record.js'
import type { Store } from '../../../ports.js'
import { StoreError } from '../../../store/index.js'
import { databaseOption } from '../../database-option.js'
import { type ExitCode, exitCodes } from '../../exit-codes.js'
import type { Output } from '../../output.js'
import { type ReviewLine, reviewLines } from '../../review-lines.js'
import { counted, oneLine } from '../../terminal.js'
import type { AddCommand } from './add-command.js'

interface Options {
  readonly json?: true
  readonly db: string
}

export const addImportReviews: AddCommand = (review, run) => {
  review
    .command('import')
    .description('take in decisions that another record has, each checked')
    .argument('<file>', 'what herodotus review export wrote; - is standard input')
    .option('--json', 'what became of each, one a line')
    .addOption(databaseOption())
    .addHelpText(
      'after',
      `
Examples:
  herodotus review import ada.jsonl
  herodotus review import ada.jsonl --json | jq -r 'select(.refused)'

The reports must have been read here. Decisions find their events by id and words; those that no longer fit wait in herodotus
review with their reason. What is there already is not taken in twice.
Exit status: 0 all were taken in or known, 3 some were refused (each is named), 1 the database could not be used.`,
    )
    .action((file: string, options: Options) => run(output => importReviews(file, options, output)))
}

async function importReviews(file: string, { db, json }: Options, output: Output): Promise<ExitCode> {
  const store = await openRecord(db)
  const tally = { refused: 0, known: 0 }
  const added = new Set<ReviewId>()
  try {
    for await (const line of reviewLines(file)) {
      const { number, review } = line
      const became = await takeIn(store, line)
      if (became === 'known') tally.known++
      else if (became === 'added' && 'id' in review) added.add(review.id)
      else if (typeof became === 'object') {
        tally.refused++
        output.tell(`refused: ${oneLine(file)}:${number}: ${oneLine(became.refused)}`)
      }
      const told = typeof became === 'object' ? became : { [became]: true }
      if (json)
        await output.out(
          `${JSON.stringify({ line: number, review: 'id' in review ? review.id : null, ...told })}\n`,
        )
      output.progress(`took in ${counted(added.size, 'decision')}`)
      if (output.closed()) break
      await nextTurn() // without this, Ctrl-C would not be heard
    }
  } finally {
    output.tell(summary(added.size, tally))
    await tellLoose(store, added, output)
    await store.close()
  }
  return tally.refused > 0 ? exitCodes.partly : exitCodes.done
}

async function takeIn(
  store: Store,
  { review }: ReviewLine,
): Promise<'added' | 'known' | { readonly refused: string }> {
  if (!('id' in review)) return { refused: review.message }
  const ahead = isAhead(review)
  if (ahead !== null) return { refused: ahead }
  try {
    return (await store.appendReview(review)) ? 'added' : 'known'
  } catch (error) {
    if (error instanceof StoreError && refusals.has(error.code)) return { refused: error.message }
    throw error
  }
}

const refusals: ReadonlySet<StoreError['code']> = new Set(['unknown-event', 'unknown-review', 'bad-review'])

/** One from the future would override all that is decided until then. */
function isAhead({ id, at }: Review): string | null {
  return Date.parse(at) > Date.now()
    ? `${id} is dated ${at}, which is still to come by this machine’s clock`
    : null
}

function summary(
  added: number,
  { known, refused }: { readonly known: number; readonly refused: number },
): string {
  const parts = [`${counted(added, 'decision')} taken in`]
  if (known > 0) parts.push(`${known} known already`)
  if (refused > 0) parts.push(`${refused} refused (named above)`)
  return parts.join('; ')
}

/** Says which of the decisions that were taken in do not fit what was read here, and why. */
async function tellLoose(store: Store, added: ReadonlySet<ReviewId>, output: Output): Promise<void> {
  if (added.size === 0) return
  for await (const { review, because } of store.looseReviews())
    if (added.has(review.id))
      output.tell(
        `taken in, but it does not fit: ${review.id} of ${oneLine(review.reviewer)}: ${oneLine(because)}`,
      )
}

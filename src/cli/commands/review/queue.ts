import { InvalidArgumentError } from 'commander'
import { openRecord } from '../../../open-record.js'
import { ownRecord } from '../../../own-record.js'
import { type EventFilter, type LooseReview, tellingsOf } from '../../../ports.js'
import { databaseOption } from '../../database-option.js'
import { withCountry, withEventFilters } from '../../event-filter.js'
import { type ExitCode, exitCodes } from '../../exit-codes.js'
import type { Output } from '../../output.js'
import { type ReviewOptions, withReviewer } from '../../review-flags.js'
import { type Waiting, waiting } from '../../review-queue.js'
import type { Seat } from '../../review-sight.js'
import { reviewerNamed } from '../../review-taking.js'
import { counted, oneLine, type Style } from '../../terminal.js'
import type { AddCommand } from './add-command.js'

interface Options extends ReviewOptions, Omit<EventFilter, 'review'> {
  readonly by: 'doubt' | 'disagreement'
  readonly limit: number
}

export const addQueue: AddCommand = (review, run) => {
  const command = review
    .command('queue', { isDefault: true })
    .description(
      'what waits for a reviewer: contested first, then the most doubtful (herodotus review does the same)',
    )
    .addOption(
      review
        .createOption('--by <order>', 'what comes first')
        .choices(['doubt', 'disagreement'])
        .default('doubt'),
    )
    .showHelpAfterError('(herodotus review --help lists the commands of reviewing)')
    .option('--limit <number>', 'how many are listed', limit, 20)
  withReviewer(withEventFilters(command))
    .option('--json', 'one occurrence a line; without a --limit given, all')
    .addOption(databaseOption())
    .addHelpText(
      'after',
      `
Examples:
  herodotus review
  herodotus review --by disagreement --place SY
  herodotus review --blind --as Ben --report wire-0305`,
    )
    .action((options: Options) => {
      const isAll = options.json === true && command.getOptionValueSource('limit') === 'default'
      const all = isAll ? { ...options, limit: Number.POSITIVE_INFINITY } : options
      return run(output => queue(all, output))
    })
}

function limit(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('give a whole number, 1 or more')
}

async function queue(options: Options, output: Output): Promise<ExitCode> {
  const { by, limit: most, as, blind = false, json, note: _, db, ...filter } = options
  const store = await openRecord(db, { mode: 'read' })
  try {
    const seat: Seat = { store, reviewer: blind ? reviewerNamed(as) : '', blind }
    let count = 0
    let more = false
    for await (const one of waiting(seat, withCountry(filter), by)) {
      if (output.closed()) break
      more = count >= most
      if (more) break
      count++
      await output.out(json ? jsonOf(one) : waitingText(one, output.style))
    }
    if (count === 0) output.tell('nothing that fits waits for a reviewer')
    else if (more)
      output.tell(
        `the first ${count}; --limit lists more, herodotus review accept|correct|reject EVENT decides`,
      )
    await tellLoose(seat, json === true ? 0 : 20, output)
    return exitCodes.done
  } finally {
    await store.close()
  }
}

const jsonOf = ({ stored, urgency, why }: Waiting): string => {
  const { event } = stored
  const told = tellingsOf(stored).map(one => ({
    event: one.event.id,
    report: one.report.id,
    name: one.report.name,
  }))
  const { kind, triggers } = event
  const trigger = triggers[0].exact
  return `${JSON.stringify({ event: event.id, kind: kind.value, trigger, tellings: told, ...urgency, why })}\n`
}

function waitingText({ stored, urgency, why }: Waiting, style: Style): string {
  const { event } = stored
  const { undecided, doubt, disagreement } = urgency
  const words = event.triggers.map(({ exact }) => `“${oneLine(exact)}”`).join(', ')
  const from = tellingsOf(stored)
    .map(({ report }) => oneLine(report.name))
    .join(', ')
  const clashes = disagreement > 0 ? `, ${counted(disagreement, 'clash').replace(/clashs$/, 'clashes')}` : ''
  return [
    `${event.id}  ${style.bold(event.kind.value)}  ${words}  ${style.dim(from)}`,
    `  ${undecided} undecided, doubt ${doubt.toFixed(2)}${clashes}: ${oneLine(why)}`,
    '',
  ].join('\n')
}

/** Decisions that do not fit what was read since. */
async function tellLoose(seat: Seat, most: number, output: Output): Promise<void> {
  let count = 0
  for await (const { id, reviewer, event, because } of looseFor(seat)) {
    if (count++ === 0 && most > 0) output.tell('\ndecisions that do not fit the newest reading:')
    if (count <= most) output.tell(`  ${id} of ${oneLine(reviewer)} on ${event}: ${oneLine(because)}`)
  }
  if (count > most && most > 0) output.tell(`  and ${count - most} more`)
  else if (count > most)
    output.tell(`decisions that do not fit the newest reading: ${count} (without --json, each is told)`)
}

interface Loose extends Pick<LooseReview, 'because'> {
  readonly id: string
  readonly reviewer: string
  readonly event: string
}

async function* looseFor(seat: Seat): AsyncGenerator<Loose> {
  if (!seat.blind) {
    for await (const { review, event, because } of seat.store.looseReviews())
      yield { id: review.id, reviewer: review.reviewer, event: event ?? review.event, because }
    return
  }
  const told = new Set<string>()
  const reports = new Set<`report:${string}`>()
  for await (const { reviewer, report } of seat.store.allReviews())
    if (reviewer === seat.reviewer) reports.add(report)
  for (const report of reports) {
    for (const { review, event, because } of (await ownRecord(seat.store, seat.reviewer, report)).loose) {
      if (told.has(review)) continue
      told.add(review)
      yield { id: review, reviewer: seat.reviewer, event: event ?? 'an event that is told no more', because }
    }
  }
}

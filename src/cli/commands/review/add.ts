import type { Command } from 'commander'
import { InputFault } from '../../../model/input-fault.js'
import { RecordedEvent, type ValueField } from '../../../model/recorded.js'
import { type Report, ReportId } from '../../../model/report.js'
import { EventKind, Status } from '../../../model/vocabulary.js'
import type { Store } from '../../../ports.js'
import { completeValue, findWords, type Known, missedEvent } from '../../../review/index.js'
import { type ExitCode, exitCodes } from '../../exit-codes.js'
import type { Output } from '../../output.js'
import { collect, type ReviewOptions, withDecision } from '../../review-flags.js'
import { decide, type Sitting, sitting, tellDecided } from '../../review-taking.js'
import { valueFrom } from '../../review-value.js'
import { oneLine } from '../../terminal.js'
import type { AddCommand } from './add-command.js'

const flags = {
  when: 'when',
  where: 'where',
  initiator: 'initiators',
  target: 'targets',
  means: 'means',
  harm: 'harm',
  said: 'said',
} as const satisfies Readonly<Record<string, ValueField>>
type Flag = keyof typeof flags

interface Options extends ReviewOptions, Readonly<Partial<Record<Flag, readonly string[]>>> {
  readonly kind: string
  readonly status: string
  readonly quote: readonly string[]
}

export const addAdd: AddCommand = (review, run) => {
  const command = review
    .command('add')
    .description('add an event that was missed')
    .argument('<report>', 'the report’s id or whole name')
  withDecision(withValues(command))
    .addHelpText(
      'after',
      `
Examples:
  herodotus review add wire-0305 --kind raid --quote raided
  herodotus review add wire-0305 --kind raid --quote raided --where "Vesna, UA, town = Vesna" --harm "killed 3 = three"

Values are written as for herodotus review correct, then = and the words that carry them; = - where there are none.`,
    )
    .action((report: string, options: Options) => run(output => addEvent(report, options, output)))
}

function withValues(command: Command): Command {
  command
    .addOption(
      command.createOption('--kind <kind>', 'what happened').choices(EventKind.options).makeOptionMandatory(),
    )
    .addOption(
      command
        .createOption('--status <status>', 'as the report tells it')
        .choices(Status.options)
        .default('asserted'),
    )
  command.addOption(
    command
      .createOption(
        '--quote <words>',
        'the words that tell it; WORDS@2 for the second of several; may be repeated',
      )
      .argParser(collect)
      .makeOptionMandatory(),
  )
  for (const flag of Object.keys(flags))
    command.option(`--${flag} <value = words>`, 'may be repeated', collect)
  return command
}

function addEvent(name: string, options: Options, output: Output): Promise<ExitCode> {
  return sitting(options, output, async seat => {
    const report = await reportNamed(seat.store, name)
    const missed = missedEvent(report, options.kind, options.status, options.quote)
    await requireMissed(seat, missed)
    const event = withToldValues(missed, report, options, await seat.known())
    const review = await decide(seat, event, null, { kind: 'add' }, [report])
    await tellDecided(seat, review)
    return exitCodes.done
  })
}

async function reportNamed(store: Store, name: string): Promise<Report> {
  const { data: id } = ReportId.safeParse(name)
  if (id) {
    const { readings } = await store.reviewable(id)
    const found = readings.find(({ report }) => report.id === id)
    if (found) return found.report
  }
  const [one, ...others] = (await store.reportsNamed(name)).map(({ report }) => report)
  if (one && others.length === 0) return one
  throw new InputFault({
    code: one ? 'ambiguous-report' : 'no-such-report',
    source: name,
    message: one
      ? `${others.length + 1} reports have this name`
      : 'no report of this name or id is in the record',
    help: one
      ? `give the id of one: ${[one, ...others].map(report => report.id).join(', ')}`
      : 'herodotus show names the report that tells each event; herodotus show --search WORDS finds others',
  })
}

/** By its words the event may be there: then it is not to be added but decided on. */
async function requireMissed({ store }: Sitting, { id }: RecordedEvent): Promise<void> {
  const [there] = await store.event(id)
  if (there?.standing !== 'recorded') return
  const { event } = there
  throw new InputFault({
    code: 'told-already',
    source: id,
    message: `the record has an event that is told by these words: ${event.kind.value}, “${oneLine(event.triggers[0].exact)}”`,
    help: `herodotus review accept ${event.id}, or herodotus review add-value for what was missed of it`,
  })
}

function withToldValues(event: RecordedEvent, report: Report, options: Options, known: Known): RecordedEvent {
  const { kind } = event
  const values = Object.entries(flags).map(([flag, field]) => {
    const given = options[flag as Flag] ?? []
    return [field, given.map(text => ({ ...kind, ...toldValue(field, text, report, known) }))] as const
  })
  return RecordedEvent.parse({ ...event, ...Object.fromEntries(values) })
}

function toldValue(field: ValueField, text: string, { body }: Report, known: Known) {
  const [, short = '', words = ''] = /^([\s\S]*?)\s*=\s*([\s\S]+)$/.exec(text.trim()) ?? []
  if (short === '') {
    throw new InputFault({
      code: 'no-words',
      source: `${field} ${text}`,
      message: 'it is not said which words of the report carry it',
      help: `write it as "${text} = WORDS", or "${text} = -" where the report has none`,
    })
  }
  const completed = completeValue(field, valueFrom(field, short, null, known), known)
  if ('complaint' in completed) {
    const help = 'docs/reviewing.md says how values of each field are written'
    throw new InputFault({
      code: 'not-a-value',
      source: `${field} ${short}`,
      message: completed.complaint,
      help,
    })
  }
  return { value: completed.value, evidence: words === '-' ? null : [findWords(body, words)] }
}

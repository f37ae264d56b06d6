import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Command } from 'commander'
import { toCoding } from '../../export/coding.js'
import { loadTools } from '../../load-tools.js'
import { InputFault } from '../../model/input-fault.js'
import type { Reading } from '../../model/reading.js'
import type { Capture } from '../../model/snapshot.js'
import { openRecord } from '../../open-record.js'
import type { Store } from '../../ports.js'
import { readReport, type Tools } from '../../read-report.js'
import type { ReaderChoice } from '../../reader/index.js'
import { databaseName, openPlaces } from '../../store/index.js'
import { chronicle, chronicleEntry, type Entry } from '../chronicle.js'
import { databaseOption } from '../database-option.js'
import { dateArgument } from '../dates.js'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import { faultText, isFatal } from '../faults.js'
import { gatherInputs } from '../inputs.js'
import type { Output } from '../output.js'
import { queueInputs } from '../queue-inputs.js'
import { readerChoice, withReaderOptions } from '../reader-options.js'
import { counted, oneLine, printable } from '../terminal.js'

const formats = ['text', 'json', 'coding'] as const
type Format = (typeof formats)[number]

interface Options extends ReaderChoice {
  readonly published?: string
  readonly format: Format
  readonly json?: true
  readonly queue?: true
  readonly db: string
}

export function addRead(
  program: Command,
  run: (action: (output: Output) => Promise<ExitCode>) => Promise<void>,
): void {
  withReaderOptions(
    program
      .command('read')
      .description('read reports, print what they tell, and keep it')
      .argument('<file...>', 'text, HTML or JSONL files, folders of them, or - for standard input')
      .option(
        '--published <date>',
        'when the reports were published: 2031-03-05, 2031-03 or 2031',
        text => dateArgument(text).given,
      )
      .addOption(formatOption(program))
      .option('--json', 'the same as --format json')
      .addOption(queueOption(program))
      .addOption(databaseOption()),
  )
    .addHelpText(
      'after',
      `
Examples:
  herodotus read report.txt --published 2031-03-05
  herodotus read reports/ more.jsonl          folders, and rows of {id, published, outlet, headline, text}
  curl -s https://example.org/a.html | herodotus read -
  herodotus read reports.jsonl --json | jq .events
  herodotus read reports/ --reader llm:ollama/llama3
  herodotus read --queue reports/ && herodotus work     with any number of workers (docs/workers.md)

Formats: text, a chronicle; json, one reading a line; coding, one report a line in the codebook's own form.
Exit status: 0 all was read, 3 some inputs could not be read (they are named), 1 the database could not be used.`,
    )
    .action((files: string[], options: Options) =>
      run(output => (options.queue ? queueInputs : read)(files, options, output)),
    )
}

function formatOption(program: Command) {
  return program.createOption('--format <format>', 'what to print').choices(formats).default('text')
}

function queueOption(program: Command) {
  return program
    .createOption('--queue', 'keep what comes in, and leave the reading to herodotus work')
    .conflicts(['json', 'format'])
}

/** Reads every input that can be read, keeps each reading before it is counted, and names each input that cannot. */
async function read(files: readonly string[], options: Options, output: Output): Promise<ExitCode> {
  const store = await openRecord(options.db, { mode: 'write' })
  const places = await openPlaces(options.db)
  const tally = { reports: 0, events: 0, known: 0, notes: 0, faults: 0, broken: 0 }
  const printer = printerFor(options.json ? 'json' : options.format, output)
  try {
    const tools = await loadTools({ actors: await store.actors(), places, ...readerChoice(options) })
    for (const told of tools.notes) output.tell(`note: ${oneLine(told)}`)
    const clock = { now: () => new Date().toISOString() }
    for await (const input of gatherInputs(files, { published: options.published ?? null }, clock)) {
      const result = input instanceof InputFault ? input : await readOne(input, tools, store, output)
      if (result instanceof InputFault) {
        tally.faults++
        output.tell(faultText(result))
      } else if (result === null) {
        tally.broken++
      } else {
        tally.reports++
        tally.events += result.reading.events.length
        tally.known += result.added ? 0 : 1
        tally.notes += result.reading.notes.length
        tellWarnings(result.reading, output)
        await printer.reading(result.reading)
        output.progress(`read ${counted(tally.reports, 'report')}, ${counted(tally.events, 'event')}`)
      }
      await nextTurn() // reading never waits for anything: without this, Ctrl-C would not be heard
    }
  } finally {
    // What was read is kept: also where the work ends early, it is printed and counted.
    await printer.end()
    output.tell(summary(tally, databaseName(options.db)))
    await places.close()
    await store.close()
  }
  if (tally.broken > 0) return exitCodes.failed
  return tally.faults > 0 ? exitCodes.partly : exitCodes.done
}

/** Reads and keeps one report. Null where the program itself failed on it: that is told, and the batch goes on. */
async function readOne(
  capture: Capture,
  tools: Tools,
  store: Store,
  output: Output,
): Promise<InputFault | { reading: Reading; added: boolean } | null> {
  try {
    const { snapshot, reading } = await readReport(capture, tools)
    return { reading, added: await store.save(snapshot, reading) }
  } catch (error) {
    if (error instanceof InputFault) return error
    if (isFatal(error)) throw error
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
    output.tell(
      `error: ${oneLine(capture.source)}: the program failed on this report; it was not kept\n  please report this: ${printable(what)}`,
    )
    return null
  }
}

/** Prints readings in one format: a chronicle at the end, or a line as each is read. */
function printerFor(
  format: Format,
  output: Output,
): { reading(reading: Reading): Promise<void>; end(): Promise<void> } {
  const entries: Entry[] = []
  switch (format) {
    case 'json':
      return { reading: reading => output.out(`${JSON.stringify(reading)}\n`), end: async () => {} }
    case 'coding':
      return {
        reading: ({ report, events, versions }) =>
          output.out(
            `${JSON.stringify(toCoding(report, events, `herodotus ${versions.code} ${versions.reader}`))}\n`,
          ),
        end: async () => {},
      }
    case 'text':
      return {
        // Each event is written out at once and only its text kept, so that a long batch does not hold every report.
        reading: async ({ report, events }) => {
          entries.push(...events.map(event => chronicleEntry(event, report, output.style)))
        },
        end: () => output.out(chronicle(entries)),
      }
  }
}

/** What is likely to have been misread is told at once; what is merely worth knowing stays in the reading. */
function tellWarnings({ report, notes }: Reading, output: Output): void {
  for (const { code, severity, message, help } of notes) {
    if (severity === 'warning')
      output.tell(`warning: ${oneLine(report.name)}: ${oneLine(message)} [${code}]\n  ${oneLine(help)}`)
  }
}

function summary(
  tally: Readonly<Record<'reports' | 'events' | 'known' | 'notes' | 'faults' | 'broken', number>>,
  db: string,
): string {
  const read = `read ${counted(tally.reports, 'report')}, ${counted(tally.events, 'event')}`
  const parts = [tally.reports > 0 ? `${read}; kept in ${db}` : 'nothing was read']
  if (tally.known > 0) parts.push(`${tally.known} kept already`)
  if (tally.notes > 0) parts.push(`${counted(tally.notes, 'note')} on what was not certain (--json has them)`)
  const unread = tally.faults + tally.broken
  if (unread > 0) parts.push(`${counted(unread, 'input')} could not be read (named above)`)
  return parts.join('; ')
}

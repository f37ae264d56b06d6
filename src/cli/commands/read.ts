import { type Command, InvalidArgumentError } from 'commander'
import { toCoding } from '../../export/coding.js'
import { loadTools } from '../../load-tools.js'
import { InputFault } from '../../model/input-fault.js'
import type { Reading } from '../../model/reading.js'
import type { Capture } from '../../model/snapshot.js'
import type { Store } from '../../ports.js'
import { readReport, type Tools } from '../../read-report.js'
import { openPlaces, openStore } from '../../store/index.js'
import { edtfBounds } from '../../text/edtf.js'
import { chronicle, chronicleEntry, type Entry } from '../chronicle.js'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import { faultText } from '../faults.js'
import { gatherInputs } from '../inputs.js'
import type { Output } from '../output.js'
import { counted, oneLine } from '../terminal.js'

const formats = ['text', 'json', 'coding'] as const
type Format = (typeof formats)[number]

interface Options {
  readonly published?: string
  readonly format: Format
  readonly json?: true
  readonly db: string
}

export function addRead(
  program: Command,
  run: (action: (output: Output) => Promise<ExitCode>) => Promise<void>,
): void {
  program
    .command('read')
    .description('read reports, print what they tell, and keep it')
    .argument('<file...>', 'text, HTML or JSONL files, folders of them, or - for standard input')
    .option(
      '--published <date>',
      'when the reports were published: 2031-03-05, 2031-03 or 2031',
      publishedDate,
    )
    .addOption(formatOption(program))
    .option('--json', 'the same as --format json')
    .option('--db <file>', 'the database', 'herodotus.db')
    .addHelpText(
      'after',
      `
Examples:
  herodotus read report.txt --published 2031-03-05
  herodotus read reports/ more.jsonl          folders, and rows of {id, published, outlet, headline, text}
  curl -s https://example.org/a.html | herodotus read -
  herodotus read reports.jsonl --json | jq .events

Formats: text, a chronicle; json, one reading a line; coding, one report a line in the codebook's own form.
Exit status: 0 all was read, 3 some inputs could not be read (they are named), 1 the database could not be used.`,
    )
    .action((files: string[], options: Options) => run(output => read(files, options, output)))
}

/** A day, month or year, as the codebook dates reports. */
function publishedDate(text: string): string {
  try {
    if (!/^\d{4}(-\d\d){0,2}$/.test(text)) throw new SyntaxError()
    edtfBounds(text)
    return text
  } catch {
    throw new InvalidArgumentError(
      'It is no date: give a day (2031-03-05), a month (2031-03) or a year (2031).',
    )
  }
}

function formatOption(program: Command) {
  return program.createOption('--format <format>', 'what to print').choices(formats).default('text')
}

/** Reads every input that can be read, keeps each reading before it is counted, and names each input that cannot. */
async function read(files: readonly string[], options: Options, output: Output): Promise<ExitCode> {
  const store = await openStore(options.db, { mode: 'write' })
  const places = await openPlaces(options.db)
  try {
    const tools = loadTools({ actors: await store.actors(), places })
    const printer = printerFor(options.json ? 'json' : options.format, output)
    const tally = { reports: 0, events: 0, known: 0, notes: 0, faults: 0 }
    const inputs = gatherInputs(
      files,
      { published: options.published ?? null },
      { now: () => new Date().toISOString() },
    )
    for await (const input of inputs) {
      const result = input instanceof InputFault ? input : await readOne(input, tools, store)
      if (result instanceof InputFault) {
        tally.faults++
        output.tell(faultText(result))
        continue
      }
      tally.reports++
      tally.events += result.reading.events.length
      if (!result.added) tally.known++
      tally.notes += result.reading.notes.length
      tellWarnings(result.reading, output)
      await printer.reading(result.reading)
      output.progress(`read ${counted(tally.reports, 'report')}, ${counted(tally.events, 'event')}`)
    }
    await printer.end()
    output.tell(summary(tally, options.db))
    return tally.faults > 0 ? exitCodes.partly : exitCodes.done
  } finally {
    places.close()
    await store.close()
  }
}

async function readOne(
  capture: Capture,
  tools: Tools,
  store: Store,
): Promise<InputFault | { reading: Reading; added: boolean }> {
  try {
    const { snapshot, reading } = await readReport(capture, tools)
    return { reading, added: await store.save(snapshot, reading) }
  } catch (error) {
    if (error instanceof InputFault) return error
    throw error
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
  tally: Readonly<Record<'reports' | 'events' | 'known' | 'notes' | 'faults', number>>,
  db: string,
): string {
  const parts = [`read ${counted(tally.reports, 'report')}, ${counted(tally.events, 'event')}; kept in ${db}`]
  if (tally.known > 0) parts.push(`${tally.known} kept already`)
  if (tally.notes > 0) parts.push(`${counted(tally.notes, 'note')} on what was not certain (--json has them)`)
  if (tally.faults > 0) parts.push(`${counted(tally.faults, 'input')} could not be read (named above)`)
  return parts.join('; ')
}

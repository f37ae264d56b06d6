import type { Command } from 'commander'
import type { Format, FormatSettings } from '../../export/format.js'
import { formatOf, formats } from '../../export/formats.js'
import { type PolicyName, policyNames, policyOf } from '../../export/policies.js'
import { withoutPrivatePersons } from '../../export/redact-persons.js'
import type { GapCounts } from '../../export/sidecar.js'
import { defaultSettings, type OffsetUnit } from '../../export/told.js'
import { divisionNames, loadGazetteer } from '../../gazetteer/index.js'
import { openRecord } from '../../open-record.js'
import type { EventFilter } from '../../ports.js'
import { programVersion } from '../../version.js'
import { databaseOption } from '../database-option.js'
import { withCountry, withEventFilters } from '../event-filter.js'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import { digestOf, logExport } from '../export-log.js'
import { type SidecarWriter, sidecarWriter } from '../export-sidecar.js'
import { storeSource } from '../export-source.js'
import { fileTarget, outputTarget, type Target, writeInFolder } from '../export-target.js'
import type { Output } from '../output.js'
import { withReviewer } from '../review-flags.js'
import { reviewerNamed } from '../review-taking.js'
import { counted, oneLine } from '../terminal.js'

interface Options extends EventFilter {
  readonly format: string
  readonly out: string
  readonly policy?: PolicyName
  readonly priority?: readonly string[]
  readonly quotes: boolean
  readonly redactPersons?: true
  readonly excel?: true
  readonly offsets: OffsetUnit
  readonly permalink: string
  readonly as?: string
  readonly blind?: true
  readonly db: string
}

export function addExport(
  program: Command,
  run: (action: (output: Output) => Promise<ExitCode>) => Promise<void>,
): void {
  const names = formats.map(({ name }) => name)
  const command = program.command('export').description('write what is kept in a form that the field uses')
  withReviewer(
    withEventFilters(
      command
        .addOption(program.createOption('--format <format>', 'the form').choices(names).makeOptionMandatory())
        .option('--out <file>', 'the file, or folder, to write; - is standard output', '-')
        .addOption(
          program
            .createOption(
              '--policy <policy>',
              'how values that disagree become one (else as the form’s codebook has it)',
            )
            .choices(policyNames),
        )
        .option(
          '--priority <sources>',
          'outlets and holders for by-source-priority, "A; B", the most trusted first',
          list,
        )
        .option('--no-quotes', 'leave the reports’ own words out')
        .option('--redact-persons', 'leave private persons’ names out')
        .option('--excel', 'CSV for Excel: a byte order mark, CRLF, no text that runs as a formula')
        .addOption(
          program
            .createOption('--offsets <unit>', 'what offsets count')
            .choices(['code-points', 'utf-16'])
            .default(defaultSettings.unit),
        )
        .option(
          '--permalink <template>',
          'where a value can be opened, of {event} {report} {field} {at}',
          defaultSettings.permalink,
        ),
    ),
  )
    .addOption(databaseOption())
    .addHelpText('after', helpText())
    .action((options: Options) => run(output => exportAll(options, output, command)))
}

const list = (text: string): readonly string[] =>
  text
    .split(';')
    .map(name => name.trim())
    .filter(Boolean)

function helpText(): string {
  const width = Math.max(...formats.map(({ name }) => name.length))
  return `
Formats:
${formats.map(({ name, what }) => `  ${name.padEnd(width)}  ${what}`).join('\n')}

Examples:
  herodotus export --format acled --out events.csv
  herodotus export --format ged --place SY --from 2031-01-01 --policy majority --out syria.csv
  herodotus export --format csv --no-quotes | head
  herodotus export --format csv --blind --as Ada --out ada.csv

With --blind it is of the record as the decisions of that reviewer alone make it: nothing in it comes from what others decided.

Beside FILE stands FILE.schema.json: how the export was made, its columns and their rules, and every cell and event that
the evidence does not fill. The same database gives the same bytes.`
}

async function exportAll(options: Options, output: Output, command: Command): Promise<ExitCode> {
  const { format: name, out, policy, priority, quotes, redactPersons, excel, ...rest } = options
  const { offsets, permalink, as, blind, db, ...filter } = rest
  const format = formatOf(name)
  if (!format) throw new RangeError(`no format ${name}`)
  const unfit = whyUnfit(format, options)
  if (unfit) command.error(`error: ${unfit}`)
  if (!blind && command.getOptionValueSource('as') === 'cli')
    command.error('error: --as says whose decisions alone count with --blind; without it, everybody’s do')
  const own = blind ? reviewerNamed(as) : null
  const store = await openRecord(db, { mode: 'read' })
  const sidecar = sidecarWriter(out === '-' ? null : fileTarget(sidecarPath(out)))
  try {
    const settings: FormatSettings = {
      unit: offsets,
      quotes,
      permalink,
      maker: `herodotus ${programVersion}`,
      excel: excel === true,
      policy: policyOf(policy ?? format.policy ?? 'range', priority),
      division: divisionNames(loadGazetteer()),
      gap: sidecar.gap,
    }
    let events = 0
    const kept = storeSource(own === null ? store : store.own(own), withCountry(filter), () => {
      output.progress(`exported ${counted(++events, 'event')}`)
    })
    const source = redactPersons ? withoutPrivatePersons(kept, sidecar.redaction) : kept
    await sidecar.begin(format, settings, filter, own)
    const digest = digestOf()
    if (format.kind === 'folder') await writeInFolder(out, digest.files(format.write(source, settings)))
    else
      await writeFile(
        digest.chunks(format.write(source, settings)),
        out === '-' ? outputTarget(output) : fileTarget(out),
        sidecar,
      )
    await sidecar.end()
    await logExport(
      db,
      { subject: `${name} ${out}${own === null ? '' : `, as ${own} alone decided`}`, digest: digest.hex() },
      output,
    )
    output.tell(summary(format, events, sidecar.counts, out, own))
    return exitCodes.done
  } catch (error) {
    await sidecar.undo()
    throw error
  } finally {
    await store.close()
  }
}

/** What is asked for and the format has no use for; null where all is well. */
function whyUnfit(format: Format, { out, excel, quotes, policy, priority = [] }: Options): string | null {
  if (format.kind === 'folder' && out === '-')
    return `${format.name} is a folder of files: name one with --out`
  if (format.kind === 'folder' && !quotes)
    return `${format.name} holds the texts that it points into: it cannot be written without quotes`
  if (excel && !(format.kind === 'file' && format.extension === 'csv'))
    return `--excel is for CSV, and ${format.name} is none`
  if (policy && !format.policy) return `${format.name} keeps all that is told: there is no --policy to choose`
  if (policy === 'by-source-priority' && priority.length === 0)
    return 'by-source-priority needs --priority "A; B"'
  if (policy !== 'by-source-priority' && priority.length > 0)
    return '--priority is for --policy by-source-priority'
  return null
}

async function writeFile(
  chunks: AsyncIterable<string | Uint8Array>,
  target: Target,
  sidecar: SidecarWriter,
): Promise<void> {
  try {
    for await (const chunk of chunks) {
      await target.write(chunk)
      await sidecar.flush()
      if (target.closed()) break
    }
    await target.done()
  } catch (error) {
    await target.undo()
    throw error
  }
}

const sidecarPath = (out: string): string => `${out.replace(/\/+$/, '')}.schema.json`

function summary(
  { name }: Format,
  events: number,
  { events: without }: GapCounts,
  out: string,
  own: string | null,
): string {
  const reasons = Object.entries(without).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  const lines = reasons.map(([because, count]) => `\n  ${counted(count, 'event')}: ${because}`)
  const left = lines.length > 0 ? `; without a row there:${lines.join('')}` : ''
  const beside = out === '-' ? '' : `\n  ${sidecarPath(out)} tells its columns, rules and gaps`
  const by = own === null ? '' : `, as the decisions of ${oneLine(own)} alone have them`
  return `exported ${counted(events, 'event')} as ${name}${out === '-' ? '' : ` to ${out}`}${by}${left}${beside}`
}

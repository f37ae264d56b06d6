import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Command } from 'commander'
import { loadGazetteer } from '../../gazetteer/index.js'
import { acledImport } from '../../import/acled.js'
import { gedImport } from '../../import/ged.js'
import { openRecord, openRecordIfThere } from '../../open-record.js'
import type { Clock, Store } from '../../ports.js'
import { databaseName, openPlaces } from '../../store/index.js'
import { programVersion } from '../../version.js'
import { databaseOption } from '../database-option.js'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import { bratImports } from '../imports/brat.js'
import { codingImports } from '../imports/codings.js'
import type { Imported, Importing } from '../imports/imported.js'
import { rejectionsTo } from '../imports/rejections.js'
import { tableImports } from '../imports/tables.js'
import type { Output } from '../output.js'
import { counted } from '../terminal.js'

type Paths = readonly string[]

/** Each form with what it reads. */
const forms: Readonly<Record<string, (paths: Paths, importing: Importing) => AsyncIterable<Imported>>> = {
  coding: codingImports,
  acled: (paths, importing) => tableImports(paths, acledImport, importing),
  ged: (paths, importing) => tableImports(paths, gedImport, importing),
  brat: bratImports,
}

interface Options {
  readonly format: string
  readonly source?: string
  readonly rejected?: string
  readonly dryRun?: true
  readonly json?: true
  readonly db: string
}

export function addImport(
  program: Command,
  run: (action: (output: Output) => Promise<ExitCode>) => Promise<void>,
): void {
  const command = program
    .command('import')
    .description('take in what others have coded, as claims of theirs')
    .argument('<input...>', 'files, or folders for coding and brat')
  command
    .addOption(
      program.createOption('--format <format>', 'the form').choices(Object.keys(forms)).makeOptionMandatory(),
    )
    .option('--source <name>', 'whose rows they are (else ACLED, or UCDP GED)')
    .option('--rejected <file>', 'write what is not taken: CSV, or JSON lines if it ends in .jsonl')
    .option('--dry-run', 'check the inputs and keep nothing')
    .option('--json', 'one reading a line')
    .addOption(databaseOption())
    .addHelpText(
      'after',
      `
Examples:
  herodotus import --format coding corpus/               reports.jsonl and codings
  herodotus import --format acled events.csv --dry-run --rejected refused.csv
  herodotus import --format ged GEDEvent.csv && herodotus show --holder ACLED

Every row of a table becomes a report of its own, so that each value has its cell as its quote (docs/import.md).
Exit status: 0 all was taken, 3 some was not (each is named, with what to do), 1 the database could not be used.`,
    )
    .action((paths: string[], options: Options) =>
      run(output => {
        if (options.source !== undefined && !['acled', 'ged'].includes(options.format))
          command.error('error: --source is for tables: other forms name their sources themselves')
        return importAll(paths, options, output)
      }),
    )
}

/** Takes in what can be, each reading before it is counted, and names what cannot. */
async function importAll(paths: Paths, options: Options, output: Output): Promise<ExitCode> {
  const { db, dryRun, json, format, source = null } = options
  const read = forms[format]
  if (!read) throw new RangeError(`no form ${format}`)
  const store = await (dryRun ? openRecordIfThere(db) : openRecord(db, { mode: 'write' }))
  const places = store && (await openPlaces(db))
  const rejections = rejectionsTo(options.rejected ?? null, output)
  const tally = { reports: 0, events: 0, known: 0, newest: 0 }
  try {
    for await (const one of read(paths, importingInto(store, places ?? undefined, source))) {
      if (output.closed()) break
      if ('message' in one) {
        await rejections.add(one)
      } else {
        const { snapshot, reading, known } = one
        const added = dryRun || !store ? null : await store.save(snapshot, reading)
        tally.reports++
        tally.events += reading.events.length
        tally.known += added === false ? 1 : 0
        tally.newest += added !== false && known ? 1 : 0
        const { id, report, events } = reading
        const told = {
          report: report.id,
          name: report.name,
          reading: id,
          events: events.length,
          added,
          known,
        }
        if (json) await output.out(`${JSON.stringify(told)}\n`)
      }
      output.progress(`imported ${counted(tally.reports, 'report')}, ${counted(tally.events, 'event')}`)
      await nextTurn() // without this, Ctrl-C would not be heard
    }
    await rejections.end()
  } catch (error) {
    await rejections.undo()
    throw error
  } finally {
    output.tell(summary(tally, rejections.count(), dryRun ? null : databaseName(db)))
    await places?.close()
    await store?.close()
  }
  return rejections.count() > 0 ? exitCodes.partly : exitCodes.done
}

function importingInto(
  store: Store | null,
  places: Parameters<typeof loadGazetteer>[0],
  source: string | null,
): Importing {
  const gazetteer = loadGazetteer(places)
  const clock: Clock = { now: () => new Date().toISOString() }
  return {
    source,
    clock,
    places: name => gazetteer.lookup(name, 'written'),
    versions: { code: programVersion, gazetteer: gazetteer.version, actors: 'none' },
    kept: async name => (await store?.reportsNamed(name)) ?? [],
  }
}

function summary(
  tally: Readonly<Record<'reports' | 'events' | 'known' | 'newest', number>>,
  refused: number,
  db: string | null,
): string {
  const taken = `${counted(tally.reports, 'report')} with ${counted(tally.events, 'event')}`
  const parts = [
    db === null ? `${taken} could be taken in; nothing was kept` : `${taken} taken in; kept in ${db}`,
  ]
  if (tally.known > 0) parts.push(`${tally.known} kept already`)
  if (tally.newest > 0) parts.push(`${tally.newest} now the newest reading of a report that was known before`)
  if (refused > 0) parts.push(`${counted(refused, 'fault')} (named above)`)
  return parts.join('; ')
}

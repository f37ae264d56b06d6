import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { type ActorFault, checkActorTable, checkBuiltInActors } from '../../gazetteer/index.js'
import { InputFault } from '../../model/input-fault.js'
import { openRecord, openRecordIfThere } from '../../open-record.js'
import { type ActorRow, actorColumns } from '../../ports.js'
import { databaseName } from '../../store/index.js'
import { databaseOption } from '../database-option.js'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import type { Output } from '../output.js'
import { counted, oneLine } from '../terminal.js'

interface Options {
  readonly json?: true
  readonly db: string
}

export function addActors(
  program: Command,
  run: (action: (output: Output) => Promise<ExitCode>) => Promise<void>,
): void {
  const actors = program
    .command('actors')
    .description('your own actors, beside those that come with the program')
  actors
    .command('add')
    .description('check a table of actors and keep it: read then knows them')
    .argument('<file>', 'a table with the columns of docs/actors.md, parted by tabs')
    .option('--json', 'one fault a line')
    .addOption(databaseOption())
    .addHelpText(
      'after',
      `
Examples:
  herodotus actors add my-actors.tsv
  herodotus actors add my-actors.tsv --db case-12.db

A row takes the place of the one with its id, yours or built in. Where a row is at fault, none is kept.
Exit status: 0 all are kept, 1 something is wrong (each fault is named with its line).`,
    )
    .action((file: string, options: Options) => run(output => add(file, options, output)))
  actors
    .command('check')
    .description('check a table of actors, or all that are known, and change nothing')
    .argument('[file]', 'a table; without it, the built-in tables and those that you have added')
    .option('--json', 'one fault a line')
    .addOption(databaseOption())
    .addHelpText(
      'after',
      `
Examples:
  herodotus actors check
  herodotus actors check my-actors.tsv --json | jq .line

Exit status: 0 nothing is wrong, 1 something is (each fault is named with its line).`,
    )
    .action((file: string | undefined, options: Options) => run(output => check(file, options, output)))
}

async function add(file: string, { db, json }: Options, output: Output): Promise<ExitCode> {
  const text = readTable(file)
  const store = await openRecord(db, { mode: 'write' })
  try {
    const { rows, faults } = checkActorTable(text, await store.actors())
    if (faults.length > 0) {
      await tellFaults(file, faults, json === true, output)
      output.tell(`${counted(faults.length, 'fault')} (above): nothing was kept`)
      return exitCodes.failed
    }
    await store.addActors(rows)
    output.tell(`${counted(rows.length, 'actor')} kept in ${databaseName(db)}; read uses them from now on`)
    return exitCodes.done
  } finally {
    await store.close()
  }
}

async function check(file: string | undefined, { db, json }: Options, output: Output): Promise<ExitCode> {
  const kept = await keptActors(db)
  const tables = file
    ? [{ file, checked: checkActorTable(readTable(file), kept) }]
    : [...checkBuiltInActors(), { file: databaseName(db), checked: checkActorTable(tableOf(kept)) }]
  for (const { file, checked } of tables) await tellFaults(file, checked.faults, json === true, output)
  const [actors, faults] = tables.reduce(
    ([a, f], { checked }) => [a + checked.rows.length, f + checked.faults.length],
    [0, 0],
  )
  output.tell(
    `${counted(actors, 'actor')} checked: ${faults === 0 ? 'nothing is wrong' : counted(faults, 'fault')}`,
  )
  return faults === 0 ? exitCodes.done : exitCodes.failed
}

/** The user's own actors; none where there is no database yet. */
async function keptActors(db: string): Promise<readonly ActorRow[]> {
  const store = await openRecordIfThere(db)
  if (store === null) return []
  try {
    return await store.actors()
  } finally {
    await store.close()
  }
}

/** Kept rows as the table that they came from. */
const tableOf = (rows: readonly ActorRow[]): string =>
  [actorColumns, ...rows.map(row => actorColumns.map(column => row[column]))]
    .map(cells => cells.join('\t'))
    .join('\n')

function readTable(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch (cause) {
    const isText = !(cause instanceof TypeError)
    throw new InputFault({
      code: isText ? 'cannot-read' : 'not-utf-8',
      source: file,
      message: isText ? `cannot be read: ${cause instanceof Error ? cause.message : cause}` : 'is not UTF-8',
      help: isText ? 'give a file that is there and that you may read' : 'save the table as UTF-8',
      cause,
    })
  }
}

async function tellFaults(
  file: string,
  faults: readonly ActorFault[],
  json: boolean,
  output: Output,
): Promise<void> {
  for (const fault of faults) {
    const { line, code, message, help } = fault
    await output.out(
      json
        ? `${JSON.stringify({ file, ...fault })}\n`
        : `${oneLine(file)}:${line}: ${oneLine(message)} [${code}]\n  ${oneLine(help)}\n`,
    )
  }
}

import type { Command } from 'commander'
import type { RowFault } from '../../export/check/row-checker.js'
import { InputFault } from '../../model/input-fault.js'
import { codingFaults, isCodings } from '../check-codings.js'
import { type CheckableFormat, checkable, recognised, rowsOf } from '../check-rows.js'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import type { Output } from '../output.js'
import { counted, oneLine } from '../terminal.js'

interface Options {
  readonly format?: string
  readonly json?: true
}

export function addCheck(
  program: Command,
  run: (action: (output: Output) => Promise<ExitCode>) => Promise<void>,
): void {
  const names = [...checkable.map(({ name }) => name), 'coding']
  program
    .command('check')
    .description('check a file against the rules of its form; also one that another program made')
    .argument('<file>', 'an export: a file, or a folder of brat or of codings')
    .addOption(
      program
        .createOption('--format <format>', 'its form (else by FILE.schema.json or how it begins)')
        .choices(names),
    )
    .option('--json', 'one fault a line')
    .addHelpText(
      'after',
      `
Examples:
  herodotus check events.csv
  herodotus check ged241.csv --format ged --json | jq .column

Exit status: 0 nothing is wrong, 3 some rows are (each is named, with what to do), 1 the file could not be read.`,
    )
    .action((file: string, options: Options) => run(output => check(file, options, output)))
}

async function check(file: string, options: Options, output: Output): Promise<ExitCode> {
  const { format: name, json } = options
  if (name === 'coding' || (name === undefined && isCodings(file))) return checkCodings(file, options, output)
  const format = checkable.find(known => known.name === name) ?? (await recognised(file)) ?? unknownForm(file)
  const tally = { rows: 0, atFault: 0, faults: 0 }
  const tell = async (where: Where, faults: readonly RowFault[]): Promise<void> => {
    tally.faults += faults.length
    if (faults.length > 0) tally.atFault++
    for (const fault of faults)
      await output.out(
        json ? `${JSON.stringify({ ...where, ...fault })}\n` : faultText({ file, ...where }, fault),
      )
  }
  const checker = format.check.checker()
  for await (const row of rowsOf(file, format.check.rows)) {
    if (output.closed()) break
    if ('columns' in row) {
      await tell({ line: 1 }, checker.columns(row.columns))
      continue
    }
    if ('frame' in row) {
      await tell({ line: 1 }, checker.frame?.(row.frame) ?? [])
      continue
    }
    tally.rows++
    const { line, file: of } = row
    await tell(
      { line, ...(of && { file: of }) },
      'broken' in row ? [broken(row.broken, format)] : checker.row(row.cells),
    )
    output.progress(`checked ${counted(tally.rows, 'row')}`)
  }
  output.tell(summary(format, tally))
  return tally.faults > 0 ? exitCodes.partly : exitCodes.done
}

async function checkCodings(path: string, { json }: Options, output: Output): Promise<ExitCode> {
  const tally = { codings: 0, faults: 0 }
  for await (const fault of codingFaults(path)) {
    if (fault === null) tally.codings++
    else {
      tally.faults++
      const { file, line, field, event, message, help } = fault
      const column = [event, field].filter(part => part !== null).join('.') || null
      await output.out(
        json ? `${JSON.stringify(fault)}\n` : faultText({ file, line: line ?? 1 }, { column, message, help }),
      )
    }
    if (output.closed()) break
  }
  const found = tally.faults === 0 ? 'nothing is wrong' : `${counted(tally.faults, 'fault')} (above)`
  output.tell(`${counted(tally.codings, 'coding')} of the codebook’s form: ${found}`)
  return tally.faults > 0 ? exitCodes.partly : exitCodes.done
}

interface Where {
  readonly line: number
  /** Of a folder: the file in it. */
  readonly file?: string
}

const broken = (message: string, { check: { rows } }: CheckableFormat): RowFault => ({
  column: null,
  message,
  help:
    rows === 'csv'
      ? 'write the row again; a cell with a comma, a quotation mark or a line break stands in quotation marks, its own doubled'
      : 'write it again, or take it out',
})

const faultText = (
  { file, line: first }: Where & { readonly file: string },
  { column, message, help, line = first }: RowFault,
): string =>
  `${oneLine(file)}:${line}: ${column === null ? '' : `${oneLine(column)}: `}${oneLine(message)}\n  ${oneLine(help)}\n`

function summary(
  { name }: CheckableFormat,
  { rows, atFault, faults }: { rows: number; atFault: number; faults: number },
): string {
  const checked = `${counted(rows, 'row')} checked as ${name}`
  return faults === 0
    ? `${checked}: nothing is wrong`
    : `${checked}: ${counted(faults, 'fault')} in ${counted(atFault, 'place')} (above)`
}

function unknownForm(file: string): never {
  throw new InputFault({
    code: 'unknown-form',
    source: file,
    message: 'neither how it begins nor a .schema.json beside it tells its form',
    help: `say which with --format: ${checkable.map(({ name }) => name).join(', ')}`,
  })
}

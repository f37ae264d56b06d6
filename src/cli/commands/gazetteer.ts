import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { type DumpLine, readNameLine, readPlaceLine } from '../../gazetteer/index.js'
import { InputFault } from '../../model/input-fault.js'
import type { OwnName, OwnPlace, PlaceFile, PlaceFiles } from '../../ports.js'
import { openPlaceFiles, openPlaceFilesIfThere } from '../../store/index.js'
import { databaseOption } from '../database-option.js'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import { faultText } from '../faults.js'
import { linesOf } from '../inputs/lines.js'
import { zipEntry } from '../inputs/zip-entry.js'
import type { Output } from '../output.js'
import { counted, oneLine } from '../terminal.js'

interface Options {
  readonly db: string
}
interface AddOptions extends Options {
  readonly alternateNames?: string
}
interface ListOptions extends Options {
  readonly json?: true
}

export function addGazetteer(
  program: Command,
  run: (action: (output: Output) => Promise<ExitCode>) => Promise<void>,
): void {
  const gazetteer = program
    .command('gazetteer')
    .description('your own places from GeoNames, beside those that come with the program')
  gazetteer
    .command('add')
    .description('load places of GeoNames, and further names of them: read then knows them')
    .argument(
      '[file]',
      'allCountries or a country (SY.txt, SY.zip), as download.geonames.org/export/dump has it',
    )
    .option(
      '--alternate-names <file>',
      'alternateNamesV2 (.txt, .zip): further names of places that are loaded',
    )
    .addOption(databaseOption())
    .addHelpText(
      'after',
      `
Examples:
  herodotus gazetteer add SY.zip
  herodotus gazetteer add SY.zip --alternate-names alternateNamesV2.zip
  herodotus gazetteer add allCountries.zip --db case-12.db

A load that was cut short goes on where it stopped when it is given again; a file that is loaded adds nothing.
Exit status: 0 all lines are kept, 3 some are at fault (each is named and left out), 1 the file cannot be used.`,
    )
    .action((file: string | undefined, options: AddOptions) => run(output => add(file, options, output)))
  gazetteer
    .command('list')
    .description('what is loaded')
    .option('--json', 'one file a line')
    .addOption(databaseOption())
    .addHelpText(
      'after',
      '\nExamples:\n  herodotus gazetteer list\n  herodotus gazetteer list --json | jq .kept',
    )
    .action((options: ListOptions) => run(output => list(options, output)))
}

/** Lines kept at a time: what a kill loses, and what a load holds in memory. */
const batchSize = 5_000
/** The longest line of GeoNames is some ten thousand letters. */
const longestLine = 1_000_000
/** As many faults are named; of the rest it is told how many they are. */
const mostTold = 20

async function add(file: string | undefined, options: AddOptions, output: Output): Promise<ExitCode> {
  const { db, alternateNames } = options
  if (file === undefined && alternateNames === undefined) throw nothingGiven()
  const places = await openPlaceFiles(db)
  try {
    let broken = 0
    if (file !== undefined) broken += await addFile(file, 'places', places, output)
    if (alternateNames !== undefined) broken += await addFile(alternateNames, 'names', places, output)
    return broken > 0 ? exitCodes.partly : exitCodes.done
  } finally {
    await places.close()
  }
}

/** Loads one file, and gives how many of its lines are at fault. */
async function addFile(
  path: string,
  kind: PlaceFile['kind'],
  places: PlaceFiles,
  output: Output,
): Promise<number> {
  if (kind === 'names' && (await places.files()).length === 0) throw nothingToName(path)
  const sha256 = await hashOf(path, output)
  await checkFirstLines(path, kind)
  const file = await places.begin({ sha256, name: basename(path), kind, begunAt: new Date().toISOString() })
  if (file.finished) {
    output.tell(`${oneLine(path)} is loaded already: ${summaryOf(file)}`)
    return 0
  }
  if (file.lines > 0) output.tell(`${oneLine(path)}: goes on after line ${file.lines}`)
  const done = await load(path, file, places, output)
  output.tell(`${oneLine(path)}: ${summaryOf(done)}; read uses them from now on`)
  return done.broken
}

/** A file none of whose first lines can be read is something else, and nothing of it is kept. */
async function checkFirstLines(path: string, kind: PlaceFile['kind']): Promise<void> {
  let fault = 'it is empty'
  for await (const { number, bytes } of linesOf(await bytesOf(path, kind), longestLine)) {
    const line =
      bytes === null ? { fault: 'it is longer than any of GeoNames' } : readers[kind](textOf(bytes))
    if (!('fault' in line)) return
    fault = line.fault
    if (number === mostTold) break
  }
  throw notADump(path, fault)
}

const readers = { places: readPlaceLine, names: readNameLine } as const

/** Loads what a file still has to give, batch by batch. */
async function load(path: string, file: PlaceFile, places: PlaceFiles, output: Output): Promise<PlaceFile> {
  const readLine: (line: string) => DumpLine = readers[file.kind]
  let state = file
  let batch: { places: OwnPlace[]; names: OwnName[] } = { places: [], names: [] }
  let broken = 0
  let at = 0
  const keep = async (finished: boolean): Promise<void> => {
    if (at > state.lines || finished) {
      state = await places.keep(batch, { sha256: file.sha256, lines: at, broken, finished })
    }
    batch = { places: [], names: [] }
    broken = 0
  }
  for await (const { number, bytes } of linesOf(await bytesOf(path, file.kind), longestLine)) {
    at = number
    if (number <= file.lines || bytes?.length === 0) continue
    const line = bytes === null ? { fault: 'it is longer than any of GeoNames' } : readLine(textOf(bytes))
    if ('fault' in line) {
      broken++
      if (state.broken + broken <= mostTold) tellFault(path, number, line.fault, output)
    } else {
      batch.places.push(...line.places)
      batch.names.push(...line.names)
    }
    if (number % batchSize > 0) continue
    await keep(false)
    output.progress(`${counted(number, 'line')}, ${counted(state.kept, 'row')} kept`)
  }
  await keep(true)
  if (state.broken > mostTold) output.tell(`and ${counted(state.broken - mostTold, 'line')} more at fault`)
  return state
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).replace(/\r$/, '')

async function bytesOf(path: string, kind: PlaceFile['kind']): Promise<AsyncIterable<Uint8Array>> {
  if (!/\.zip$/i.test(path)) return createReadStream(path)
  const table =
    kind === 'names'
      ? /^alternateNames(?:V2)?\.txt$/i
      : /^(?:[A-Z]{2}|allCountries|cities\d+|no-country)\.txt$/i
  return zipEntry(path, name => table.test(name))
}

async function hashOf(path: string, output: Output): Promise<string> {
  try {
    const { size } = await stat(path)
    const hash = createHash('sha256')
    let read = 0
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk)
      read += chunk.length
      output.progress(`checking ${oneLine(path)}: ${Math.floor((100 * read) / size)} %`)
    }
    return hash.digest('hex')
  } catch (cause) {
    throw new InputFault({
      code: 'cannot-read',
      source: path,
      message: `cannot be read: ${cause instanceof Error ? cause.message : cause}`,
      help: 'give a file that is there and that you may read',
      cause,
    })
  }
}

async function list({ db, json }: ListOptions, output: Output): Promise<ExitCode> {
  const files = await filesOf(db)
  for (const file of files) {
    const { name, sha256, begunAt } = file
    const line = `${oneLine(name)}  ${summaryOf(file)}  ${begunAt.slice(0, 10)}  sha256 ${sha256}`
    await output.out(json ? `${JSON.stringify(file)}\n` : `${line}\n`)
  }
  if (files.length === 0) output.tell('nothing is loaded: herodotus gazetteer add FILE loads places')
  return exitCodes.done
}

async function filesOf(db: string): Promise<readonly PlaceFile[]> {
  const places = await openPlaceFilesIfThere(db)
  if (places === null) return []
  try {
    return await places.files()
  } finally {
    await places.close()
  }
}

function summaryOf({ kind, kept, lines, broken, finished }: PlaceFile): string {
  const what = counted(kept, kind === 'names' ? 'name' : 'place')
  const faults = broken > 0 ? `, ${counted(broken, 'line')} at fault` : ''
  return `${what} of ${counted(lines, 'line')}${faults}${finished ? '' : ' (cut short: add it again to go on)'}`
}

function tellFault(path: string, line: number, fault: string, output: Output): void {
  output.tell(
    faultText({
      source: `${path}:${line}`,
      message: `${fault}: the line is left out`,
      code: 'broken-line',
    }),
  )
}

function notADump(path: string, fault: string): InputFault {
  return new InputFault({
    code: 'not-a-dump',
    source: path,
    message: `is no table of GeoNames: none of its first lines can be read (${fault})`,
    help: 'give allCountries or a country from download.geonames.org/export/dump, or alternateNamesV2 with --alternate-names',
  })
}

function nothingGiven(): InputFault {
  return new InputFault({
    code: 'no-file',
    source: 'herodotus gazetteer add',
    message: 'no file was given',
    help: 'give a file of places, or of names with --alternate-names; herodotus gazetteer add --help has examples',
  })
}

function nothingToName(path: string): InputFault {
  return new InputFault({
    code: 'no-places',
    source: path,
    message: 'there are no places that it could name',
    help: 'load places first: herodotus gazetteer add SY.zip',
  })
}

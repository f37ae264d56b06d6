import { readFileSync } from 'node:fs'
import { type Command, InvalidArgumentError } from 'commander'
import { type Desk, openDesk } from '../../desk/index.js'
import { loadActors, loadGazetteer } from '../../gazetteer/index.js'
import { InputFault } from '../../model/input-fault.js'
import { openRecord } from '../../open-record.js'
import type { Store } from '../../ports.js'
import { databaseName } from '../../store/index.js'
import { databaseOption } from '../database-option.js'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import type { Output } from '../output.js'
import { untilEnded } from '../until-ended.js'

interface Options {
  readonly db: string
  readonly port: number
  readonly borders?: string
}

export function addDesk(
  program: Command,
  run: (action: (output: Output) => Promise<ExitCode>) => Promise<void>,
): void {
  program
    .command('desk')
    .description('open the record in a web desk on this machine: look, compare, decide')
    .addOption(portOption(program))
    .option('--borders <file>', 'GeoJSON or TopoJSON with the borders that the map is to draw')
    .addOption(databaseOption())
    .addHelpText(
      'after',
      `
Examples:
  herodotus desk
  herodotus desk --db case-12.db --port 4280
  herodotus desk --borders borders.json

It answers on 127.0.0.1 alone, to whoever opens the printed link. The link works once: Enter prints another. Ctrl-C ends it.`,
    )
    .action((options: Options) => run(output => desk(options, output)))
}

export function portOption(program: Command) {
  return program
    .createOption('--port <number>', 'the port to answer on; any that is free if not given')
    .argParser(port)
    .default(0, 'any')
}

function port(text: string): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number <= 65_535) return number
  throw new InvalidArgumentError('a port is a number from 0 to 65535')
}

async function desk({ db, port: at, borders }: Options, output: Output): Promise<ExitCode> {
  const store = await openRecord(db)
  try {
    return await serveDesk(store, { name: databaseName(db), port: at, borders, isDemo: false }, output)
  } finally {
    await store.close()
  }
}

export interface Served {
  readonly name: string
  readonly port: number
  readonly borders?: string | undefined
  readonly isDemo: boolean
  /** The view that the printed link opens. */
  readonly at?: string
}

/** Serves a desk on an open record until it is ended. */
export async function serveDesk(
  store: Store,
  { name, port: at, borders, isDemo, at: view }: Served,
  output: Output,
): Promise<ExitCode> {
  const gazetteer = loadGazetteer()
  const actors = loadActors(await store.actors())
  const record = { store, gazetteer, actors, name, isDemo, borders: borders ? readBorders(borders) : null }
  const opened = await openOn(record, at)
  output.tell(
    `the desk on ${name} is open; this link works once (Enter prints another, Ctrl-C ends the desk):`,
  )
  await output.out(`${opened.link(view)}\n`)
  await untilEnded(() => void output.out(`${opened.link(view)}\n`))
  await opened.close()
  output.tell(`the desk on ${name} is closed`)
  return exitCodes.done
}

async function openOn(record: Parameters<typeof openDesk>[0], at: number): Promise<Desk> {
  try {
    return await openDesk(record, at)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    throw new InputFault({
      code: 'port-taken',
      source: `port ${at}`,
      message: `another program answers on port ${at}`,
      help: 'leave --port out for one that is free, or end the other program (it may be another desk)',
    })
  }
}

function readBorders(file: string): string {
  const fault = (message: string): InputFault =>
    new InputFault({
      code: 'bad-borders',
      source: file,
      message,
      help: 'give a file of GeoJSON (FeatureCollection) or TopoJSON (Topology), or leave --borders out',
    })
  try {
    const text = readFileSync(file, 'utf8')
    const { type } = JSON.parse(text) as { type?: unknown }
    if (type === 'FeatureCollection' || type === 'Topology') return text
    throw fault(`it is neither a FeatureCollection nor a Topology`)
  } catch (error) {
    if (error instanceof InputFault) throw error
    throw fault(error instanceof Error ? error.message : String(error))
  }
}

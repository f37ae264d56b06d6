import { accessSync, constants } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Command } from 'commander'
import { loadTools } from '../../load-tools.js'
import { openRecord, openRecordIfThere } from '../../open-record.js'
import type { ReaderChoice } from '../../reader/index.js'
import { databaseName } from '../../store/index.js'
import { databaseOption } from '../database-option.js'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import { isFatal } from '../faults.js'
import type { Output } from '../output.js'
import { readerChoice, withReaderOptions } from '../reader-options.js'
import { counted } from '../terminal.js'

interface Options extends ReaderChoice {
  readonly json?: true
  readonly db: string
}

interface Finding {
  readonly part: string
  readonly ok: boolean
  readonly found: string
  /** What to do where it is not well; empty where it is. */
  readonly help: string
}

export function addDoctor(
  program: Command,
  run: (action: (output: Output) => Promise<ExitCode>) => Promise<void>,
): void {
  withReaderOptions(
    program
      .command('doctor')
      .description('check that this machine has what Herodotus needs')
      .option('--json', 'one finding a line')
      .addOption(databaseOption()),
  )
    .addHelpText('after', '\nExamples:\n  herodotus doctor\n  herodotus doctor --json | jq .ok')
    .action((options: Options) => run(output => doctor(options, output)))
}

async function doctor(options: Options, output: Output): Promise<ExitCode> {
  const { db, json } = options
  const findings = [node(), await sqlite(), await database(db), await reader(readerChoice(options))]
  for (const finding of findings) {
    const { part, ok, found, help } = finding
    const line = `${ok ? 'ok ' : 'NOT'}  ${part.padEnd(10)}${found}${help ? `\n     ${help}` : ''}`
    await output.out(json ? `${JSON.stringify(finding)}\n` : `${line}\n`)
  }
  return findings.every(({ ok }) => ok) ? exitCodes.done : exitCodes.failed
}

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const ok = major > 20 || (major === 20 && minor >= 19)
  return { part: 'node', ok, found: process.versions.node, help: ok ? '' : 'install Node 20.19 or later' }
}

async function sqlite(): Promise<Finding> {
  try {
    const store = await openRecord(':memory:', { mode: 'write' })
    await store.close()
    return { part: 'sqlite', ok: true, found: 'loads and writes', help: '' }
  } catch (error) {
    const help = 'run npm rebuild better-sqlite3; it needs its prebuilt binary, or a C++ compiler'
    return { part: 'sqlite', ok: false, found: String(error), help }
  }
}

async function database(db: string): Promise<Finding> {
  const name = db.includes('://') ? databaseName(db) : resolve(db)
  const finding = (ok: boolean, found: string, help = ''): Finding => ({ part: 'database', ok, found, help })
  try {
    const store = await openRecordIfThere(db)
    if (store === null) return whereNoneIs(name, finding)
    const { reports, events } = await store.counts()
    await store.close()
    return finding(true, `${name}: ${counted(reports, 'report')}, ${counted(events, 'event')}`)
  } catch (error) {
    const help = isFatal(error) ? error.help : 'give another with --db'
    return finding(false, error instanceof Error ? error.message : String(error), help)
  }
}

/** Whether a database could be made; an address that was reached can be, as far as its server lets us. */
function whereNoneIs(name: string, finding: (ok: boolean, found: string, help?: string) => Finding): Finding {
  const ready = finding(true, `${name} will be made by herodotus read`)
  if (name.includes('://')) return ready
  try {
    accessSync(dirname(name), constants.W_OK)
    return ready
  } catch {
    return finding(false, `${dirname(name)} cannot be written`, 'give another with --db')
  }
}

/** Loads the reader that would read, as far as that sends nothing: a language model is not asked. */
async function reader(choice: ReaderChoice): Promise<Finding> {
  try {
    const { versions, notes } = await loadTools(choice)
    const found = `${versions.reader}, places ${versions.gazetteer}, actors ${versions.actors}`
    return { part: 'reader', ok: true, found: [found, ...notes].join('; '), help: '' }
  } catch (error) {
    if (!isFatal(error)) throw error
    return { part: 'reader', ok: false, found: error.message, help: error.help }
  }
}

import { type LoadedTools, loadTools } from '../load-tools.js'
import { InputFault } from '../model/input-fault.js'
import type { Versions } from '../model/reading.js'
import { openRecord } from '../open-record.js'
import type { Queued } from '../ports.js'
import { type ReaderChoice, ReaderError } from '../reader/index.js'
import { takeSnapshot } from '../stages/1-acquire/index.js'
import { databaseName, openJobs, openPlaces } from '../store/index.js'
import { type ExitCode, exitCodes } from './exit-codes.js'
import { faultText } from './faults.js'
import { gatherInputs } from './inputs.js'
import type { Output } from './output.js'
import { counted, oneLine } from './terminal.js'

interface Options extends ReaderChoice {
  readonly published?: string
  readonly db: string
}

type Tally = Record<Queued | 'faults', number>

/** Keeps every input as it came in, for workers to read, and names each that cannot be a report. */
export async function queueInputs(
  files: readonly string[],
  options: Options,
  output: Output,
): Promise<ExitCode> {
  const queue = await openJobs(options.db)
  const tally: Tally = { added: 0, read: 0, there: 0, 'set-aside': 0, again: 0, faults: 0 }
  try {
    const { reader = null, readerUrl = null } = options
    const versions = await versionsHere(options, output)
    const clock = { now: () => new Date().toISOString() }
    for await (const input of gatherInputs(files, { published: options.published ?? null }, clock)) {
      try {
        if (input instanceof InputFault) throw input
        tally[await queue.add({ snapshot: takeSnapshot(input), reader, readerUrl, versions })]++
      } catch (error) {
        if (!(error instanceof InputFault)) throw error
        tally.faults++
        output.tell(faultText(error))
      }
      output.progress(`queued ${counted(tally.added + tally.again, 'report')}`)
    }
  } finally {
    output.tell(summary(tally, databaseName(options.db)))
    await queue.close()
  }
  return tally.faults > 0 ? exitCodes.partly : exitCodes.done
}

/** What this machine would read with; null where it cannot: the workers may be able to. */
async function versionsHere(options: Options, output: Output): Promise<Versions | null> {
  const store = await openRecord(options.db)
  const places = await openPlaces(options.db)
  try {
    const { reader, readerUrl } = options
    const tools: LoadedTools = await loadTools({ actors: await store.actors(), places, reader, readerUrl })
    return tools.versions
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error
    const why = oneLine(error.message)
    output.tell(`note: not checked whether the reports have been read already: ${why}`)
    return null
  } finally {
    await places.close()
    await store.close()
  }
}

function summary(tally: Readonly<Tally>, db: string): string {
  const queued = tally.added + tally.again
  const parts = [queued > 0 ? `queued ${counted(queued, 'report')} in ${db}` : 'nothing new was queued']
  if (tally.there > 0) parts.push(`${tally.there} queued already`)
  if (tally.read > 0) parts.push(`${tally.read} read already by this version`)
  if (tally['set-aside'] > 0) parts.push(`${tally['set-aside']} set aside before (herodotus status says why)`)
  if (tally.faults > 0) parts.push(`${counted(tally.faults, 'input')} could not be queued (named above)`)
  return `${parts.join('; ')}${queued + tally.there > 0 ? '\n  herodotus work reads them' : ''}`
}

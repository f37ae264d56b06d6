import type { Command } from 'commander'
import { openRecord } from '../../open-record.js'
import {
  type EventFilter,
  type EventSort,
  eventSorts,
  everyPage,
  type FoundEvent,
  type Store,
  type StoredEvent,
} from '../../ports.js'
import { chronicleEntry, undatedHeading } from '../chronicle.js'
import { databaseOption } from '../database-option.js'
import { withCountry, withEventFilters } from '../event-filter.js'
import { eventSheet } from '../event-sheet.js'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import type { Output } from '../output.js'
import { oneLine } from '../terminal.js'

interface Options extends EventFilter {
  readonly sort: EventSort
  readonly json?: true
  readonly db: string
}

export function addShow(
  program: Command,
  run: (action: (output: Output) => Promise<ExitCode>) => Promise<void>,
): void {
  withEventFilters(
    program
      .command('show')
      .description('show what is kept: a chronicle, or every value of one event')
      .argument('[event]', 'an event id, or enough of its beginning'),
  )
    .addOption(program.createOption('--sort <order>', 'what comes first').choices(eventSorts).default('time'))
    .option('--json', 'one event a line, with its report; `besides` are others that tell of the same')
    .addOption(databaseOption())
    .addHelpText(
      'after',
      `
Examples:
  herodotus show
  herodotus show --kind air-strike --place SY --from 2031-01-01
  herodotus show --box 35.5,32,42.4,37.3       drawn there on a map: west, south, east, north
  herodotus show --search "market shelling"        passages that say both words, in any order
  herodotus show --holder "monitoring group" --status attributed
  herodotus show --review undecided --sort doubt
  herodotus show event:3f9c2a      every value with its words and its rule`,
    )
    .action((event: string | undefined, options: Options) => run(output => show(event, options, output)))
}

async function show(id: string | undefined, options: Options, output: Output): Promise<ExitCode> {
  const { json, db, sort, ...filter } = options
  const store = await openRecord(db, { mode: 'read' })
  try {
    if (id !== undefined) return await showOne(id, await store.event(id), json === true, output)
    let found = 0
    let dated = true
    // In order of time, the store gives undated ones last.
    for await (const stored of sorted(store, withCountry(filter), sort)) {
      const { event, report } = stored
      found++
      const entry = chronicleEntry(event, report, output.style)
      const heading = sort === 'time' && dated && !entry.dated ? undatedHeading : ''
      dated = entry.dated
      await output.out(json ? jsonOf(stored) : `${heading}${entry.text}${besidesText(stored)}\n`)
      if (output.closed()) break
    }
    if (found === 0) output.tell(await nothingFits(store, filter))
    return exitCodes.done
  } finally {
    await store.close()
  }
}

async function* sorted(store: Store, filter: EventFilter, sort: EventSort): AsyncGenerator<StoredEvent> {
  const pages = everyPage(after => store.page(filter, { sort, after, limit: 200 }))
  for await (const { events } of pages) yield* events
}

const jsonOf = ({ event, report, besides }: StoredEvent): string =>
  `${JSON.stringify({ event, report, besides: besides.map(one => ({ event: one.event, report: one.report })) })}\n`

/** The others that a person said tell of the same occurrence. */
const besidesText = ({ besides }: StoredEvent): string =>
  besides.map(({ event, report }) => `  told too by ${oneLine(report.name)}, ${event.id}\n`).join('')

/** What is to be said of an id that is not the event's own, or that the record no longer has; null where all is plain. */
function standingText({ asked, event, standing }: FoundEvent): string | null {
  if (standing === 'removed')
    return `${event.id} is not in the record: this is what it last was (herodotus review history ${event.id})`
  if (standing === 'older')
    return `${event.id} is told by an older reading of its report alone: this is what it was`
  return asked === event.id ? null : `${asked} leads to ${event.id}`
}

/** Of words that no event is told in, whether reports say them at all. */
async function nothingFits(store: Store, { search }: EventFilter): Promise<string> {
  const none = 'no event fits; `herodotus show` without filters shows all that is kept'
  if (search === undefined) return none
  const names = new Set<string>()
  for await (const { report } of store.search(search)) {
    names.add(report.name)
    if (names.size > mostNamed) break
  }
  if (names.size === 0) return `${none}\n  no report says these words together`
  const named = [...names].slice(0, mostNamed).map(oneLine).join(', ')
  return `${none}\n  the words stand in ${named}${names.size > mostNamed ? ' and others' : ''}, in passages that tell no such event`
}

const mostNamed = 5

async function showOne(
  id: string,
  found: readonly FoundEvent[],
  json: boolean,
  output: Output,
): Promise<ExitCode> {
  const [one, ...others] = found
  if (!one) {
    output.tell(
      `error: no event ${oneLine(id)}\n  herodotus show lists the events that are kept, with their ids`,
    )
    return exitCodes.failed
  }
  if (others.length > 0) {
    const ids = found.map(({ event }) => `  ${event.id}`).join('\n')
    output.tell(`error: ${oneLine(id)} is the beginning of ${found.length} ids; give more of it\n${ids}`)
    return exitCodes.failed
  }
  const led = standingText(one)
  if (led !== null) output.tell(`note: ${led}`)
  const { event, report } = one
  await output.out(json ? jsonOf(one) : `${eventSheet(event, report, output.style)}${besidesText(one)}`)
  return exitCodes.done
}

import type { Command } from 'commander'
import { type Explanation, explain, fieldsOf } from '../../explain/index.js'
import type { Event } from '../../model/event.js'
import type { RecordedEvent } from '../../model/recorded.js'
import { openRecord } from '../../open-record.js'
import type { StoredEvent } from '../../ports.js'
import type { HistoryLine } from '../../review/index.js'
import { ruleMeaning } from '../../rule-meanings.js'
import { chronicleEntry } from '../chronicle.js'
import { databaseOption } from '../database-option.js'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import { decisionsOn, readAs } from '../explained-decisions.js'
import { explanationSheet } from '../explanation-sheet.js'
import { historyText } from '../history-text.js'
import type { Output } from '../output.js'
import { counted, oneLine, type Style } from '../terminal.js'

interface Options {
  readonly json?: true
  readonly db: string
}

export function addExplain(
  program: Command,
  run: (action: (output: Output) => Promise<ExitCode>) => Promise<void>,
): void {
  program
    .command('explain')
    .description('say why an event is in the record as it is: words, rules, what lost, what would change it')
    .argument('<event>', 'an event id, or enough of its beginning; with .FIELD, one field of it')
    .option('--json', 'the same as JSON')
    .addOption(databaseOption())
    .addHelpText(
      'after',
      `
Fields are those of the record: triggers, kind, status, when, where, initiators, targets, means, harm, said, partOf; and
where.0 and the like for one value of several.

Examples:
  herodotus explain event:3f9c2a
  herodotus explain 3f9c2a.status      which words make it attributed, and what would make it asserted
  herodotus explain 3f9c2a.where.0     which places bear the name, and why this one won
  herodotus explain 3f9c2a.harm --json | jq .fields[].lost`,
    )
    .action((event: string, options: Options) => run(output => explainOne(event, options, output)))
}

async function explainOne(asked: string, { json, db }: Options, output: Output): Promise<ExitCode> {
  const dot = asked.indexOf('.')
  const [id, field] = dot < 0 ? [asked, null] : [asked.slice(0, dot), asked.slice(dot + 1)]
  const store = await openRecord(db, { mode: 'read' })
  try {
    const one = onlyOne(id, await store.event(id), output)
    if (!one) return exitCodes.usage
    const reading = await store.reading(one.event.id)
    if (!reading) {
      output.tell(`error: no reading tells ${one.event.id}`)
      return exitCodes.usage
    }
    const read = readAs(one.event, reading.events)
    const fields = new Set([...fieldsOf(one.event), ...(read ? fieldsOf(read) : [])])
    if (field !== null && !fields.has(field)) {
      output.tell(unknownField(field, one.event))
      return exitCodes.usage
    }
    const { lines, read: place } = await decisionsOn(store, one.event, read, field)
    const explanation =
      read && place !== undefined
        ? explain(reading, read, place, ruleMeaning)
        : {
            event: one.event.id,
            report: one.report.id,
            reading: reading.id,
            versions: reading.versions,
            fields: [],
          }
    if (json) {
      const decisions = lines.length > 0 ? { decisions: lines.map(decisionTold) } : {}
      await output.out(`${JSON.stringify({ ...explanation, ...decisions })}\n`)
    } else await output.out(explainedText({ one, read, lines, explanation }, output.style))
    return exitCodes.done
  } finally {
    await store.close()
  }
}

interface Explained {
  readonly one: StoredEvent
  readonly read: Event | undefined
  readonly lines: readonly HistoryLine[]
  readonly explanation: Explanation
}

function explainedText({ one, read, lines, explanation }: Explained, style: Style): string {
  const entry = `${chronicleEntry(one.event, one.report, style).text}\n`
  const decided = lines.length > 0 ? `${style.bold('decided')}\n${lines.map(decidedLine).join('\n')}\n\n` : ''
  if (!read || explanation.fields.length === 0)
    return `${entry}${decided}no reading tells it: people decided it\n`
  const heading = lines.length > 0 ? `${style.bold('as it was read')}\n` : ''
  return `${entry}${decided}${heading}${explanationSheet(explanation, read, style)}`
}

const decidedLine = (line: HistoryLine): string => `  ${historyText(line).replaceAll('\n', '\n  ')}`

const decisionTold = ({ review: { id, reviewer, at, note }, text, undoneBy, loose }: HistoryLine) => ({
  review: id,
  reviewer,
  at,
  says: text,
  note,
  undoneBy,
  loose,
})

function onlyOne(id: string, found: readonly StoredEvent[], output: Output): StoredEvent | null {
  const [one, ...others] = found
  if (one && others.length === 0) return one
  const ids = found.map(
    ({ event }) => `  ${event.id}  ${event.kind.value}, ${oneLine(event.triggers[0].exact)}`,
  )
  output.tell(
    one
      ? `error: ${oneLine(id)} is the beginning of ${found.length} ids; give more of it\n${ids.join('\n')}`
      : `error: no event ${oneLine(id)}\n  herodotus show lists the events that are kept, with their ids`,
  )
  return null
}

function unknownField(field: string, event: RecordedEvent): string {
  const empty = /^(\w+)\.\d+$/.exec(field)?.[1]
  const known = fieldsOf(event)
  const values = known.filter(one => one.startsWith(`${empty}.`)).length
  const why = empty && known.includes(empty) ? `; its ${empty} has ${counted(values, 'value')}` : ''
  return `error: ${event.id} has no field ${oneLine(field)}${why}\n  there is: ${known.join(', ')}`
}

import type { Command } from 'commander'
import { explain, fieldsOf } from '../../explain/index.js'
import type { Event } from '../../model/event.js'
import { openRecord } from '../../open-record.js'
import type { StoredEvent } from '../../ports.js'
import { ruleMeaning } from '../../rule-meanings.js'
import { chronicleEntry } from '../chronicle.js'
import { databaseOption } from '../database-option.js'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import { explanationSheet } from '../explanation-sheet.js'
import type { Output } from '../output.js'
import { counted, oneLine } from '../terminal.js'

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
    const { report } = one
    const reading = await store.reading(one.event.id)
    const event = reading?.events.find(({ id }) => id === one.event.id)
    if (!reading || !event) {
      output.tell(`error: no reading tells ${one.event.id}: a reviewer added it`)
      return exitCodes.usage
    }
    if (field !== null && !fieldsOf(event).includes(field)) {
      output.tell(unknownField(field, event))
      return exitCodes.usage
    }
    const explanation = explain(reading, event, field, ruleMeaning)
    if (json) await output.out(`${JSON.stringify(explanation)}\n`)
    else {
      const { style } = output
      await output.out(
        `${chronicleEntry(event, report, style).text}\n${explanationSheet(explanation, event, style)}`,
      )
    }
    return exitCodes.done
  } finally {
    await store.close()
  }
}

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

function unknownField(field: string, event: Event): string {
  const empty = /^(\w+)\.\d+$/.exec(field)?.[1]
  const known = fieldsOf(event)
  const values = known.filter(one => one.startsWith(`${empty}.`)).length
  const why = empty && known.includes(empty) ? `; its ${empty} has ${counted(values, 'value')}` : ''
  return `error: ${event.id} has no field ${oneLine(field)}${why}\n  there is: ${known.join(', ')}`
}

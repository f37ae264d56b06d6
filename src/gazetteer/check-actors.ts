import type { ActorRow } from '../ports.js'
import { nameKey } from '../text/name-key.js'
import { type ActorFault, type ActorLine, actorLines, meet, namesOf, rowFaults } from './actor-table.js'
import { builtInTables } from './built-in-actors.js'
import { readCountries } from './countries.js'
import { stateActors } from './state-actors.js'

/** A table of actors that was checked. */
export interface CheckedActors {
  readonly rows: readonly ActorRow[]
  /** In order of the lines; empty where the rows can be used. */
  readonly faults: readonly ActorFault[]
}

/**
 * Checks a table of actors that is to stand beside the built-in ones and beside rows that are kept already: each cell, ids,
 * and names that belong to two actors at one time. A row with an id that is there already takes its place.
 */
export function checkActorTable(text: string, kept: readonly ActorRow[] = []): CheckedActors {
  const own = new Set(actorLines(text).lines.map(({ row }) => row.id))
  const builtIn = builtInTables().flatMap(({ lines, file }) => lines.map(({ row }) => ({ row, of: file })))
  const others = [...builtIn, ...kept.map(row => ({ row, of: 'your own actors' }))]
  return checked(
    text,
    others.filter(({ row }) => !own.has(row.id)),
  )
}

/** Checks the tables that come with the program, each with its file's name. */
export function checkBuiltInActors(): readonly { readonly file: string; readonly checked: CheckedActors }[] {
  const tables = builtInTables()
  return tables.map(({ file, text }) => {
    const others = tables.filter(table => table.file !== file)
    const rows = others.flatMap(({ lines, file: of }) => lines.map(({ row }) => ({ row, of })))
    return { file, checked: checked(text, rows) }
  })
}

interface Other {
  readonly row: ActorRow
  /** The table that it stands in, for messages. */
  readonly of: string
}

function checked(text: string, others: readonly Other[]): CheckedActors {
  const { lines, faults: ofTable } = actorLines(text)
  const countries = readCountries()
  const codes = new Set(countries.all.map(({ code }) => code))
  const faulty = lines.flatMap(line => rowFaults(line, codes))
  const withDates = lines.filter(({ line }) => !faulty.some(f => f.line === line && f.code === 'bad-date'))
  const faults = [
    ...ofTable,
    ...faulty,
    ...repeatedIds(lines),
    ...sharedNames(withDates, others, stateActors(countries)),
  ]
  return { rows: lines.map(({ row }) => row), faults: faults.sort((a, b) => a.line - b.line) }
}

function repeatedIds(lines: readonly ActorLine[]): ActorFault[] {
  return lines.flatMap(({ line, row }, i) => {
    const before = lines.slice(0, i).find(other => other.row.id === row.id)
    if (!before || row.id === '') return []
    const message = `the id ${row.id} stands on line ${before.line} too`
    return [{ line, code: 'same-id' as const, message, help: 'give each actor an id of its own' }]
  })
}

/** Names that another actor has at the same time, and that are not marked as shared. */
function sharedNames(
  lines: readonly ActorLine[],
  others: readonly Other[],
  states: ReturnType<typeof stateActors>,
): ActorFault[] {
  const bearers = new Map<string, Other[]>()
  for (const bearer of [...others, ...lines.map(({ line, row }) => ({ row, of: `line ${line}` }))]) {
    for (const key of keysOf(bearer.row)) bearers.set(key, [...(bearers.get(key) ?? []), bearer])
  }
  return lines.flatMap(({ line, row }) =>
    namesOf(row).flatMap(({ name, shared }) => {
      const key = nameKey(name)
      if (shared || key === '') return []
      const other = (bearers.get(key) ?? []).find(b => b.row.id !== row.id && meet(b.row, row))
      const state = states(key)?.id
      const whose = other ? `${other.row.id} (${other.of})` : state?.startsWith('state:') ? state : undefined
      if (!whose) return []
      const message = `${name} belongs to ${row.id} and to ${whose} at the same time`
      return [{ line, code: 'shared-alias' as const, message, help: sharedHelp }]
    }),
  )
}

const sharedHelp =
  'leave the name to one of them; or part them by dates; or mark it as shared with a ? before it (?JEM): such a name is never guessed'

const keysOf = (row: ActorRow): Set<string> => new Set(namesOf(row).map(({ name }) => nameKey(name)))

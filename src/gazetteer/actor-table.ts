import { ActorType } from '../model/vocabulary.js'
import { type ActorRow, actorColumns, type RegisteredActor } from '../ports.js'
import { edtfBounds } from '../text/edtf.js'
import { parts } from './table.js'

/** What is wrong with a line of a table of actors. */
export interface ActorFault {
  /** Counted from 1; the header is line 1. */
  readonly line: number
  readonly code:
    | 'missing-column'
    | 'unknown-column'
    | 'too-many-cells'
    | 'bad-id'
    | 'same-id'
    | 'missing-name'
    | 'unknown-type'
    | 'unknown-country'
    | 'unknown-side'
    | 'bad-wikidata-id'
    | 'bad-date'
    | 'shared-alias'
  readonly message: string
  readonly help: string
}

/** A row with the line that it stands on. */
export interface ActorLine {
  readonly line: number
  readonly row: ActorRow
}

const required: readonly string[] = ['id', 'name', 'type']

/**
 * Takes a table of actors apart: tab-separated, the first line names the columns, `#` starts a comment. Columns may stand in
 * any order, and those that may be empty may be missing. What is not a table gives faults and no rows.
 */
export function actorLines(text: string): { lines: readonly ActorLine[]; faults: readonly ActorFault[] } {
  const [header = '', ...rest] = text.replace(/^\ufeff/, '').split(/\r?\n/)
  const columns = header.split('\t')
  const faults: ActorFault[] = [
    ...required
      .filter(name => !columns.includes(name))
      .map(name => fault(1, 'missing-column', `there is no column ${name}`, columnsHelp)),
    ...columns
      .filter(name => !(actorColumns as readonly string[]).includes(name))
      .map(name => fault(1, 'unknown-column', `there is no such column: ${name || '(empty)'}`, columnsHelp)),
  ]
  if (faults.length > 0) return { lines: [], faults }
  const lines = rest.flatMap((text, i) => {
    if (text.trim() === '' || text.startsWith('#')) return []
    const cells = text.split('\t')
    if (cells.length > columns.length) {
      faults.push(
        fault(i + 2, 'too-many-cells', `${cells.length} cells for ${columns.length} columns`, columnsHelp),
      )
      return []
    }
    const row = Object.fromEntries(
      actorColumns.map(name => [name, (cells[columns.indexOf(name)] ?? '').trim()]),
    )
    return [{ line: i + 2, row: row as ActorRow }]
  })
  return { lines, faults }
}

const columnsHelp = `the columns are ${actorColumns.join(', ')}, parted by tabs (docs/actors.md)`

const fault = (line: number, code: ActorFault['code'], message: string, help: string): ActorFault => ({
  line,
  code,
  message,
  help,
})

/** What is wrong with one row, whatever the others say. */
export function rowFaults({ line, row }: ActorLine, countries: ReadonlySet<string>): ActorFault[] {
  const faults: ActorFault[] = []
  const unless = (ok: boolean, code: ActorFault['code'], message: string, help: string): void => {
    if (!ok) faults.push(fault(line, code, message, help))
  }
  unless(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(row.id),
    'bad-id',
    `not an id: ${row.id || '(empty)'}`,
    'use small letters, digits and hyphens: valley-defence-union',
  )
  unless(row.name !== '', 'missing-name', `${row.id || 'the row'} has no name`, 'give the full name')
  unless(
    ActorType.safeParse(row.type).success,
    'unknown-type',
    `no such type: ${row.type || '(empty)'}`,
    `use one of ${ActorType.options.join(', ')}`,
  )
  unless(
    row.country === '' || countries.has(row.country),
    'unknown-country',
    `no such country: ${row.country}`,
    'use the two capital letters of ISO 3166-1 (SY), or leave it empty',
  )
  unless(
    ['', 'government', 'opposition'].includes(row.side),
    'unknown-side',
    `no such side: ${row.side}`,
    'use government or opposition, or leave it empty',
  )
  unless(
    /^(?:Q[1-9]\d*)?$/.test(row.wikidata),
    'bad-wikidata-id',
    `not a Wikidata id: ${row.wikidata}`,
    'use the id of the item (Q1065), or leave it empty',
  )
  for (const column of ['from', 'to'] as const)
    unless(isDate(row[column]), 'bad-date', `not a date in ${column}: ${row[column]}`, dateHelp)
  if (isDate(row.from) && isDate(row.to) && row.from !== '' && row.to !== '') {
    const [from, to] = [edtfBounds(row.from).earliest ?? '', edtfBounds(row.to).latest ?? '']
    unless(from <= to, 'bad-date', `it ends (${row.to}) before it begins (${row.from})`, dateHelp)
  }
  return faults
}

const dateHelp = 'use a year, a month or a day (2014, 2014-06, 2014-06-29), or leave it empty'

function isDate(text: string): boolean {
  if (text === '') return true
  try {
    edtfBounds(text)
    return /^\d{4}(?:-\d\d){0,2}$/.test(text)
  } catch {
    return false
  }
}

/** A name by which a row's actor goes. A `?` before an alias says that others are known to go by it too. */
export interface ActorName {
  readonly name: string
  readonly shared: boolean
}

export function namesOf(row: ActorRow): ActorName[] {
  return [row.name, ...parts(row.aliases)].map(name => ({
    name: name.replace(/^\?/, '').trim(),
    shared: name.startsWith('?'),
  }))
}

/** The actor of a row without faults. */
export function actorOf(row: ActorRow, kind: 'actor' | 'person'): RegisteredActor {
  const [{ name } = { name: row.name }, ...aliases] = namesOf(row)
  return Object.freeze({
    id: `${kind}:${row.id}`,
    name,
    aliases: aliases.map(alias => alias.name),
    type: ActorType.parse(row.type),
    country: row.country || null,
    side: row.side === 'government' || row.side === 'opposition' ? row.side : null,
    wikidata: row.wikidata || null,
    from: row.from || null,
    to: row.to || null,
  })
}

/** From when to when (EDTF), open where empty or null. */
export interface Period {
  readonly from: string | null
  readonly to: string | null
}

/** Whether two periods have a day in common. */
export function meet(a: Period, b: Period): boolean {
  const first = ({ from }: Period): string => (from ? (edtfBounds(from).earliest ?? '') : '')
  const last = ({ to }: Period): string => (to ? (edtfBounds(to).latest ?? '9') : '9')
  return first(a) <= last(b) && first(b) <= last(a)
}

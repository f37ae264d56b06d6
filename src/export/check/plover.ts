import { ploverEvents, ploverSectors } from '../plover-codes.js'
import { fault, idsOnce, isDay, quoted } from './cells.js'
import type { RowChecker, RowFault } from './row-checker.js'
import { at } from './words.js'

type PloverRow = Readonly<Record<string, unknown>>

/** Checks records of PLOVER 2.0: what it requires, its event types with their modes and quad classes, days, unique ids. */
export function ploverChecker(): RowChecker {
  const once = idsOnce('id')
  return {
    columns: () => [],
    row: row => [
      ...required(row),
      ...(typeof row.id === 'string' ? once(row.id) : []),
      ...dateFaults(row),
      ...eventFaults(row),
      ...sectorFaults(row),
    ],
  }
}

function required(row: PloverRow): RowFault[] {
  const faults = ['id', 'date']
    .filter(key => typeof row[key] !== 'string' || row[key] === '')
    .map(key => fault(key, 'PLOVER requires it, and it is not there', 'tell it, or take the record out'))
  const actors = listOf(row.actor)
  if (actors.length === 0)
    faults.push(fault('actor', 'PLOVER requires an actor', 'name one, or take the record out'))
  return faults
}

function dateFaults(row: PloverRow): RowFault[] {
  const { date, enddate } = row
  const faults = (['date', 'enddate'] as const)
    .filter(key => typeof row[key] === 'string' && row[key] !== '' && !isDay(String(row[key])))
    .map(key =>
      fault(key, `${quoted(String(row[key]))} is no day`, 'write a day of the calendar as YYYY-MM-DD'),
    )
  if (typeof date === 'string' && typeof enddate === 'string' && enddate !== '' && enddate < date)
    faults.push(
      fault('enddate', `it ends on ${enddate}, before it starts on ${date}`, 'put the days in order'),
    )
  return faults
}

function sectorFaults(row: PloverRow): RowFault[] {
  return (['actor', 'recipient'] as const).flatMap(key =>
    listOf(row[key]).flatMap(entity => {
      const sector = at(entity, 'sector')
      if (sector === null || sector === undefined || ploverSectors.includes(String(sector))) return []
      const help = `give one of ${ploverSectors.join(', ')}, or null`
      return [fault(key, `PLOVER 2.0 has no sector ${quoted(String(sector))}`, help)]
    }),
  )
}

function eventFaults(row: PloverRow): RowFault[] {
  const types = listOf(row.event).map(String)
  const modes = listOf(row.mode).map(String)
  const help = `give one of ${Object.keys(ploverEvents).join(', ')}`
  if (types.length === 0) return [fault('event', 'there is no event type', help)]
  const known = types.flatMap(type => (Object.hasOwn(ploverEvents, type) ? (ploverEvents[type] ?? []) : []))
  const unknown = types.filter(type => !Object.hasOwn(ploverEvents, type))
  const allowed = known.flatMap(type => type.modes)
  const needsRecipient = types.filter(type => ploverEvents[type]?.needsRecipient)
  const quads = known.map(({ quad }) => String(quad))
  const faults = unknown.map(type => fault('event', `PLOVER 2.0 has no event type ${quoted(type)}`, help))
  if (needsRecipient.length > 0 && listOf(row.recipient).length === 0)
    faults.push(
      fault(
        'recipient',
        `${needsRecipient.join(', ')} requires a recipient`,
        'name one, or take the record out',
      ),
    )
  for (const mode of modes.filter(mode => !allowed.includes(mode)))
    faults.push(
      fault(
        'mode',
        `${quoted(mode)} is no mode of ${types.join(', ')}`,
        `give one of ${allowed.join(', ') || 'none'}`,
      ),
    )
  const quad = row.quad_code
  if (quad !== null && quad !== undefined && known.length > 0 && !quads.includes(String(quad)))
    faults.push(
      fault(
        'quad_code',
        `${types.join(', ')} is of the class ${quads.join(' or ')}, not ${String(quad)}`,
        `write ${quads[0]}`,
      ),
    )
  return faults
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === null || value === undefined || value === '' ? [] : [value]

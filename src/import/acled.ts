import { conflictCountryNamed, countryNumbered, type InterCode, interCodes } from '../codebook/index.js'
import { eventTypeOf, hierarchy, type SubEventType } from '../export/acled/types.js'
import type { Sourced } from '../model/sourced.js'
import type { EventActor, HarmValue, PlaceValue } from '../model/values.js'
import type { ActorType } from '../model/vocabulary.js'
import { type AcledKind, acledKinds } from './acled-kinds.js'
import { acledDay, acledEdtf } from './acled-time.js'
import { dayFaults, filledFaults, pointFaults, wholeFaults } from './cell-faults.js'
import { type DraftEvent, statedBy, timeValue } from './reading.js'
import { type Fault, fault, shown } from './rejection.js'
import { gazetteerPlace, placeValue, pointOf } from './row-place.js'
import type { RowText } from './row-text.js'
import { citedIn, coarser, counted } from './row-values.js'
import type { PlacesNamed, TableImport, TakenRow } from './table.js'

const needed = [
  'event_id_cnty',
  'event_date',
  'time_precision',
  'sub_event_type',
  'country',
  'location',
  'geo_precision',
  'fatalities',
]
const name = 'import:acled'
const from = statedBy(name)

/** ACLED's rows, of today's files and older ones; the columns that are not named here are kept in the text and told by nothing else. */
export const acledImport: TableImport = {
  name,
  version: 1,
  source: 'ACLED',
  prose: ['notes'],
  needed,
  row(row, places) {
    const dated = { ...row, cell: (column: string) => dateOf(row, column) }
    const sub = row.cell('sub_event_type') as SubEventType
    const kind = acledKinds[sub]
    const faults = [...rowFaults(dated), ...typeFaults(row), ...actorFaults(row), ...countryFaults(row)]
    return faults.length > 0 || !kind ? { faults } : taken(row, sub, kind, places)
  },
}

const dateOf = (row: RowText, column: string): string =>
  column === 'event_date' ? acledDay(row.cell(column)) : row.cell(column)

function rowFaults(row: RowText): Fault[] {
  const [day, year] = [row.cell('event_date'), row.cell('year')]
  const isOfYear = year === '' || day === '' || day.startsWith(`${year}-`)
  return [
    ...filledFaults(row, needed),
    ...dayFaults(row, 'event_date'),
    ...(isOfYear
      ? []
      : [fault('year', `${year} is not the year of ${day}`, 'take the year from event_date')]),
    ...wholeFaults(row, 'time_precision', 1, 3),
    ...wholeFaults(row, 'geo_precision', 1, 3),
    ...wholeFaults(row, 'fatalities', 0, Number.MAX_SAFE_INTEGER),
    ...wholeFaults(row, 'timestamp', 0, 100_000_000_000),
    ...pointFaults(row),
  ]
}

function typeFaults(row: RowText): Fault[] {
  const sub = row.cell('sub_event_type')
  if (sub === '') return []
  const type = eventTypeOf(sub)
  if (type === null) {
    const all = Object.values(hierarchy).flat().join(', ')
    return [fault('sub_event_type', `ACLED has no sub-event type ${shown(sub)}`, `give one of ${all}`)]
  }
  if (acledKinds[sub as SubEventType] === null)
    return [
      fault(
        'sub_event_type',
        `${shown(sub)} could be any of many kinds, and the codebook has none for all of them`,
        'read the row and code it by hand, or leave it out',
      ),
    ]
  const told = row.cell('event_type')
  if (told === '' || told === type) return []
  return [fault('event_type', `${shown(told)} is not what ${sub} is of`, `write ${type}`)]
}

/** A code by its number or its words; null where there is none, undefined where it is none of ACLED's. */
function interCode(text: string): InterCode | null | undefined {
  if (text === '' || text === '0') return null
  const found = Object.entries(interCodes).find(
    ([code, words]) => code === text || words.toLowerCase() === text.toLowerCase(),
  )
  return found && (Number(found[0]) as InterCode)
}

const actorFaults = (row: RowText): Fault[] =>
  ([1, 2] as const).flatMap(side => {
    const [actor, inter] = [row.cell(`actor${side}`), row.cell(`inter${side}`)]
    const code = interCode(inter)
    const all = Object.values(interCodes).join(', ')
    if (code === undefined)
      return [fault(`inter${side}`, `ACLED has no actor type ${shown(inter)}`, `give one of ${all}`)]
    return actor === '' && code !== null
      ? [
          fault(
            `inter${side}`,
            `there is a type and no actor${side}`,
            'name the actor, or leave its type empty',
          ),
        ]
      : []
  })

function countryFaults(row: RowText): Fault[] {
  const [country, iso] = [row.cell('country'), row.cell('iso')]
  const [byName, byNumber] = [conflictCountryNamed(country), countryNumbered(Number(iso || Number.NaN))]
  if (country !== '' && byName === null)
    return [fault('country', `ACLED has no country ${shown(country)}`, 'write its name as ACLED does')]
  if (iso === '' || byNumber === byName) return []
  return [fault('iso', `${shown(iso)} is not the number of ${country}`, 'give the number of ISO 3166-1')]
}

function taken(
  row: RowText,
  sub: SubEventType,
  kind: AcledKind,
  places: PlacesNamed,
): TakenRow | { faults: Fault[] } {
  const trigger = row.words('sub_event_type')
  if (!trigger) throw new Error('invariant broken: a row without a type was not refused')
  const event: DraftEvent = {
    triggers: [trigger],
    kind: from(kind.kind, [trigger]),
    status: from('asserted', [trigger]),
    when: timeOf(row),
    where: placeOf(row, places),
    ...sidesOf(row, kind),
    means: kind.means ? [from(trigger.exact, [trigger])] : [],
    harm: killed(row),
    said: citedIn(row, 'source', from),
    partOf: null,
  }
  const notes = kind.lost === null ? [] : [coarser(sub, kind.kind, kind.lost, trigger)]
  return { name: row.cell('event_id_cnty'), published: publication(row), event, notes }
}

function publication(row: RowText): TakenRow['published'] {
  const seconds = row.cell('timestamp')
  if (seconds === '') return null
  const edtf = new Date(Number(seconds) * 1000).toISOString().slice(0, 10)
  return { edtf, basis: 'metadata', quote: row.words('timestamp') }
}

function timeOf(row: RowText): DraftEvent['when'] {
  const precision = Number(row.cell('time_precision')) as 1 | 2 | 3
  const [day, how] = [row.words('event_date'), row.line('time_precision')]
  if (!day || !how) return []
  const edtf = acledEdtf(acledDay(day.exact), precision)
  return [from(timeValue(edtf), precision === 1 ? [day] : [day, how])]
}

/** Fatalities are one number, which also stands for words ("dozens" 12); 0 is that none are known, and tells nothing. */
function killed(row: RowText): readonly Sourced<HarmValue>[] {
  const line = row.line('fatalities')
  const number = Number(row.cell('fatalities'))
  return line && number > 0 ? [from(counted(number, number), [line])] : []
}

/**
 * The place of a row. With precision 1 it is the location, with 2 the location or what lies near it. With 3 it is an area: the
 * location where the gazetteer has an area of that name, else the division, for which ACLED then gives the name of its capital.
 */
function placeOf(row: RowText, places: PlacesNamed): readonly Sourced<PlaceValue>[] {
  const [country, point] = [conflictCountryNamed(row.cell('country')), pointOf(row)]
  const precision = row.cell('geo_precision')
  const find = (name: string, ...levels: PlaceValue['level'][]) =>
    gazetteerPlace(places, name, { country, point, levels })
  const told = (column: string, value: (name: string) => PlaceValue) => {
    const words = row.words(column)
    return words ? [from(value(words.exact), [words])] : []
  }
  if (precision !== '3') {
    const levels = precision === '1' ? (['town', 'site'] as const) : (['town', 'site', 'district'] as const)
    return told('location', name =>
      placeValue(name, country, find(name, ...levels), 'town', precision === '2'),
    )
  }
  const location = row.cell('location')
  const area = find(location, 'province', 'region', 'water')
  const isCapital = area === null && find(location, 'town', 'site') !== null && row.cell('admin1') !== ''
  return isCapital
    ? told('admin1', name => placeValue(name, country, find(name, 'province'), 'province', false))
    : told('location', name => placeValue(name, country, area, 'region', false))
}

type Sides = Pick<DraftEvent, 'initiators' | 'targets'>

function sidesOf(row: RowText, { by }: AcledKind): Sides {
  const [first, second] = [sideOf(row, 1), sideOf(row, 2)]
  const both: Sides = { initiators: [...first, ...second], targets: [] }
  if (by === 'both') return both
  if (by === 'first') return { initiators: first, targets: second }
  if (by === 'second') return { initiators: second, targets: first }
  const isOf = (side: 1 | 2): boolean => {
    const code = interCode(row.cell(`inter${side}`))
    const isGovernment = code === 1 || code === 8
    return by === 'government' ? isGovernment : code !== null && code !== undefined && !isGovernment
  }
  if (isOf(1) === isOf(2)) return both
  return isOf(1) ? { initiators: first, targets: second } : { initiators: second, targets: first }
}

const types: Readonly<Record<InterCode, ActorType>> = {
  1: 'state-forces',
  2: 'rebel',
  3: 'militia',
  4: 'identity-group',
  5: 'rioters',
  6: 'protesters',
  7: 'civilians',
  8: 'external-forces',
}

/** An actor with the type of its code, and those who stand beside it, whose type ACLED does not tell. */
function sideOf(row: RowText, side: 1 | 2): Sourced<EventActor>[] {
  const leader = row.words(`actor${side}`)
  const code = interCode(row.cell(`inter${side}`))
  const beside = row
    .cell(`assoc_actor_${side}`)
    .split(';')
    .flatMap(part => row.words(`assoc_actor_${side}`, part.trim()) ?? [])
  const actor = (name: string, type: ActorType): EventActor => ({
    name,
    type,
    certainty: 'stated',
    registry: null,
  })
  return [
    ...(leader ? [from(actor(leader.exact, code ? types[code] : 'unknown'), [leader])] : []),
    ...beside.map(quote => from(actor(quote.exact, 'unknown'), [quote])),
  ]
}

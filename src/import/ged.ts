import { conflictCountryNamed } from '../codebook/index.js'
import type { Sourced } from '../model/sourced.js'
import type { Quote } from '../model/span.js'
import type { EventActor, HarmValue, PlaceValue } from '../model/values.js'
import type { ActorType, EventKind, PlaceLevel } from '../model/vocabulary.js'
import { dayFaults, filledFaults, pointFaults, wholeFaults } from './cell-faults.js'
import { gedDay, gedEdtf } from './ged-time.js'
import { type DraftEvent, statedBy, timeValue } from './reading.js'
import { type Fault, fault, shown } from './rejection.js'
import { gazetteerPlace, placeValue, pointOf } from './row-place.js'
import type { RowText } from './row-text.js'
import { citedIn, coarser, counted } from './row-values.js'
import type { PlacesNamed, TableImport, TakenRow } from './table.js'

const needed = [
  'id',
  'type_of_violence',
  'side_a',
  'side_b',
  'where_prec',
  'where_coordinates',
  'date_prec',
  'date_start',
  'date_end',
  'best',
  'high',
  'low',
]
const name = 'import:ged'
const from = statedBy(name)

/** Rows of UCDP GED (global version 23.1 and later); columns that are not named here are kept in the text alone. */
export const gedImport: TableImport = {
  name,
  version: 1,
  source: 'UCDP GED',
  prose: ['source_headline'],
  needed,
  row(row, places) {
    const dated = { ...row, cell: (column: string) => dateOf(row, column) }
    const faults = [...cellFaults(dated), ...orderFaults(dated), ...countryFaults(row)]
    return faults.length > 0 ? { faults } : taken(row, places)
  },
}

const dateOf = (row: RowText, column: string): string =>
  column.startsWith('date_') ? gedDay(row.cell(column)) : row.cell(column)

const numbers = ['deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown', 'best', 'high', 'low']

const cellFaults = (row: RowText): Fault[] => [
  ...filledFaults(row, needed),
  ...wholeFaults(row, 'type_of_violence', 1, 3),
  ...wholeFaults(row, 'where_prec', 1, 7),
  ...wholeFaults(row, 'date_prec', 1, 5),
  ...dayFaults(row, 'date_start'),
  ...dayFaults(row, 'date_end'),
  ...numbers.flatMap(column => wholeFaults(row, column, 0, Number.MAX_SAFE_INTEGER)),
  ...pointFaults(row),
]

function orderFaults(row: RowText): Fault[] {
  const [start, end, precision] = [row.cell('date_start'), row.cell('date_end'), row.cell('date_prec')]
  const [low, best, high] = ['low', 'best', 'high'].map(column => Number(row.cell(column)))
  const rising = low !== undefined && best !== undefined && high !== undefined && low <= best && best <= high
  return [
    ...(start <= end
      ? []
      : [fault('date_end', `it ends on ${end}, before it starts on ${start}`, 'put the days in order')]),
    ...(precision !== '1' || start === end
      ? []
      : [
          fault(
            'date_prec',
            'an exact day is told, and it ends on another',
            'write 2 to 5, or the same day twice',
          ),
        ]),
    ...(rising || [low, best, high].some(Number.isNaN)
      ? []
      : [
          fault(
            'best',
            `low ${low}, best ${best} and high ${high} do not rise`,
            'correct the one that is wrong',
          ),
        ]),
  ]
}

function countryFaults(row: RowText): Fault[] {
  const country = row.cell('country')
  return country === '' || conflictCountryNamed(country) !== null
    ? []
    : [fault('country', `UCDP has no country ${shown(country)}`, 'write its name as UCDP does')]
}

/** UCDP's types of violence. Who attacked whom is told of the third alone. */
const kinds: Readonly<Record<string, { readonly kind: EventKind; readonly lost: string }>> = {
  1: { kind: 'armed-clash', lost: 'by what means; it may be a strike or a bombing by one side' },
  2: { kind: 'armed-clash', lost: 'by what means; it may be a strike or a bombing by one side' },
  3: { kind: 'attack', lost: 'by what means, and whether it was an execution or a massacre' },
}

function taken(row: RowText, places: PlacesNamed): TakenRow | { faults: Fault[] } {
  const type = row.cell('type_of_violence')
  const [trigger, known] = [row.line('type_of_violence'), kinds[type]]
  if (!trigger || !known) throw new Error('invariant broken: a row without a type was not refused')
  const [a, b] = [side(row, 'side_a'), side(row, 'side_b')]
  const event: DraftEvent = {
    triggers: [trigger],
    kind: from(known.kind, [trigger]),
    status: from('asserted', [trigger]),
    when: timeOf(row),
    where: placeOf(row, places),
    initiators: type === '3' ? a : [...a, ...b],
    targets: type === '3' ? b : [],
    means: [],
    harm: [...estimates(row), ...bySide(row, a[0]?.value.name, b[0]?.value.name)],
    said: citedIn(row, 'source_original', from),
    partOf: null,
  }
  const notes = [coarser(trigger.exact, known.kind, known.lost, trigger)]
  return { name: row.cell('id'), published: publication(row), event, notes }
}

/** The latest day among those of the articles that the row rests on. */
function publication(row: RowText): TakenRow['published'] {
  const days = [...row.cell('source_date').matchAll(/\b\d{4}-\d\d-\d\d\b/g)].map(([day]) => day)
  const last = days.filter(isDay).sort().at(-1)
  return last === undefined ? null : { edtf: last, basis: 'metadata', quote: row.words('source_date', last) }
}

function isDay(text: string): boolean {
  try {
    return timeValue(text).earliest === text
  } catch {
    return false
  }
}

function timeOf(row: RowText): DraftEvent['when'] {
  const [start, end, how] = [row.words('date_start'), row.words('date_end'), row.line('date_prec')]
  if (!start || !end || !how) return []
  const precision = Number(row.cell('date_prec')) as 1 | 2 | 3 | 4 | 5
  const edtf = gedEdtf(gedDay(start.exact), gedDay(end.exact), precision)
  return [from(timeValue(edtf), precision === 1 ? [start] : [start, end, how])]
}

/**
 * A side by its name. "Government of X" is named as the codebook names states. Type 1 is a government (side A) against another
 * or against a group that fights it; of other groups UCDP does not tell what they are.
 */
function side(row: RowText, column: 'side_a' | 'side_b'): Sourced<EventActor>[] {
  const cell = row.cell(column)
  const state = /^Government of (.+)$/.exec(cell)?.[1]
  const quote = row.words(column, state ?? cell)
  const type = state === undefined ? groupTypes[`${row.cell('type_of_violence')} ${column}`] : 'state-forces'
  return quote
    ? [from({ name: quote.exact, type: type ?? 'militia', certainty: 'stated', registry: null }, [quote])]
    : []
}

/** What a side that is not named as a government is, by the type of violence; else an armed group. */
const groupTypes: Readonly<Record<string, ActorType>> = {
  '1 side_a': 'state-forces',
  '1 side_b': 'rebel',
  '3 side_b': 'civilians',
}

/** Low is "at least", high is "up to"; where all three are one number, it stands once. */
function estimates(row: RowText): Sourced<HarmValue>[] {
  const told = (column: string, value: (n: number) => HarmValue): Sourced<HarmValue>[] => {
    const line = row.line(column)
    return line ? [from(value(Number(row.cell(column))), [line])] : []
  }
  const best = told('best', n => counted(n, n))
  if (row.cell('low') === row.cell('best') && row.cell('best') === row.cell('high')) return best
  return [...told('low', n => counted(n, null)), ...best, ...told('high', n => counted(null, n))]
}

/** Deaths of each side are part of the best estimate; a 0 is that none of them is known to be of that side. */
function bySide(row: RowText, a: string | undefined, b: string | undefined): Sourced<HarmValue>[] {
  const whole = row.line('best')
  const columns: readonly (readonly [column: string, of: string | undefined])[] = [
    ['deaths_a', a],
    ['deaths_b', b],
    ['deaths_civilians', 'civilians'],
  ]
  return columns.flatMap(([column, of]) => {
    const [line, number] = [row.line(column), Number(row.cell(column))]
    return line && of !== undefined && number > 0
      ? [from({ ...counted(number, number), of, partOf: whole }, [line])]
      : []
  })
}

/** The levels that a place of each `where_prec` can have, the likeliest first. */
const levels: Readonly<Record<string, readonly [PlaceLevel, ...PlaceLevel[]]>> = {
  1: ['town', 'site'],
  2: ['town', 'site'],
  3: ['district'],
  4: ['province'],
  5: ['region'],
  6: ['country'],
  7: ['water'],
}

/** The word by which UCDP says what a place is, which no gazetteer has in the name. */
const suffix =
  / (?:town|city|village|area|district|county|province|state|governorate|region|department|country)$/i

function placeOf(row: RowText, places: PlacesNamed): Sourced<PlaceValue>[] {
  const cell = row.cell('where_coordinates')
  const precision = row.cell('where_prec')
  const country = conflictCountryNamed(row.cell('country'))
  const allowed = levels[precision]
  if (!allowed) return []
  const find = (name: string) =>
    gazetteerPlace(places, name, { country, point: pointOf(row), levels: allowed })
  const bare = cell.replace(suffix, '')
  const whole = find(cell)
  const name = whole === null && bare !== cell && find(bare) !== null ? bare : cell
  const quote: Quote | null = row.words('where_coordinates', name)
  const known = whole ?? find(name)
  return quote ? [from(placeValue(name, country, known, allowed[0], precision === '2'), [quote])] : []
}

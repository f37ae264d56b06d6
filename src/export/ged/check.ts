import {
  type Cells,
  cellsOf,
  choiceFaults,
  columnFaults,
  dayFaults,
  degreeFaults,
  fault,
  filledFaults,
  idsOnce,
  isDay,
  wholeFaults,
} from '../check/cells.js'
import type { RowChecker, RowFault } from '../check/row-checker.js'
import { gedCells } from './cells.js'

const columns = gedCells.map(({ name }) => name)
const needed = [
  'id',
  'year',
  'type_of_violence',
  'side_a',
  'side_b',
  'where_prec',
  'event_clarity',
  'date_prec',
  'date_start',
  'date_end',
  'deaths_a',
  'deaths_b',
  'deaths_civilians',
  'deaths_unknown',
  'best',
  'high',
  'low',
]
const numbers = ['deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown', 'best', 'high', 'low']

/** Checks a file in the form of UCDP GED; also UCDP's own. */
export function gedChecker(): RowChecker {
  const once = idsOnce('id')
  return {
    columns: names => columnFaults(names, columns),
    row(row) {
      const cells = cellsOf(row)
      return [
        ...filledFaults(cells, needed),
        ...once(cells('id')),
        ...wholeFaults(cells, 'type_of_violence', 1, 3),
        ...wholeFaults(cells, 'where_prec', 1, 7),
        ...wholeFaults(cells, 'event_clarity', 1, 2),
        ...wholeFaults(cells, 'date_prec', 1, 5),
        ...wholeFaults(cells, 'number_of_sources', -1, Number.POSITIVE_INFINITY),
        ...wholeFaults(cells, 'priogrid_gid', 1, 259_200),
        ...numbers.flatMap(column => wholeFaults(cells, column, 0, Number.POSITIVE_INFINITY)),
        ...degreeFaults(cells, 'latitude', 90),
        ...degreeFaults(cells, 'longitude', 180),
        ...choiceFaults(cells, 'region', ['', 'Africa', 'Americas', 'Asia', 'Europe', 'Middle East']),
        ...dateFaults(cells),
        ...deathFaults(cells),
        ...sideFaults(cells),
      ]
    },
  }
}

/** UCDP's own files have days with an hour after them. */
const dayOf = (text: string): string => text.replace(/ 00:00:00(\.000)?$/, '')

function dateFaults(cells: Cells): RowFault[] {
  const plain: Cells = column => dayOf(cells(column))
  const [start, end] = [plain('date_start'), plain('date_end')]
  const faults = [...dayFaults(plain, 'date_start'), ...dayFaults(plain, 'date_end')]
  if (isDay(start) && isDay(end) && start > end)
    faults.push(fault('date_end', `it ends on ${end}, before it starts on ${start}`, 'put the days in order'))
  if (isDay(start) && cells('date_prec') === '1' && start !== end)
    faults.push(
      fault(
        'date_prec',
        'an exact day is told, and it ends on another',
        'write 2 to 5, or the same day twice',
      ),
    )
  if (
    isDay(start) &&
    cells('year') !== '' &&
    !(start.startsWith(cells('year')) || end.startsWith(cells('year')))
  )
    faults.push(fault('year', `${cells('year')} is the year of neither day`, 'take the year from date_start'))
  return faults
}

function deathFaults(cells: Cells): RowFault[] {
  const [a, b, civilians, unknown, best, high, low] = numbers.map(column =>
    Number(cells(column) || Number.NaN),
  )
  if ([a, b, civilians, unknown, best, high, low].some(Number.isNaN)) return []
  const faults: RowFault[] = []
  const help = 'correct the one that is wrong: low <= best <= high'
  if ((low ?? 0) > (best ?? 0)) faults.push(fault('low', `low (${low}) is more than best (${best})`, help))
  if ((best ?? 0) > (high ?? 0))
    faults.push(fault('best', `best (${best}) is more than high (${high})`, help))
  const sum = (a ?? 0) + (b ?? 0) + (civilians ?? 0) + (unknown ?? 0)
  if (sum !== best)
    faults.push(
      fault(
        'best',
        `best (${best}) is not the sum of the deaths by side (${sum})`,
        'put what no side is told for in deaths_unknown',
      ),
    )
  if ((high ?? 0) < 1 && (best ?? 0) < 1 && (low ?? 0) < 1)
    faults.push(
      fault(
        'high',
        'nobody died by any estimate',
        'take the row out: UCDP has events with at least one death',
      ),
    )
  return faults
}

function sideFaults(cells: Cells): RowFault[] {
  const isOneSided = cells('type_of_violence') === '3'
  const onCivilians = cells('side_b') === 'Civilians'
  if (cells('side_b') === '' || cells('type_of_violence') === '' || isOneSided === onCivilians) return []
  return [
    fault(
      'side_b',
      isOneSided
        ? 'one-sided violence is against Civilians'
        : 'Civilians are a side of one-sided violence alone',
      isOneSided ? 'write Civilians' : 'write 3 in type_of_violence, or name the side',
    ),
  ]
}

import { csvWriter } from '../csv.js'
import { tellDecisions } from '../decisions.js'
import type { FileFormat, FormatSettings, Source } from '../format.js'
import { isLeftOut } from '../settle.js'
import { type AcledRow, acledCells } from './cells.js'
import { acledChecker } from './check.js'
import { acledRows } from './rows.js'

export const acled: FileFormat = {
  name: 'acled',
  what: 'CSV with ACLED’s 31 columns: a row for each actors, place and day',
  kind: 'file',
  extension: 'csv',
  page: 'docs/export/acled.md',
  cells: acledCells,
  policy: 'lowest',
  check: { rows: 'csv', marks: ['event_id_cnty', 'sub_event_type', 'interaction'], checker: acledChecker },
  write,
}

async function* write(source: Source, settings: FormatSettings): AsyncGenerator<string> {
  const columns = acledCells.map(({ name, type }) => ({ name, isText: type === 'string' }))
  const csv = csvWriter(columns, settings)
  yield csv.header
  for await (const occurrence of source.occurrences()) {
    const rows = acledRows(occurrence, settings)
    if (isLeftOut(rows)) {
      for (const { event } of occurrence)
        settings.gap({ kind: 'event', event: event.id, because: rows.leftOut })
      continue
    }
    for (const row of rows) {
      const because = emptyCells(row)
      if (Object.keys(because).length > 0) {
        settings.gap({ kind: 'cells', row: String(row.event_id_cnty), because })
      }
      tellDecisions(String(row.event_id_cnty), occurrence, settings)
      yield csv.row(row)
    }
  }
}

/** Cells that could be filled, and why they are not in this row; that no civilian was targeted is no gap. */
function emptyCells(row: AcledRow): Record<string, string> {
  const reasons: [keyof AcledRow, string][] = [
    ['iso', 'the country is not known'],
    ['region', 'the country is not known'],
    ['country', 'the country is not known'],
    ['admin1', 'no gazetteer names the division'],
    ['latitude', 'the gazetteer has no point for the place'],
    ['longitude', 'the gazetteer has no point for the place'],
    ['actor1', 'no actor is told that ACLED has a code for'],
    ['inter1', 'no actor is told that ACLED has a code for'],
    ['interaction', 'no actor is told that ACLED has a code for'],
    ['source', 'the report’s outlet is not known'],
    ['timestamp', 'when the report was captured is not known'],
  ]
  const empty = reasons.filter(([column]) => row[column] === null)
  const untold = (['actor1', 'actor2'] as const)
    .filter(column => String(row[column]).startsWith('Unidentified Armed Group'))
    .map(column => [column, 'not told: the name is ACLED’s for that'] as const)
  return Object.fromEntries([...empty, ...untold])
}

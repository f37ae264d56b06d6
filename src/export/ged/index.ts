import { csvWriter } from '../csv.js'
import { tellDecisions } from '../decisions.js'
import type { FileFormat, FormatSettings, Source } from '../format.js'
import { isLeftOut } from '../settle.js'
import { type GedRow, gedCells } from './cells.js'
import { gedChecker } from './check.js'
import { gedRow } from './rows.js'

export const ged: FileFormat = {
  name: 'ged',
  what: 'CSV with the 49 columns of UCDP GED: a row for each event with a death',
  kind: 'file',
  extension: 'csv',
  page: 'docs/export/ged.md',
  cells: gedCells,
  policy: 'range',
  check: { rows: 'csv', marks: ['relid', 'type_of_violence', 'deaths_a', 'best'], checker: gedChecker },
  write,
}

async function* write(source: Source, settings: FormatSettings): AsyncGenerator<string> {
  const columns = gedCells.map(({ name, type }) => ({ name, isText: type === 'string' }))
  const csv = csvWriter(columns, settings)
  yield csv.header
  for await (const occurrence of source.occurrences()) {
    const row = gedRow(occurrence, settings)
    if (isLeftOut(row)) {
      for (const { event } of occurrence)
        settings.gap({ kind: 'event', event: event.id, because: row.leftOut })
      continue
    }
    const because = emptyCells(row, settings)
    if (Object.keys(because).length > 0) settings.gap({ kind: 'cells', row: String(row.id), because })
    tellDecisions(String(row.id), occurrence, settings)
    yield csv.row(row)
  }
}

/** Cells that could be filled, and why they are not in this row. */
function emptyCells(row: GedRow, { quotes }: FormatSettings): Record<string, string> {
  const noPoint = 'the gazetteer has no point for the place'
  const reasons: [keyof GedRow, string][] = [
    ['conflict_dset_id', 'what the sides fight over is not told'],
    ['conflict_name', 'what the sides fight over is not told'],
    ['source_office', 'the report’s outlet is not known'],
    ['source_date', 'when the report was published is not known'],
    ['source_headline', quotes ? 'the report has no headline' : 'quotes are left out'],
    ['source_original', 'nobody is cited for it'],
    ['adm_1', 'no gazetteer names the division'],
    ['latitude', noPoint],
    ['longitude', noPoint],
    ['geom_wkt', noPoint],
    ['priogrid_gid', noPoint],
    ['country', 'the country is not known'],
    ['country_id', 'the country has no number'],
    ['region', 'the country has no number'],
    ['gwnoa', 'the side is not told as a country’s government by its name'],
    ['gwnob', 'the side is not told as a country’s government by its name'],
  ]
  return Object.fromEntries(reasons.filter(([column]) => row[column] === null))
}

import type { RecordedEvent } from '../model/recorded.js'
import type { Report } from '../model/report.js'
import type { Quote } from '../model/span.js'
import { tableChecker } from './check/table.js'
import { csvWriter } from './csv.js'
import type { FileFormat } from './format.js'
import { listed } from './listed.js'
import { toParquet } from './parquet.js'
import { type TableRow, tableCells } from './table-cells.js'
import {
  type ExportSettings,
  type OutQuote,
  occurrenceOf,
  permalink,
  quoteWriter,
  type ToldReport,
  type ToldReports,
  type ToldValue,
  valuesOf,
} from './told.js'
import { voicesOn } from './voices.js'

const plainTable = {
  kind: 'file',
  page: 'docs/export/columns.md',
  cells: tableCells,
  policy: null,
} as const

const checked = (rows: 'csv' | 'jsonl' | 'parquet') => ({
  check: { rows, marks: ['event_kind', 'held_by'], checker: tableChecker },
})

export const tableCsv: FileFormat = {
  ...plainTable,
  ...checked('csv'),
  name: 'csv',
  what: 'a plain table: a row for each value, with its words, its holder and a permalink',
  extension: 'csv',
  write: (source, settings) => toTableCsv(source.reports(), settings),
}

export const tableJsonl: FileFormat = {
  ...plainTable,
  ...checked('jsonl'),
  name: 'jsonl',
  what: 'the plain table as JSON lines',
  extension: 'jsonl',
  write: (source, settings) => toTableJsonl(source.reports(), settings),
}

export const tableParquet: FileFormat = {
  ...plainTable,
  ...checked('parquet'),
  name: 'parquet',
  what: 'the plain table as Parquet',
  extension: 'parquet',
  write: (source, settings) => toParquet(toTable(source.reports(), settings), tableCells, settings),
}

/** The rows of the plain table: reports in the order given, events in theirs, values in the order of the fields. */
async function* toTable(reports: ToldReports, settings: ExportSettings): AsyncGenerator<TableRow> {
  for await (const told of reports) yield* rowsOf(told, settings)
}

/** The plain table as JSON lines; every row has every column, null where unknown. */
async function* toTableJsonl(reports: ToldReports, settings: ExportSettings): AsyncGenerator<string> {
  for await (const row of toTable(reports, settings)) yield `${JSON.stringify(row)}\n`
}

/** The plain table as CSV, with a header. */
async function* toTableCsv(
  reports: ToldReports,
  settings: ExportSettings & { readonly excel: boolean },
): AsyncGenerator<string> {
  const columns = tableCells.map(({ name, type }) => ({ name, isText: type === 'string' }))
  const csv = csvWriter(columns, settings)
  yield csv.header
  for await (const row of toTable(reports, settings)) yield csv.row(row)
}

const empty = Object.fromEntries(tableCells.map(({ name }) => [name, null])) as TableRow

function* rowsOf(told: ToldReport, settings: ExportSettings): Generator<TableRow> {
  const { report, events, capture } = told
  const out = quoteWriter(report, settings)
  for (const event of events) {
    const ofEvent = {
      ...empty,
      event: event.id,
      occurrence: occurrenceOf(event, told),
      event_kind: event.kind.value,
      event_status: event.status.value,
      part_of: event.partOf,
      ...ofReport(report),
      source: capture?.source ?? null,
      unit: settings.unit,
    }
    const link = (path: string, at: Quote | null): string =>
      permalink(settings.permalink, event, { path, at })
    for (const [position, trigger] of event.triggers.entries()) {
      const path = `trigger.${position}`
      yield {
        ...ofEvent,
        permalink: link(path, trigger),
        field: 'trigger',
        position,
        value: event.kind.value,
        ...held(voicesOn(event, report, 'kind')),
        ...quoted([out(trigger)]),
        basis: event.kind.basis.kind,
        rule: event.kind.basis.by,
        ...reviewed(event),
      }
    }
    for (const value of valuesOf(event)) {
      const { basis, evidence, score } = value.told
      yield {
        ...ofEvent,
        permalink: link(value.path, evidence?.[0] ?? null),
        field: value.field,
        position: value.position,
        ...valueCells(value, settings.quotes),
        ...(value.field === 'said' ? {} : held(voicesOn(event, report, value.field))),
        ...quoted((evidence ?? []).map(out)),
        basis: basis.kind,
        rule: basis.by,
        score,
        ...reviewed(value.told),
      }
    }
  }
}

const ofReport = ({ id, name, outlet, published, snapshot }: Report): Partial<TableRow> => ({
  report: id,
  report_name: name,
  outlet,
  published: published?.edtf ?? null,
  snapshot: snapshot.replace(/^snapshot:/, ''),
})

const held = ({ says, denies, by }: ReturnType<typeof voicesOn>): Partial<TableRow> => ({
  holder: listed(says, '; '),
  denied_by: listed(denies, '; '),
  held_by: by,
})

const reviewed = ({
  decided,
  contested,
}: Pick<RecordedEvent, 'decided' | 'contested'>): Partial<TableRow> => ({
  reviewed: decided?.how ?? null,
  reviewer: decided?.reviewer ?? null,
  reviewed_at: decided?.at ?? null,
  contested: listed(contested ?? [], '; '),
})

function quoted([first, ...more]: readonly OutQuote[]): Partial<TableRow> {
  return {
    quote: first?.exact ?? null,
    start: first?.start ?? null,
    end: first?.end ?? null,
    more_quotes:
      more.length > 0 ? JSON.stringify(more.map(({ start, end, exact }) => [start, end, exact])) : null,
  }
}

/** What a value holds, in the columns of its field. */
function valueCells(value: ToldValue, quotes: boolean): Partial<TableRow> {
  switch (value.field) {
    case 'kind':
    case 'status':
    case 'means':
      return { value: value.told.value }
    case 'when': {
      const { edtf, earliest, latest, anchor } = value.told.value
      return { value: edtf, earliest, latest, anchor }
    }
    case 'where': {
      const { name, country, level, relation = null, known } = value.told.value
      const [latitude, longitude] = [known?.latitude ?? null, known?.longitude ?? null]
      return { value: name, country, level, relation, place_id: known?.id ?? null, latitude, longitude }
    }
    case 'initiators':
    case 'targets': {
      const { name, type, certainty, registry } = value.told.value
      return { value: name, actor_type: type, certainty, actor_id: registry }
    }
    case 'harm': {
      const { what, low, high, vague, of, cumulative } = value.told.value
      return { value: what, low, high, vague, of, cumulative }
    }
    case 'said': {
      const { holder, holderType, stance, about, via, cue } = value.told.value
      return {
        value: holder,
        stance,
        about,
        via,
        holder_type: holderType?.type ?? null,
        cue: quotes ? cue : null,
        holder: holder ?? 'unnamed',
        held_by: 'field',
      }
    }
  }
}

import type { Report } from '../model/report.js'
import type { Cell } from './cells.js'
import { declaredChecker } from './check/declared.js'
import { type CellValue, csvWriter } from './csv.js'
import type { FileFormat } from './format.js'
import { toParquet } from './parquet.js'
import {
  type ExportSettings,
  type OutQuote,
  permalink,
  quoteWriter,
  type ToldReport,
  type ToldReports,
  type ToldValue,
  valuesOf,
} from './told.js'
import { voicesOn } from './voices.js'

/** The plain table: a row for each value of each event, and for each word that tells the event. */
export const tableCells = [
  { name: 'permalink', type: 'string', filled: 'always', from: 'where the value can be opened again' },
  { name: 'event', type: 'string', filled: 'always', from: 'id of the event' },
  { name: 'event_kind', type: 'string', filled: 'always', from: 'kind' },
  { name: 'event_status', type: 'string', filled: 'always', from: 'status' },
  { name: 'part_of', type: 'string', filled: 'told', from: 'id of the event that holds this one' },
  { name: 'report', type: 'string', filled: 'always', from: 'id of the report' },
  { name: 'report_name', type: 'string', filled: 'always', from: 'the name that the report came with' },
  { name: 'outlet', type: 'string', filled: 'told', from: 'as handed in or told by the page' },
  { name: 'published', type: 'string', filled: 'told', from: 'EDTF' },
  { name: 'source', type: 'string', filled: 'told', from: 'path or URL of the capture' },
  { name: 'snapshot', type: 'string', filled: 'always', from: 'SHA-256 of the bytes' },
  { name: 'field', type: 'string', filled: 'always', from: 'trigger, or a field of the event' },
  { name: 'position', type: 'integer', filled: 'always', from: 'from 0, within the field' },
  {
    name: 'value',
    type: 'string',
    filled: 'told',
    from: 'the value in short: kind, status, EDTF, name, words, kind of harm, holder; empty for a time without value and a hedge',
  },
  { name: 'earliest', type: 'date', filled: 'told', from: 'when: first day' },
  { name: 'latest', type: 'date', filled: 'told', from: 'when: last day' },
  { name: 'anchor', type: 'string', filled: 'told', from: 'when: what it was reckoned from' },
  { name: 'country', type: 'string', filled: 'told', from: 'where: ISO 3166-1 alpha-2' },
  { name: 'level', type: 'string', filled: 'told', from: 'where: precision, site to country' },
  { name: 'relation', type: 'string', filled: 'told', from: 'where: near or between' },
  { name: 'place_id', type: 'string', filled: 'told', from: 'where: id in the gazetteer' },
  { name: 'latitude', type: 'number', filled: 'told', from: 'where: of the gazetteer’s point, WGS84' },
  { name: 'longitude', type: 'number', filled: 'told', from: 'where: of the gazetteer’s point, WGS84' },
  { name: 'actor_type', type: 'string', filled: 'told', from: 'initiators, targets: type' },
  { name: 'certainty', type: 'string', filled: 'told', from: 'initiators, targets: certainty' },
  { name: 'actor_id', type: 'string', filled: 'told', from: 'initiators, targets: id in the registry' },
  { name: 'low', type: 'integer', filled: 'told', from: 'harm: at least so many' },
  { name: 'high', type: 'integer', filled: 'told', from: 'harm: at most so many' },
  { name: 'vague', type: 'string', filled: 'told', from: 'harm: the words, where there is no number' },
  { name: 'of', type: 'string', filled: 'told', from: 'harm: who, as in the text' },
  { name: 'cumulative', type: 'boolean', filled: 'told', from: 'harm: whether a running total' },
  { name: 'stance', type: 'string', filled: 'told', from: 'said: says, denies, claims, doubts' },
  { name: 'about', type: 'string', filled: 'told', from: 'said: of what' },
  { name: 'via', type: 'string', filled: 'told', from: 'said: through whom' },
  {
    name: 'holder_type',
    type: 'string',
    filled: 'told',
    from: 'said: what kind of voice: party, official, medic, witness …',
  },
  { name: 'cue', type: 'string', filled: 'told', from: 'said: the words that show it' },
  {
    name: 'holder',
    type: 'string',
    filled: 'always',
    from: 'who stands for the value; several joined by "; "',
  },
  {
    name: 'denied_by',
    type: 'string',
    filled: 'told',
    from: 'who denies or doubts it; several joined by "; "',
  },
  {
    name: 'held_by',
    type: 'string',
    filled: 'always',
    from: 'what tells the holder: lines on this field, on the event, or the report’s own voice',
  },
  { name: 'quote', type: 'string', filled: 'always', from: 'the first words that carry it' },
  { name: 'start', type: 'integer', filled: 'always', from: 'where they start in the body, in `unit`' },
  { name: 'end', type: 'integer', filled: 'always', from: 'where they end, exclusive' },
  { name: 'unit', type: 'string', filled: 'always', from: 'what the offsets count' },
  {
    name: 'more_quotes',
    type: 'string',
    filled: 'told',
    from: 'JSON: further words, as [start, end, words]',
  },
  { name: 'basis', type: 'string', filled: 'always', from: 'stated, implied or reviewed' },
  { name: 'rule', type: 'string', filled: 'always', from: 'the rule, model or review that gave it' },
  { name: 'score', type: 'number', filled: 'told', from: 'calibrated probability' },
] as const satisfies readonly Cell[]

export type TableRow = Readonly<Record<(typeof tableCells)[number]['name'], CellValue>>

const plainTable = {
  kind: 'file',
  page: 'docs/export/table.md',
  cells: tableCells,
  policy: null,
  check: null,
} as const

const checked = (rows: 'csv' | 'jsonl') => ({
  check: { rows, marks: ['event_kind', 'held_by'], checker: () => declaredChecker(tableCells) },
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

function* rowsOf({ report, events, capture }: ToldReport, settings: ExportSettings): Generator<TableRow> {
  const out = quoteWriter(report, settings)
  for (const event of events) {
    const ofEvent = {
      ...empty,
      event: event.id,
      event_kind: event.kind.value,
      event_status: event.status.value,
      part_of: event.partOf,
      ...ofReport(report),
      source: capture?.source ?? null,
      unit: settings.unit,
    }
    const link = (path: string, at: (typeof event.triggers)[number]): string =>
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
      }
    }
    for (const value of valuesOf(event)) {
      const { basis, evidence, score } = value.told
      yield {
        ...ofEvent,
        permalink: link(value.path, evidence[0]),
        field: value.field,
        position: value.position,
        ...told(value, settings.quotes),
        ...(value.field === 'said' ? {} : held(voicesOn(event, report, value.field))),
        ...quoted(evidence.map(out)),
        basis: basis.kind,
        rule: basis.by,
        score,
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
  holder: says.join('; '),
  denied_by: denies.length > 0 ? denies.join('; ') : null,
  held_by: by,
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
function told(value: ToldValue, quotes: boolean): Partial<TableRow> {
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

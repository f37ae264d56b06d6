import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import {
  type ListedReport,
  type ReportFilter,
  type ReportPage,
  type ReportPageOptions,
  type ReportSort,
  type ReportState,
  type ReportsBeside,
  reportSorts,
} from '../ports.js'
import { cursorsOf } from './cursor.js'
import { intact } from './damaged.js'
import { isNewest, type Moment } from './event-query.js'
import { containing, fold } from './fold.js'
import { ListedHead } from './listed-reports.js'
import { parseStored } from './stored-json.js'
import type { Row, Tables } from './tables.js'

/** Where a report stands in a list. */
const Key = z.object({ published: z.string(), undecided: z.int(), reading: z.int() })
type Key = z.infer<typeof Key>

const cursors = cursorsOf(reportSorts, Key)

/** A page of the reports that are kept. */
export async function pageOfReports(
  db: Kysely<Tables>,
  filter: ReportFilter,
  { sort = '-published', after = null, limit = 50 }: ReportPageOptions,
  now: () => Promise<Moment>,
): Promise<ReportPage> {
  const from = after === null ? null : cursors.read(after, sort)
  const upTo = from?.upTo ?? (await now())
  // One more is asked for than is given, so that the last page is known to be the last.
  const rows = await stretch(db, { filter, sort, upTo, after: from?.after ?? null, size: limit + 1 })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    reports: page.map(listed),
    next: last && rows.length > limit ? cursors.write({ sort, upTo, after: last }) : null,
  }
}

/** What stands on both sides of a report in a list. */
export async function reportsBeside(
  db: Kysely<Tables>,
  report: string,
  filter: ReportFilter,
  sort: ReportSort,
  upTo: Moment,
): Promise<ReportsBeside> {
  const { rows } = await sql<Key>`
    select listed.published, listed.undecided, listed.reading from readings
    join listed_reports as listed on listed.reading = readings.seq
    where readings.report = ${report} and ${sql.join(asOf(upTo), sql` and `)}`.execute(db)
  const [here] = rows
  if (!here) return { before: null, after: null }
  const beside = async (isBackwards: boolean): Promise<ListedReport | null> => {
    const [row] = await stretch(db, { filter, sort, upTo, after: here, size: 1, isBackwards })
    return row ? listed(row) : null
  }
  return { before: await beside(true), after: await beside(false) }
}

interface Request {
  readonly filter: ReportFilter
  readonly sort: ReportSort
  readonly upTo: Moment
  /** Only what stands after this report. */
  readonly after: Key | null
  readonly size: number
  /** From the report towards the beginning of the list. */
  readonly isBackwards?: boolean
}

type ListRow = Key & {
  /** As they are by now. */
  readonly events: number
  readonly waiting: number
  readonly contested: number
} & Pick<Row<'readings'>, 'report_json'> &
  Pick<Row<'captures'>, 'source' | 'captured_at'>

/** What each order sorts by, each in an index, and whether backwards. */
const orders = {
  published: { columns: ['published', 'reading'], down: false },
  '-published': { columns: ['published', 'reading'], down: true },
  added: { columns: ['reading'], down: false },
  '-added': { columns: ['reading'], down: true },
  undecided: { columns: ['undecided', 'reading'], down: true },
} as const satisfies Record<ReportSort, { columns: readonly (keyof Key)[]; down: boolean }>

/** The query: an index is walked in its order from where the last page ended; what was found is then fetched with its reading. */
export async function stretch(db: Kysely<Tables>, request: Request): Promise<readonly ListRow[]> {
  return (await stretchQuery(request).execute(db)).rows
}

export function stretchQuery({
  filter,
  sort,
  upTo,
  after,
  size,
  isBackwards = false,
}: Request): RawBuilder<ListRow> {
  const { columns, down } = orders[sort]
  const [beyond, direction] = down !== isBackwards ? ['<', 'desc'] : ['>', 'asc']
  const keys = columns.map(column => sql.ref(`listed.${column}`))
  const sorted = sql.join(keys.map(key => sql`${key} ${sql.raw(direction)}`))
  const isBeyond = after && [
    sql<SqlBool>`(${sql.join(keys)}) ${sql.raw(beyond)} (${sql.join(columns.map(name => after[name]))})`,
  ]
  const where = [...(isBeyond ?? []), ...conditions(filter), ...asOf(upTo)]
  return sql<ListRow>`
    select listed.*, current.events, current.undecided as waiting, current.contested,
      readings.report_json, captures.source, captures.captured_at
    from (
      select listed.reading, listed.published, listed.undecided from listed_reports as listed where ${sql.join(where, sql` and `)} order by ${sorted} limit ${size}
    ) as listed
    cross join listed_reports as current cross join readings cross join captures
    where current.reading = listed.reading and current.until is null
      and readings.seq = listed.reading and captures.id = readings.capture
    order by ${sorted}`
}

/** That a row is of a moment: of what was then a report's newest reading, with what was then true of it. */
function asOf({ reading, line }: Moment): RawBuilder<SqlBool>[] {
  return [
    // A column within an expression tempts no engine to another index.
    sql`listed.reading + 0 <= ${reading}`,
    sql`listed.since + 0 <= ${line}`,
    sql`(listed.until is null or listed.until > ${line})`,
    isNewest('listed.reading', reading),
  ]
}

const inState: Record<ReportState, RawBuilder<SqlBool>> = {
  undecided: sql`listed.undecided > 0`,
  contested: sql`listed.contested > 0`,
  decided: sql`listed.events > 0 and listed.undecided + listed.contested = 0`,
  empty: sql`listed.events = 0`,
}

function conditions({ words, outlet, from, to, review }: ReportFilter): RawBuilder<SqlBool>[] {
  const says = (column: 'words' | 'outlet', part: string): RawBuilder<SqlBool> =>
    sql`${sql.ref(`listed.${column}`)} like ${containing(fold(part))} escape '\\'`
  return [
    ...(words ?? '').split(/\s+/).flatMap(word => (word === '' ? [] : [says('words', word)])),
    ...(outlet === undefined ? [] : [says('outlet', outlet)]),
    ...(from === undefined ? [] : [sql<SqlBool>`listed.last_day >= ${from}`]),
    ...(to === undefined ? [] : [sql<SqlBool>`listed.first_day <= ${to}`]),
    ...(review === undefined ? [] : [inState[review]]),
  ]
}

/** @throws StoreError where it is not as it was kept */
function listed(row: ListRow): ListedReport {
  const { report_json, source, captured_at: capturedAt, events, waiting: undecided, contested } = row
  const report = intact(parseStored(report_json, ListedHead), `the report of reading ${row.reading}`)
  return { report, capture: { source, capturedAt }, events, undecided, contested }
}

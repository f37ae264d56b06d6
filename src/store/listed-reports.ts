import { type Kysely, sql } from 'kysely'
import { Report } from '../model/report.js'
import type { ReportCounts } from '../ports.js'
import { edtfBounds } from '../text/edtf.js'
import { fold } from './fold.js'
import { inGroups } from './in-groups.js'
import { inBatches } from './passages.js'
import { parseStored } from './stored-json.js'
import type { Row, Tables } from './tables.js'
import { walk } from './walk.js'

/** Keeping what lists of reports are answered from. */

/** What of a report a list shows. */
export const ListedHead = Report.unwrap().pick({
  id: true,
  name: true,
  outlet: true,
  headline: true,
  published: true,
})

type Found = Pick<Row<'listed_reports'>, 'published' | 'first_day' | 'last_day' | 'outlet' | 'words'>

/** What a report is found and sorted by in lists; null where its JSON is damaged: verify names it. */
export function foundBy(reportJson: string): Found | null {
  const parsed = parseStored(reportJson, ListedHead)
  if ('complaint' in parsed) return null
  const { name, outlet, headline, published } = parsed.value
  return {
    published: published?.edtf ?? '',
    ...daysOf(published?.edtf),
    outlet: fold(outlet ?? ''),
    words: fold([name, outlet, headline].filter(Boolean).join('\n')),
  }
}

const never = { first_day: '~', last_day: '' }

function daysOf(edtf: string | undefined): Pick<Found, 'first_day' | 'last_day'> {
  try {
    const { earliest, latest } = edtfBounds(edtf ?? '')
    return { first_day: earliest ?? '', last_day: latest ?? '~' }
  } catch {
    // What was handed in as a date and is none spans no day.
    return never
  }
}

const nothingTold: ReportCounts = { events: 0, undecided: 0, contested: 0 }

/** What is shown, by now, of what each of some newest readings tells: first, or beside the reading of another report. */
export async function countsOf(
  db: Kysely<Tables>,
  readings: readonly number[],
): Promise<(reading: number) => ReportCounts> {
  if (readings.length === 0) return () => nothingTold
  const { rows } = await sql<ReportCounts & { readonly reading: number }>`
    with told (reading, first, event) as (
      select reading, reading, position from events where reading in (${sql.join(readings)})
      union
      select readings.seq, named.reading, named.event from readings
      join event_names as named on named.field = 'report' and named.name = readings.report
      where readings.seq in (${sql.join(readings)}))
    select told.reading, count(*) as events,
      sum(case state.name when 'undecided' then 1 else 0 end) as undecided,
      sum(case state.name when 'contested' then 1 else 0 end) as contested
    from told join event_names as state
      on state.reading = told.first and state.event = told.event and state.field = 'review'
    where not exists (select 1 from superseded where superseded.reading = told.first)
      and not exists (select 1 from shown
        where shown.reading = told.first and shown.event = told.event and shown.until is not null)
    group by told.reading`.execute(db)
  const found = new Map(rows.map(({ reading, ...counts }) => [reading, counts]))
  return reading => found.get(reading) ?? nothingTold
}

/** Lists readings, each the newest of its report, as what is shown of them now has it. */
export async function listReadings(
  tx: Kysely<Tables>,
  readings: readonly Pick<Row<'readings'>, 'seq' | 'report_json'>[],
): Promise<void> {
  const counts = await countsOf(
    tx,
    readings.map(({ seq }) => seq),
  )
  const rows = readings.flatMap(({ seq, report_json }) => {
    const found = foundBy(report_json)
    return found ? [{ reading: seq, since: 0, until: null, ...found, ...counts(seq) }] : []
  })
  await inBatches(rows, some => tx.insertInto('listed_reports').values(some).execute())
}

/** Lists readings anew, from a line of the log on, where other counts are true of them than before. */
export async function relistReadings(
  tx: Kysely<Tables>,
  readings: readonly number[],
  line: number,
): Promise<void> {
  if (readings.length === 0) return
  const counts = await countsOf(tx, readings)
  const listed = await tx
    .selectFrom('listed_reports')
    .selectAll()
    .where('reading', 'in', readings)
    .where('until', 'is', null)
    .execute()
  for (const row of listed) {
    const now = counts(row.reading)
    if (isSame(row, now)) continue
    await tx
      .updateTable('listed_reports')
      .set({ until: line })
      .where('reading', '=', row.reading)
      .where('since', '=', row.since)
      .execute()
    await tx
      .insertInto('listed_reports')
      .values({ ...row, ...now, since: line })
      .execute()
  }
}

export const isSame = (a: ReportCounts, b: ReportCounts): boolean =>
  a.events === b.events && a.undecided === b.undecided && a.contested === b.contested

const atOnce = 200

/** Lists all reports anew; lists that have begun end. */
export async function listAll(tx: Kysely<Tables>): Promise<void> {
  await tx.deleteFrom('listed_reports').execute()
  for await (const readings of inGroups(newestReadings(tx), atOnce)) await listReadings(tx, readings)
}

/** The newest reading of each report, in the order in which they were added. */
export function newestReadings(
  db: Kysely<Tables>,
): AsyncGenerator<Pick<Row<'readings'>, 'seq' | 'id' | 'report_json'>> {
  const after = (seq: number) =>
    db
      .selectFrom('readings')
      .select(['seq', 'id', 'report_json'])
      .where('seq', '>', seq)
      .where(eb =>
        eb.not(
          eb.exists(
            eb.selectFrom('superseded').select('by').whereRef('superseded.reading', '=', 'readings.seq'),
          ),
        ),
      )
      .orderBy('seq')
  return walk(0, after, ({ seq }) => seq, atOnce)
}

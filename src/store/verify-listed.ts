import type { Kysely } from 'kysely'
import type { IntegrityFault } from '../ports.js'
import { inGroups } from './in-groups.js'
import { countsOf, foundBy, isSame, newestReadings } from './listed-reports.js'
import type { Row, Tables } from './tables.js'

const atOnce = 200

/** That lists of reports show each once, as it was read, with the counts of what is shown of it. */
export async function* verifyListed(db: Kysely<Tables>): AsyncGenerator<IntegrityFault> {
  for await (const group of inGroups(newestReadings(db), atOnce)) {
    const numbers = group.map(({ seq }) => seq)
    const counts = await countsOf(db, numbers)
    const listed = await db.selectFrom('listed_reports').selectAll().where('reading', 'in', numbers).execute()
    for (const { seq, id, report_json } of group) {
      const rows = listed.filter(({ reading }) => reading === seq)
      const [now, ...more] = rows.filter(({ until }) => until === null)
      const found = foundBy(report_json)
      // What is damaged is in no list, and is named with its reading.
      if (found === null) continue
      if (!now || more.length > 0) yield { id, message: 'its report is listed not once' }
      else if (!isSame(now, counts(seq)) || rows.some(row => !isFoundBy(row, found)))
        yield { id, message: 'its report is listed otherwise than it was read and is shown' }
    }
  }
}

const isFoundBy = (row: Row<'listed_reports'>, found: NonNullable<ReturnType<typeof foundBy>>): boolean =>
  (Object.keys(found) as (keyof typeof found)[]).every(column => row[column] === found[column])

import type { Kysely } from 'kysely'
import { Given, type MediaType, mediaTypes, SnapshotId } from '../model/snapshot.js'
import type { KeptReport } from '../ports.js'
import { snapshotId } from '../text/ids.js'
import { damaged, intact } from './damaged.js'
import { isNewest } from './event-query.js'
import { fold } from './fold.js'
import { loadReports } from './load.js'
import { parseStored } from './stored-json.js'
import type { Row, Tables } from './tables.js'

/** Reports by their whole name, as their newest readings have them, with the snapshots that these were made from. */
export async function keptReports(db: Kysely<Tables>, name: string, upTo: number): Promise<KeptReport[]> {
  const rows = await db
    .selectFrom('readings')
    .innerJoin('captures', 'captures.id', 'readings.capture')
    .innerJoin('snapshots', 'snapshots.id', 'captures.snapshot')
    .select(['seq', 'source', 'media_type', 'charset', 'given', 'captured_at', 'snapshot', 'bytes'])
    .where('name', '=', fold(name))
    .where(isNewest('readings.seq', upTo))
    .orderBy('seq')
    .execute()
  const reports = await loadReports(
    db,
    rows.map(({ seq }) => seq),
  )
  return rows.flatMap(row => {
    const report = reports.get(row.seq)
    return report?.name === name ? [{ report, snapshot: snapshotOf(row) }] : []
  })
}

type Kept = Omit<Row<'captures'>, 'id' | 'sha256'> & Pick<Row<'snapshots'>, 'bytes'>

function snapshotOf({ snapshot, bytes, source, media_type, charset, given, captured_at }: Kept) {
  const mediaType = mediaTypes.find((type): type is MediaType => type === media_type)
  const id = SnapshotId.parse(snapshot)
  if (!mediaType || snapshotId(bytes) !== id) throw damaged(snapshot, 'its bytes or their type are others')
  const about = intact(parseStored(given, Given), `the capture of ${snapshot}`)
  return { id, bytes, source, mediaType, charset, capturedAt: captured_at, given: about }
}

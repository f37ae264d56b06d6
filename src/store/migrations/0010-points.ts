import type { Kysely, Migration } from 'kysely'
import { z } from 'zod'
import { PlaceValue } from '../../model/values.js'
import { drawnPoint } from '../../text/drawn-place.js'
import { isEdition } from '../edition.js'
import { inBatches } from '../passages.js'
import { parseStored } from '../stored-json.js'
import type { Row, Tables } from '../tables.js'
import { walk } from '../walk.js'
import type { Ddl } from './ddl.js'

/** Where each event is drawn as a point: what a box on the map finds. */
export const points = (ddl: Ddl): Migration => ({
  async up(db: Kysely<Tables>) {
    await createPoints(db, ddl)
    await fillPoints(db)
  },
})

/** In the order of the chronicle, for a box that holds many events; by latitude, for one that holds few. */
const orders = [
  [
    'event_points_by_time',
    ['time_key', 'report_name', 'reading', 'event', 'latitude', 'longitude', 'first_day', 'last_day'],
  ],
  ['event_points_by_latitude', ['latitude', 'longitude', 'reading', 'event']],
] as const

async function createPoints(db: Kysely<Tables>, ddl: Ddl): Promise<void> {
  await db.schema
    .createTable('event_points')
    .addColumn('reading', 'integer', column => column.notNull())
    .addColumn('event', 'integer', column => column.notNull())
    .addColumn('latitude', ddl.double, column => column.notNull())
    .addColumn('longitude', ddl.double, column => column.notNull())
    .addColumn('time_key', ddl.text, column => column.notNull())
    .addColumn('report_name', ddl.text, column => column.notNull())
    .addColumn('first_day', ddl.text, column => column.notNull())
    .addColumn('last_day', ddl.text, column => column.notNull())
    .addPrimaryKeyConstraint('event_points_key', ['reading', 'event'])
    .addForeignKeyConstraint('event_points_event', ['reading', 'event'], 'events', ['reading', 'position'])
    .execute()
  for (const [index, columns] of orders) {
    await db.schema
      .createIndex(index)
      .on('event_points')
      .columns([...columns])
      .execute()
  }
}

const Told = z.object({ where: z.array(z.object({ value: PlaceValue })) })
const Tellings = z.array(z.object({ event: Told }))

async function fillPoints(db: Kysely<Tables>): Promise<void> {
  const readings = (seq: number) =>
    db.selectFrom('readings').select('seq').where('seq', '>', seq).orderBy('seq')
  for await (const { seq } of walk(0, readings, one => one.seq, 500)) {
    const events = await db
      .selectFrom('events')
      .select(['reading', 'position', 'json', 'time_key', 'report_name', 'first_day', 'last_day'])
      .where('reading', '=', seq)
      .execute()
    await inBatches(events.flatMap(pointRow), rows => db.insertInto('event_points').values(rows).execute())
  }
}

type Kept = Pick<
  Row<'events'>,
  'reading' | 'position' | 'json' | 'time_key' | 'report_name' | 'first_day' | 'last_day'
>

/** What is damaged is at no point; verify names it. */
function pointRow({ position: event, json, ...sorted }: Kept): Row<'event_points'>[] {
  const told = parseStored(json, isEdition({ json }) ? Tellings : Told)
  if ('complaint' in told) return []
  const point = drawnPoint('where' in told.value ? [told.value] : told.value.map(one => one.event))
  return point ? [{ ...sorted, event, ...point }] : []
}

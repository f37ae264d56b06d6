import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Box } from '../model/box.js'
import { longitudesOf } from '../text/box.js'

/**
 * That a row of `event_points` lies in a box (`isInBox`).
 * @param how `found`: by the index of latitudes; `walked`: in an expression, which tempts no engine to that index
 */
export function inBox(table: string, box: Box, how: 'found' | 'walked'): RawBuilder<SqlBool> {
  const { south, north } = box
  const [latitude, longitude] = (['latitude', 'longitude'] as const).map(column =>
    sql.ref(`${table}.${column}`),
  )
  const within = longitudesOf(box).map(([from, to]) => sql<SqlBool>`${longitude} between ${from} and ${to}`)
  const between = how === 'found' ? latitude : sql`${latitude} + 0`
  return sql<SqlBool>`${between} between ${south} and ${north} and (${sql.join(within, sql` or `)})`
}

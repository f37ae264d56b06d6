/**
 * Rows one after the other, each fetched by the key of the one before, so that neither a table is held in memory nor
 * the connection held between two rows.
 */
export async function* walk<R, K>(
  start: K,
  after: (key: K) => { limit(rows: number): { executeTakeFirst(): Promise<R | undefined> } },
  keyOf: (row: R) => K,
): AsyncGenerator<R> {
  let row = await after(start).limit(1).executeTakeFirst()
  while (row !== undefined) {
    yield row
    row = await after(keyOf(row)).limit(1).executeTakeFirst()
  }
}

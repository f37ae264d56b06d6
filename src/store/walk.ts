/**
 * Rows one after the other, fetched by the key of the last one before, so that neither a table is held in memory nor the
 * connection held between two rows.
 * @param atOnce how many are fetched, and held, together: more than one only where rows are small
 */
export async function* walk<R, K>(
  start: K,
  after: (key: K) => { limit(rows: number): { execute(): Promise<R[]> } },
  keyOf: (row: R) => K,
  atOnce = 1,
): AsyncGenerator<R> {
  let key = start
  for (;;) {
    const rows = await after(key).limit(atOnce).execute()
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < atOnce) return
    key = keyOf(last)
  }
}

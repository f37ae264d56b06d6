/** A square of the map with what lies in it. */
export interface Cell<P> {
  /** Its first corner, in the plane. */
  readonly x: number
  readonly y: number
  readonly of: readonly P[]
}

/** Puts points of the plane into squares of a side, which stand fast on the plane: moving the map moves them with it. */
export function cellsOf<P extends { readonly x: number; readonly y: number }>(
  points: readonly P[],
  side: number,
): Cell<P>[] {
  const cells = new Map<string, { x: number; y: number; of: P[] }>()
  for (const point of points) {
    const [column, row] = [Math.floor(point.x / side), Math.floor(point.y / side)]
    const key = `${column} ${row}`
    const cell = cells.get(key)
    if (cell) cell.of.push(point)
    else cells.set(key, { x: column * side, y: row * side, of: [point] })
  }
  return [...cells.values()]
}

/** A node's circle. */
interface Round {
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** SVG paths of an arrow: its line, and its head at whom it leads to. */
export interface Curve {
  readonly line: string
  readonly head: string
}

/** From one to the other, bowed to its right: the way back is another curve. */
export function curveOf(from: Round, to: Round, thick: number): Curve {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy) || 1
  const bow = Math.min(length * 0.14, 40)
  const [cx, cy] = [(from.x + to.x) / 2 - (dy / length) * bow, (from.y + to.y) / 2 + (dx / length) * bow]
  const size = 6 + thick
  const [ux, uy] = unit(to.x - cx, to.y - cy)
  const [tipX, tipY] = [to.x - ux * (to.radius + 1), to.y - uy * (to.radius + 1)]
  const [endX, endY] = [tipX - ux * size * 0.8, tipY - uy * size * 0.8]
  return {
    line: `M${n(from.x)} ${n(from.y)}Q${n(cx)} ${n(cy)} ${n(endX)} ${n(endY)}`,
    head: headOf([tipX, tipY], [ux, uy], size),
  }
}

/** What an actor does to its own kind goes out to the right and comes back from above. */
export function loopOf({ x, y, radius }: Round, thick: number): Curve {
  const reach = radius + 26
  const size = 6 + thick
  return {
    line: `M${n(x + radius)} ${n(y)}C${n(x + reach)} ${n(y)} ${n(x)} ${n(y - reach)} ${n(x)} ${n(y - radius - size)}`,
    head: headOf([x, y - radius - 1], [0, 1], size),
  }
}

function headOf(
  [x, y]: readonly [number, number],
  [ux, uy]: readonly [number, number],
  size: number,
): string {
  const [backX, backY] = [x - ux * size, y - uy * size]
  const half = size * 0.5
  return `M${n(x)} ${n(y)}L${n(backX - uy * half)} ${n(backY + ux * half)}L${n(backX + uy * half)} ${n(backY - ux * half)}Z`
}

const n = (value: number): string => value.toFixed(1)

function unit(x: number, y: number): [number, number] {
  const length = Math.hypot(x, y) || 1
  return [x / length, y / length]
}

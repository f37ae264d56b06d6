/** What ties two nodes, by their places in the list, and how strongly. */
export interface Tie {
  readonly a: number
  readonly b: number
  readonly weight: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

const rounds = 240
const golden = Math.PI * (3 - Math.sqrt(5))

/**
 * Places nodes so that those with ties come together and all others keep apart, within 0 to 1 either way: springs and charges
 * (Fruchterman and Reingold 1991) that begin on a sunflower's spiral in the order given, without any chance in it. The same
 * list gives the same picture. Takes time by the square of the number of nodes: some milliseconds for a hundred.
 */
export function layoutOf(count: number, ties: readonly Tie[]): Point[] {
  const points = Array.from({ length: count }, (_, at) => {
    const radius = Math.sqrt((at + 0.5) / Math.max(count, 1)) / 2
    return { x: radius * Math.cos(at * golden), y: radius * Math.sin(at * golden) }
  })
  const apart = Math.sqrt(1 / Math.max(count, 1))
  const strongest = ties.reduce((most, { weight }) => Math.max(most, weight), 1)
  for (let round = 0; round < rounds; round++) {
    const moves = points.map(({ x, y }) => ({ x: -x * 0.6 * apart, y: -y * 0.6 * apart }))
    repel(points, moves, apart)
    for (const { a, b, weight } of ties) attract(points, moves, { a, b, weight: weight / strongest }, apart)
    const furthest = 0.12 * (1 - round / rounds) + 0.002
    for (const [at, point] of points.entries()) {
      const move = moves[at] ?? { x: 0, y: 0 }
      const length = Math.hypot(move.x, move.y) || 1
      const step = Math.min(length, furthest) / length
      point.x += move.x * step
      point.y += move.y * step
    }
  }
  return fitted(points)
}

type Moves = { x: number; y: number }[]

function repel(points: readonly Point[], moves: Moves, apart: number): void {
  for (const [a, one] of points.entries())
    for (let b = a + 1; b < points.length; b++) {
      const other = points[b]
      const [first, second] = [moves[a], moves[b]]
      if (!other || !first || !second) continue
      // Two on one spot are parted along a line of their own.
      const x = one.x - other.x || 1e-4 * Math.cos(a * golden)
      const y = one.y - other.y || 1e-4 * Math.sin(a * golden)
      const force = (apart * apart) / (x * x + y * y)
      first.x += x * force
      first.y += y * force
      second.x -= x * force
      second.y -= y * force
    }
}

function attract(points: readonly Point[], moves: Moves, { a, b, weight }: Tie, apart: number): void {
  const [one, other, first, second] = [points[a], points[b], moves[a], moves[b]]
  if (a === b || !one || !other || !first || !second) return
  const [x, y] = [other.x - one.x, other.y - one.y]
  const force = (Math.hypot(x, y) / apart) * (0.15 + 0.4 * Math.sqrt(weight))
  first.x += x * force
  first.y += y * force
  second.x -= x * force
  second.y -= y * force
}

/** Stretched to fill 0 to 1 either way; a node alone stands in the middle. */
function fitted(points: readonly Point[]): Point[] {
  const spread = (of: readonly number[]): ((value: number) => number) => {
    const [least, most] = [Math.min(...of), Math.max(...of)]
    return value => (most - least < 1e-9 ? 0.5 : (value - least) / (most - least))
  }
  const x = spread(points.map(point => point.x))
  const y = spread(points.map(point => point.y))
  return points.map(point => ({ x: x(point.x), y: y(point.y) }))
}

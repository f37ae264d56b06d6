/** A name that wants to stand beside something. */
export interface Wanted {
  readonly text: string
  /** The middle of what it names, and how far from it the name begins, in pixels. */
  readonly x: number
  readonly y: number
  readonly away: number
  readonly width: number
}

/** A name in its place, with the box that it takes. */
export type PlacedLabel<W extends Wanted = Wanted> = W & Taken

const labelHeight = 16

/** A box that no name may lie on. */
export interface Taken {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Places names beside what they name so that none lies over another, the first wanted first; those without room are left out. */
export function placedLabels<W extends Wanted>(
  wanted: readonly W[],
  within: { readonly width: number; readonly height: number },
  taken: readonly Taken[] = [],
): PlacedLabel<W>[] {
  const placed: PlacedLabel<W>[] = []
  for (const label of wanted) {
    const { x, y, away, width } = label
    const beside = y - labelHeight / 2
    const spot = [
      { left: x + away, top: beside },
      { left: x - away - width, top: beside },
      { left: x - width / 2, top: y + away },
      { left: x - width / 2, top: y - away - labelHeight },
    ].find(
      ({ left, top }) =>
        left >= 0 &&
        top >= 0 &&
        left + width <= within.width &&
        top + labelHeight <= within.height &&
        [...taken, ...placed].every(
          other =>
            left + width <= other.left ||
            other.left + other.width <= left ||
            top + labelHeight <= other.top ||
            other.top + other.height <= top,
        ),
    )
    if (spot) placed.push({ ...label, ...spot, height: labelHeight })
  }
  return placed
}

/** A name in so many characters at most. Signs that turn the direction of what follows are left out: a picture has no edges that hold them. */
export function shortened(name: string, most: number): string {
  const plain = name.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
  return plain.length > most ? `${plain.slice(0, most - 1)}…` : plain
}

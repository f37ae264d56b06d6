/** What of the map is seen: which place of the plane is in the middle, and how many pixels a unit of the plane is long. */
export interface MapView {
  readonly x: number
  readonly y: number
  readonly scale: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** A rectangle of the plane. */
export interface Bounds {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The view that shows bounds whole, and never closer than `closest`. */
export function viewOf(
  { left, top, right, bottom }: Bounds,
  { width, height }: Size,
  closest: number,
): MapView {
  const scale = Math.min((width * 0.86) / (right - left), (height * 0.86) / (bottom - top), closest)
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale }
}

/** Zoomed by a factor; what is at a place of the screen stays there. */
export function zoomedAt(
  view: MapView,
  factor: number,
  at: readonly [number, number],
  size: Size,
  limits: { readonly least: number; readonly most: number },
): MapView {
  const scale = Math.min(Math.max(view.scale * factor, limits.least), limits.most)
  const [dx, dy] = [at[0] - size.width / 2, at[1] - size.height / 2]
  return {
    x: view.x + dx / view.scale - dx / scale,
    y: view.y + dy / view.scale - dy / scale,
    scale,
  }
}

/** Moved by pixels; the middle stays on the plane. */
export function movedBy(view: MapView, dx: number, dy: number, plane: Bounds): MapView {
  const x = Math.min(Math.max(view.x - dx / view.scale, plane.left), plane.right)
  const y = Math.min(Math.max(view.y - dy / view.scale, plane.top), plane.bottom)
  return { ...view, x, y }
}

export const toScreen = (view: MapView, { width, height }: Size, x: number, y: number): [number, number] => [
  (x - view.x) * view.scale + width / 2,
  (y - view.y) * view.scale + height / 2,
]

export const toPlane = (view: MapView, { width, height }: Size, x: number, y: number): [number, number] => [
  (x - width / 2) / view.scale + view.x,
  (y - height / 2) / view.scale + view.y,
]

/** What of the plane is seen. */
export function seenOf(view: MapView, size: Size): Bounds {
  const [left, top] = toPlane(view, size, 0, 0)
  const [right, bottom] = toPlane(view, size, size.width, size.height)
  return { left, top, right, bottom }
}

export const overlap = (a: Bounds, b: Bounds): boolean =>
  a.left <= b.right && a.right >= b.left && a.top <= b.bottom && a.bottom >= b.top

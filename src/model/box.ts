/** A part of the earth between meridians and parallels, in degrees; `west` is more than `east` where it crosses the 180th. */
export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

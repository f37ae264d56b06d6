import type { ComponentChildren } from 'preact'
import type { LinkedMarks } from './use-marks.js'

/** What each of the three plots is given. */
export interface PlotProps {
  readonly marks: LinkedMarks
  /** Beside another: small, a drag always chooses, and nothing is listed. */
  readonly isSmall: boolean
  /** The two others, to stand between the plot and what it lists. */
  readonly beside?: ComponentChildren
}

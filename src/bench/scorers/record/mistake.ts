import type { Slot } from './score-report.js'

/** The step that went wrong, as far as labels and values tell. */
export type Step =
  | 'reader: trigger'
  | 'reader: status'
  | 'reader: mention'
  | 'reader: role'
  | 'reader: attribution'
  | 'resolve'
  | 'claim'
  | 'assemble'

/** One value that the codebook's scorer counts as missed, invented or wrong. */
export interface Mistake {
  /** `its values`: those that an event without a partner takes along. */
  readonly slot: Slot | 'its values'
  readonly what: string
  readonly step: Step
}

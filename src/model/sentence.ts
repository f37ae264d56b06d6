import type { RegionKind } from './report.js'
import type { Span } from './span.js'

/** A word, number or mark of the body. */
export type Token = Span

/** A sentence as a range over the body; it never crosses a region. */
export interface Sentence extends Span {
  readonly region: RegionKind
  readonly tokens: readonly Token[]
}

import type { Span } from '../../model/span.js'
import type { PartOfSpeech } from './tag.js'

/** A word as it stands between blanks: "Turkish-backed" and "al-Bab" are one piece. */
export interface Piece extends Span {
  readonly text: string
  readonly lower: string
  readonly lemma: string
  readonly pos: PartOfSpeech
}

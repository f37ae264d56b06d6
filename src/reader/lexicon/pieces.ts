import type { Span } from '../../model/span.js'
import { overlaps } from '../../text/quote.js'
import type { Parsed } from './clauses.js'

/** The pieces that a stretch of the body covers, or null where it covers none. */
export function piecesAt(
  { pieces }: Parsed,
  span: Span,
): { readonly first: number; readonly last: number } | null {
  const first = pieces.findIndex(piece => overlaps(piece, span))
  const last = pieces.findLastIndex(piece => overlaps(piece, span))
  return first < 0 ? null : { first, last }
}

/** Turns offsets of a text from UTF-16 code units into code points and back. */
export interface OffsetMap {
  /** The number of code points before a UTF-16 offset; an offset within a surrogate pair counts as its start. */
  toCodePoints(utf16: number): number
  /** The UTF-16 offset of a code point. */
  toUtf16(codePoints: number): number
}

/** Indexes a text once: linear in its length, each look-up logarithmic in its number of astral characters. */
export function offsetMap(text: string): OffsetMap {
  const astral: number[] = [] // UTF-16 offsets at which a surrogate pair starts
  for (let at = 0; at < text.length; at++) {
    if ((text.codePointAt(at) ?? 0) > 0xffff) astral.push(at++)
  }
  const pairsBefore = (ofPair: (i: number) => number, limit: number): number => {
    let low = 0
    let high = astral.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (ofPair(middle) < limit) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    toCodePoints: utf16 => utf16 - pairsBefore(i => astral[i] ?? 0, utf16),
    toUtf16: codePoints => codePoints + pairsBefore(i => (astral[i] ?? 0) - i, codePoints),
  }
}

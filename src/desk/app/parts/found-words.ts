/** A stretch of a text: words that were searched for, or what stands between them. */
export interface Piece {
  readonly start: number
  readonly text: string
  readonly isFound: boolean
}

const word = /[\p{L}\p{M}\p{N}]+/gu
/** Scripts that write words together, or other words onto them: what is searched for may stand within one. */
const joining =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Arabic}\p{Script=Hebrew}]/u

/** Without case and accents. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()

/** A text in pieces, the words that were searched for apart. The pieces joined are the text. */
export function piecesOf(text: string, asked: string): Piece[] {
  const wanted = [...new Set(plain(asked).match(word) ?? [])]
  const isWanted = (found: string): boolean => {
    const own = plain(found)
    return wanted.some(one => own === one || (joining.test(one) && own.includes(one)))
  }
  const pieces: Piece[] = []
  let end = 0
  const put = (to: number, isFound: boolean): void => {
    if (to > end) pieces.push({ start: end, text: text.slice(end, to), isFound })
    end = to
  }
  for (const match of text.matchAll(word)) {
    if (!isWanted(match[0])) continue
    put(match.index, false)
    put(match.index + match[0].length, true)
  }
  put(text.length, false)
  return pieces
}

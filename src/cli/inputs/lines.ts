/** A line of a stream: its number, from 1, where it starts, and its bytes without the line end; null if it is longer than may be. */
export interface Line {
  readonly number: number
  /** In bytes of the stream. */
  readonly start: number
  readonly bytes: Uint8Array | null
}

/** Splits a stream at `\n` without ever holding more than `longest` bytes of a line. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, longest: number): AsyncIterable<Line> {
  let pieces: Uint8Array[] = []
  let size = 0
  let number = 1
  let start = 0
  const keep = (piece: Uint8Array): void => {
    size += piece.length
    if (size > longest) pieces = []
    else pieces.push(piece)
  }
  const take = (): Line => {
    const line = { number: number++, start, bytes: size > longest ? null : Buffer.concat(pieces) }
    start += size + 1
    pieces = []
    size = 0
    return line
  }
  for await (const chunk of stream) {
    let from = 0
    for (let to = chunk.indexOf(0x0a); to !== -1; to = chunk.indexOf(0x0a, from)) {
      keep(chunk.subarray(from, to))
      yield take()
      from = to + 1
    }
    if (from < chunk.length) keep(chunk.subarray(from))
  }
  if (size > 0) yield take()
}

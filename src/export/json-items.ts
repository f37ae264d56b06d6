/** An item of a list in a JSON file, as text, with the line on which it starts, from 1; or what is wrong with it. */
export type JsonItem =
  | { readonly line: number; readonly text: string }
  | { readonly line: number; readonly broken: string }

/** What stands around the items: the file without them; null where it is longer than may be. */
export interface JsonFrame {
  readonly frame: string | null
}

// In UTF-16 units.
const longestItem = 10_000_000
const longestFrame = 1_000_000

/**
 * The items of the first list that stands under a key in a JSON text, one held at a time, and then the frame. It finds where items
 * begin and end; whether they are JSON is for whoever parses them.
 */
export async function* jsonItems(
  chunks: AsyncIterable<string> | Iterable<string>,
  key: string,
): AsyncGenerator<JsonItem | JsonFrame> {
  const scanner = new ItemScanner(key)
  for await (const chunk of chunks) yield* scanner.read(chunk)
  yield* scanner.end()
}

/** Text that is given up where it grows too long. */
function piece(longest: number): { add(text: string): void; take(): string | null } {
  let text: string | null = ''
  return {
    add(more) {
      if (text !== null) text = text.length + more.length > longest ? null : text + more
    },
    take() {
      const taken = text
      text = ''
      return taken
    },
  }
}

const [quoteMark, backslash, lineFeed] = [0x22, 0x5c, 0x0a]

class ItemScanner {
  readonly #key: string
  readonly #frame = piece(longestFrame)
  readonly #item = piece(longestItem)
  #place: 'before' | 'within' | 'after' = 'before'
  #depth = 0
  #listDepth = 0
  #inString = false
  #escaped = false
  #lastString = ''
  #isKey = false
  #line = 1
  #itemLine = 1

  constructor(key: string) {
    this.#key = key
  }

  read(chunk: string): JsonItem[] {
    const found: JsonItem[] = []
    let from = 0
    for (let at = 0; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at)
      if (code === lineFeed) this.#line++
      if (this.#inString) {
        this.#inText(code, chunk.charAt(at))
        continue
      }
      const before = this.#place
      const ends = this.#mark(chunk.charAt(at))
      if (this.#place !== before) {
        this.#frame.add(chunk.slice(from, at + 1))
        this.#itemLine = this.#line
        from = at + 1
      }
      if (!ends) continue
      this.#item.add(chunk.slice(from, at))
      found.push(...this.#taken())
      const isLast = this.#depth < this.#listDepth
      if (isLast) this.#place = 'after'
      from = isLast ? at : at + 1
    }
    const rest = this.#place === 'within' ? this.#item : this.#frame
    rest.add(chunk.slice(from))
    return found
  }

  end(): (JsonItem | JsonFrame)[] {
    const cut = { line: this.#line, broken: 'the file ends before its list does' }
    return [...(this.#place === 'within' ? [...this.#taken(), cut] : []), { frame: this.#frame.take() }]
  }

  /** The item that ends here, if it is more than white space; blank lines before it are none of it. */
  #taken(): JsonItem[] {
    const line = this.#itemLine
    this.#itemLine = this.#line
    const text = this.#item.take()
    if (text === null) return [{ line, broken: 'the item is longer than 10 MB' }]
    const blank = text.length - text.trimStart().length
    if (blank === text.length) return []
    return [{ line: line + text.slice(0, blank).split('\n').length - 1, text: text.trim() }]
  }

  #inText(code: number, char: string): void {
    if (this.#escaped) this.#escaped = false
    else if (code === backslash) this.#escaped = true
    else if (code === quoteMark) this.#inString = false
    // No longer than it takes to tell that it is not the key.
    if (this.#inString && this.#place === 'before' && this.#lastString.length <= this.#key.length)
      this.#lastString += char
  }

  /** Takes a character outside of texts; whether an item ends with it. */
  #mark(char: string): boolean {
    switch (char) {
      case '"':
        this.#inString = true
        this.#lastString = ''
        return false
      case ':':
        this.#isKey = this.#lastString === this.#key
        return false
      case '[':
      case '{':
        this.#depth++
        if (char === '[' && this.#isKey && this.#place === 'before') {
          this.#place = 'within'
          this.#listDepth = this.#depth
        }
        this.#isKey = false
        return false
      case ']':
      case '}':
        this.#depth--
        return this.#place === 'within' && this.#depth < this.#listDepth
      case ',':
        this.#isKey = false
        return this.#place === 'within' && this.#depth === this.#listDepth
      default:
        return false
    }
  }
}

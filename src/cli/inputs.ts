import type { Dirent } from 'node:fs'
import { createReadStream } from 'node:fs'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { InputFault } from '../model/input-fault.js'
import type { Capture } from '../model/snapshot.js'
import type { Clock } from '../ports.js'
import { maxBytes, tooLarge } from '../stages/1-acquire/index.js'
import { linesOf } from './inputs/lines.js'

/** What is read of a folder, and what each extension declares. */
const mediaTypes: ReadonlyMap<string, string> = new Map([
  ['.txt', 'text/plain'],
  ['.md', 'text/markdown'],
  ['.html', 'text/html'],
  ['.htm', 'text/html'],
  ['.xhtml', 'application/xhtml+xml'],
  ['.json', 'application/json'],
  ['.jsonl', 'application/jsonl'],
  ['.ndjson', 'application/jsonl'],
])

interface Gathering {
  readonly published: string | null
  readonly clock: Clock
}

/**
 * Captures of all that the paths name: files, folders and what is in them (in order of names), rows of JSONL, `-` for
 * standard input. What cannot be read comes as a fault in its place, and the rest goes on. Files are read one by one,
 * JSONL row by row, so memory holds one report at a time.
 */
export async function* gatherInputs(
  paths: readonly string[],
  options: { readonly published: string | null },
  clock: Clock,
): AsyncIterable<Capture | InputFault> {
  const gathering = { published: options.published, clock }
  for (const path of paths) {
    if (path === '-') yield* fromStream(process.stdin, gathering)
    else yield* fromPath(path, gathering)
  }
}

async function* fromPath(path: string, gathering: Gathering): AsyncIterable<Capture | InputFault> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) yield* fromFolder(path, gathering)
    else if (found.isFile()) yield* fromFile(path, found.size, gathering)
    else yield* fromStream(createReadStream(path), gathering, path)
  } catch (error) {
    yield unreadable(path, error)
  }
}

async function* fromFolder(folder: string, gathering: Gathering): AsyncIterable<Capture | InputFault> {
  let readable = 0
  for await (const found of filesUnder(folder, new Set())) {
    readable++
    if (found instanceof InputFault) yield found
    else yield* fromPath(found, gathering)
  }
  if (readable > 0) return
  yield new InputFault({
    code: 'empty-folder',
    source: folder,
    message: 'nothing in this folder can be read',
    help: `Folders are searched for ${[...mediaTypes.keys()].join(' ')}; name other files one by one.`,
  })
}

/** Files to read under a folder, depth first, in order of names. `above` are the folders passed, so that links cannot loop. */
async function* filesUnder(folder: string, above: ReadonlySet<string>): AsyncIterable<string | InputFault> {
  let entries: Dirent[]
  let here: string
  try {
    here = await realpath(folder)
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    yield unreadable(folder, error)
    return
  }
  if (above.has(here)) return
  const path = new Set([...above, here])
  for (const { name } of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const full = join(folder, name)
    const found = await stat(full).catch(() => null)
    if (found?.isDirectory()) yield* filesUnder(full, path)
    // A broken link is named as a fault later; a pipe or device in a folder would wait for ever.
    else if (mediaTypes.has(extname(name).toLowerCase()) && (found?.isFile() ?? true)) yield full
  }
}

async function* fromFile(
  path: string,
  size: number,
  gathering: Gathering,
): AsyncIterable<Capture | InputFault> {
  const mediaType = mediaTypes.get(extname(path).toLowerCase()) ?? null
  if (mediaType === 'application/jsonl') yield* rowsOf(createReadStream(path), path, gathering)
  else if (size > maxBytes) yield tooLarge(path, size)
  else {
    const bytes = await readFile(path)
    yield capture(bytes, path, mediaType, basename(path, extname(path)), gathering)
  }
}

/** A stream declares nothing: rows if its first line is one, else one report. */
async function* fromStream(
  stream: AsyncIterable<Uint8Array>,
  gathering: Gathering,
  source = '-',
): AsyncIterable<Capture | InputFault> {
  const chunks: Uint8Array[] = []
  let size = 0
  const iterator = stream[Symbol.asyncIterator]()
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
    chunks.push(next.value)
    size += next.value.length
    if (opensWithRow(chunks)) {
      yield* rowsOf(chained(chunks, iterator), source, gathering)
      return
    }
    if (size > maxBytes) {
      yield tooLarge(source, size)
      return
    }
  }
  yield capture(
    Buffer.concat(chunks),
    source,
    null,
    source === '-' ? 'standard input' : basename(source),
    gathering,
  )
}

async function* chained(
  first: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncIterable<Uint8Array> {
  yield* first
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
}

/** Whether the first full line so far is a JSON object. Looked at only while its end is new, so a long line costs once. */
function opensWithRow(chunks: readonly Uint8Array[]): boolean {
  const last = chunks.at(-1)
  const isFirstLine = chunks.slice(0, -1).every(chunk => !chunk.includes(newline))
  if (chunks[0]?.[0] !== openBrace || !last?.includes(newline) || !isFirstLine) return false
  return isObject(Buffer.concat(chunks).toString('utf8').split('\n', 1)[0] ?? '')
}

const newline = 0x0a
const openBrace = 0x7b

const isObject = (line: string): boolean => rowOf(line) !== null

function rowOf(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

/** One capture a row; its bytes are the row's. A row that is no report is a fault with its line, and the next follows. */
async function* rowsOf(
  stream: AsyncIterable<Uint8Array>,
  path: string,
  gathering: Gathering,
): AsyncIterable<Capture | InputFault> {
  let rows = 0
  for await (const { number, bytes } of linesOf(stream, maxBytes)) {
    const source = `${path}#${number}`
    if (bytes === null) yield tooLarge(source, maxBytes + 1)
    else if (!isBlank(bytes)) yield rowCapture(bytes, source, `${basename(path)}#${number}`, gathering)
    else continue
    rows++
  }
  if (rows > 0) return
  yield new InputFault({
    code: 'empty-text',
    source: path,
    message: 'there is no row in it',
    help: 'Write each report as one JSON object on one line, with at least a "text".',
  })
}

const isBlank = (bytes: Uint8Array): boolean => bytes.every(byte => byte === 32 || (byte >= 9 && byte <= 13))

function rowCapture(
  bytes: Uint8Array,
  source: string,
  fallback: string,
  gathering: Gathering,
): Capture | InputFault {
  const row = rowOf(new TextDecoder().decode(bytes))
  if (row !== null && typeof row.text === 'string') {
    const { id } = row
    const name = (typeof id === 'string' && id !== '') || typeof id === 'number' ? String(id) : fallback
    return capture(bytes, source, 'application/json', name, gathering)
  }
  return row === null
    ? new InputFault({
        code: 'not-json',
        source,
        message: 'this line is no JSON object',
        help: 'Write each report as one JSON object on one line, with at least a "text".',
      })
    : new InputFault({
        code: 'no-text',
        source,
        message: 'this row has no "text" that is a string',
        help: 'Give each row a "text": {"id": …, "published": …, "outlet": …, "headline": …, "text": …}.',
      })
}

function capture(
  bytes: Uint8Array,
  source: string,
  mediaType: string | null,
  name: string,
  { published, clock }: Gathering,
): Capture {
  const given = { name, published, outlet: null, headline: null }
  return { bytes, source, mediaType, charset: null, capturedAt: clock.now(), given }
}

const reasons: ReadonlyMap<string, readonly [code: string, message: string, help: string]> = new Map([
  ['ENOENT', ['no-such-file', 'there is no such file', 'Check the path.']],
  ['ENOTDIR', ['no-such-file', 'there is no such file', 'Check the path.']],
  [
    'EACCES',
    ['not-permitted', 'you may not read it', 'Change its permissions, or copy it to where you may.'],
  ],
  ['EPERM', ['not-permitted', 'you may not read it', 'Change its permissions, or copy it to where you may.']],
  ['ELOOP', ['link-loop', 'its links lead in a circle', 'Name the file itself.']],
])

function unreadable(source: string, error: unknown): InputFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === '') throw error
  const [name, message, help] = reasons.get(code) ?? [
    'unreadable',
    `it cannot be read (${code})`,
    'Check the disk and the path.',
  ]
  return new InputFault({ code: name, source, message, help, cause: error })
}

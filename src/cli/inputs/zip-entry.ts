import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { createInflateRaw } from 'node:zlib'
import { InputFault } from '../../model/input-fault.js'

interface Entry {
  readonly name: string
  readonly stored: boolean
  readonly start: number
  readonly packed: number
  readonly size: number
}

/** GeoNames' largest file is under 2 GB; what claims to be more is not one of its files. */
const largest = 8_000_000_000
/** The directory's end is within its own length and that of the longest comment from the file's end. */
const endSize = 22 + 65_535

/**
 * The bytes of the one entry of an archive that its caller wants, as a stream. Only names are compared and nothing is
 * unpacked to disk, so that no archive can write anywhere. Reads archives of under 4 GB (no ZIP64), stored or deflated.
 * @throws InputFault where it is no archive, or holds no such entry
 */
export async function zipEntry(
  path: string,
  wanted: (name: string) => boolean,
): Promise<AsyncIterable<Uint8Array>> {
  const file = await open(path, 'r')
  try {
    const entry = (await entries(file, path)).find(({ name }) => wanted(name))
    if (!entry) throw faulty(path, 'holds no table of GeoNames')
    const header = await bytesAt(file, entry.start, 30)
    if (header.readUInt32LE(0) !== 0x04034b50) throw faulty(path, 'is damaged')
    const start = entry.start + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
    return unpacked(path, entry, start)
  } finally {
    await file.close()
  }
}

async function* unpacked(
  path: string,
  { packed, stored, size }: Entry,
  start: number,
): AsyncIterable<Uint8Array> {
  if (size === 0 || packed === 0) return
  const source = createReadStream(path, { start, end: start + packed - 1 })
  const inflate = createInflateRaw()
  source.on('error', error => inflate.destroy(error))
  let read = 0
  try {
    for await (const chunk of stored ? source : source.pipe(inflate)) {
      read += chunk.length
      // An archive can be made to unpack for ever: no more is taken than it says it holds.
      if (read > size) throw faulty(path, 'is damaged')
      yield chunk
    }
  } catch (cause) {
    throw cause instanceof InputFault ? cause : faulty(path, 'is damaged', cause)
  }
  if (read < size) throw faulty(path, 'is cut short')
}

async function entries(file: FileHandle, path: string): Promise<Entry[]> {
  const { size } = await file.stat()
  const tail = await bytesAt(file, Math.max(0, size - endSize), Math.min(size, endSize))
  const end = tail.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (end < 0 || end + 22 > tail.length) throw faulty(path, 'is no ZIP archive, or is cut short')
  const [count, length, start] = [
    tail.readUInt16LE(end + 10),
    tail.readUInt32LE(end + 12),
    tail.readUInt32LE(end + 16),
  ]
  if (start + length > size) throw faulty(path, 'is damaged')
  const directory = await bytesAt(file, start, length)
  const found: Entry[] = []
  for (let at = 0, i = 0; i < count && at + 46 <= directory.length; i++) {
    const [flags, method] = [directory.readUInt16LE(at + 8), directory.readUInt16LE(at + 10)]
    const [packed, full] = [directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 24)]
    const nameLength = directory.readUInt16LE(at + 28)
    const isReadable = (flags & 1) === 0 && (method === 0 || method === 8) && full <= largest
    if (isReadable) {
      found.push({
        name: directory.toString('utf8', at + 46, at + 46 + nameLength),
        stored: method === 0,
        start: directory.readUInt32LE(at + 42),
        packed,
        size: full,
      })
    }
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return found
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await file.read(bytes, 0, length, position)
  return bytes.subarray(0, bytesRead)
}

function faulty(path: string, message: string, cause?: unknown): InputFault {
  return new InputFault({
    code: 'not-a-dump',
    source: path,
    message,
    help: 'fetch it again from download.geonames.org/export/dump',
    cause,
  })
}

import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { heardOutput } from '../../../test/heard-output.js'
import { openPlaceFiles, openPlaces } from '../../store/index.js'
import { buildProgram } from '../program.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'herodotus-gazetteer-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
  process.exitCode = 0
})

/** Runs a command, and gives its exit status and what it wrote. */
async function gazetteer(...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
  const { output, heard } = heardOutput()
  const program = buildProgram(output)
  await program.parseAsync(['node', 'herodotus', 'gazetteer', ...args, '--db', join(folder, 'a.db')])
  return { code: process.exitCode, ...heard() }
}
function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const row = (id: number, name: string): string =>
  [id, name, name, '', '10', '20', 'P', 'PPL', 'NN', '', '07', '', '', '', 900, '', 5, 'Etc/UTC', ''].join(
    '\t',
  )
const table = `${row(1, 'Velato')}\nbroken\n${row(2, 'Osmark')}\n`
const found = async (name: string): Promise<readonly string[]> => {
  const places = await openPlaces(join(folder, 'a.db'), { mode: 'read' })
  const ids = places.lookup(name).map(({ id }) => id)
  await places.close()
  return ids
}

/** An archive with one entry, as GeoNames makes them. */
function archive(name: string, content: string, change: (bytes: Buffer) => Buffer = bytes => bytes): Buffer {
  const [title, packed] = [Buffer.from(name), deflateRawSync(content)]
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50)
  local.writeUInt16LE(title.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(content.length, 24)
  entry.writeUInt16LE(title.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + title.length, 12)
  end.writeUInt32LE(30 + title.length + packed.length, 16)
  return change(Buffer.concat([local, title, packed, entry, title, end]))
}

describe('add', () => {
  test('keeps what can be read, and names each line that cannot', async () => {
    const { code, err } = await gazetteer('add', file('NN.txt', table))
    expect(code).toBe(3)
    expect(err).toContain('NN.txt:2: it has not 19 columns but 1')
    expect(err).toContain('2 places of 3 lines, 1 line at fault')
    expect(await found('Osmark')).toEqual(['geonames:2'])
  })

  test('a file that is loaded adds nothing', async () => {
    const path = file('NN.txt', row(1, 'Velato'))
    expect((await gazetteer('add', path)).code).toBe(0)
    expect((await gazetteer('add', path)).err).toContain('is loaded already: 1 place of 1 line')
  })

  test('a load that was cut short goes on where it stopped', async () => {
    const path = file('NN.txt', table)
    const places = await openPlaceFiles(join(folder, 'a.db'))
    const sha256 = createHash('sha256').update(table).digest('hex')
    await places.begin({ sha256, name: 'NN.txt', kind: 'places', begunAt: '2031-01-01T00:00:00Z' })
    await places.keep({ places: [], names: [] }, { sha256, lines: 2, broken: 1, finished: false })
    await places.close()
    const { err } = await gazetteer('add', path)
    expect(err).toContain('goes on after line 2')
    expect(err).toContain('1 place of 3 lines, 1 line at fault')
    expect(await found('Velato')).toEqual([])
    expect(await found('Osmark')).toEqual(['geonames:2'])
  })

  test('further names are of places that are loaded', async () => {
    const names = file('names.txt', '1\t1\ten\tVelato-on-Sea\t\t\t\t\t\t\n2\t9\ten\tElsewhere\t\t\t\t\t\t\n')
    await expect(gazetteer('add', '--alternate-names', names)).rejects.toMatchObject({ code: 'no-places' })
    const { code } = await gazetteer('add', file('NN.txt', row(1, 'Velato')), '--alternate-names', names)
    expect(code).toBe(0)
    expect(await found('Velato on Sea')).toEqual(['geonames:1'])
    expect(await found('Elsewhere')).toEqual([])
  })

  test('an archive is read for its table', async () => {
    const { code } = await gazetteer('add', file('NN.zip', archive('NN.txt', row(1, 'Velato'))))
    expect(code).toBe(0)
    expect(await found('Velato')).toEqual(['geonames:1'])
  })

  const cut = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length - 30)
  const more = (bytes: Buffer): Buffer => {
    const other = Buffer.from(bytes)
    other.writeUInt32LE(5, bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24)
    return other
  }
  test.each([
    [
      'what is no table',
      'a.txt',
      'Minutes of the meeting\n'.repeat(50),
      'none of its first lines can be read',
    ],
    ['an empty file', 'a.txt', '', 'it is empty'],
    ['what is no archive', 'NN.zip', 'no archive', 'is no ZIP archive'],
    ['an archive cut short', 'NN.zip', archive('NN.txt', table, cut), 'is no ZIP archive, or is cut short'],
    ['an archive of something else', 'NN.zip', archive('../../evil.sh', table), 'holds no table'],
    ['an archive that unpacks to more than it says', 'NN.zip', archive('NN.txt', table, more), 'is damaged'],
  ])('%s is refused, and nothing of it is kept', async (_, name, content, message) => {
    await expect(gazetteer('add', file(name, content))).rejects.toMatchObject({
      code: 'not-a-dump',
      message: expect.stringContaining(message),
    })
    expect((await gazetteer('list')).out).toBe('')
  })

  test('a missing file, or none, is told', async () => {
    await expect(gazetteer('add', join(folder, 'none.txt'))).rejects.toMatchObject({ code: 'cannot-read' })
    await expect(gazetteer('add')).rejects.toMatchObject({ code: 'no-file' })
  })
})

describe('list', () => {
  test('says what is loaded, with its hash', async () => {
    await gazetteer('add', file('NN.txt', table))
    const { out } = await gazetteer('list')
    expect(out).toContain('NN.txt  2 places of 3 lines, 1 line at fault')
    expect(out).toContain(createHash('sha256').update(table).digest('hex'))
    const { out: json } = await gazetteer('list', '--json')
    expect(JSON.parse(json)).toMatchObject({ name: 'NN.txt', kept: 2, finished: true })
  })
  test('says so where nothing is, and makes no database', async () => {
    expect(await gazetteer('list')).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringContaining('nothing is loaded'),
    })
  })
})

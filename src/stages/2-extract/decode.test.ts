import { describe, expect, test } from 'vitest'
import type { MediaType, Snapshot } from '../../model/snapshot.js'
import { snapshotId } from '../../text/ids.js'
import { decode } from './decode.js'

const snapshotOf = (bytes: Uint8Array, mediaType: MediaType, charset: string | null): Snapshot => ({
  id: snapshotId(bytes),
  bytes,
  source: 'desk/report',
  mediaType,
  charset,
  capturedAt: '2031-05-04T00:00:00Z',
  given: { name: 'test', published: null, outlet: null, headline: null },
})

describe('bytes become text', () => {
  const bytes = (...parts: (string | number[])[]): Uint8Array =>
    Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))
  test.each([
    ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], 'é'), null, 'é', []],
    ['UTF-16 with a mark', Buffer.from('\ufeffé', 'utf16le'), null, 'é', []],
    ['a declared charset', bytes([0xcf, 0xee]), 'windows-1251', 'По', []],
    [
      'declared latin-1, which browsers read as windows-1252',
      bytes([0x93], 'a', [0x94]),
      'iso-8859-1',
      '“a”',
      [],
    ],
    [
      'windows-1252, undeclared',
      bytes('caf', [0xe9], ' ', [0x80], '5'),
      null,
      'café €5',
      ['charset-guessed'],
    ],
    ['UTF-8 with one byte broken', bytes('é ü ', [0xff], ' é'), null, 'é ü \ufffd é', ['broken-utf-8']],
    ['declared UTF-8 that is none', bytes('caf', [0xe9]), 'utf-8', 'caf\ufffd', ['broken-utf-8']],
    ['a true U+FFFD', bytes('a\ufffd'), null, 'a\ufffd', []],
  ])('%s', (_, content, charset, body, codes) => {
    const { value, notes } = decode(snapshotOf(content, 'text/plain', charset))
    expect(value).toBe(body)
    expect(notes.map(({ code }) => code)).toEqual(codes)
  })

  test('a page names its own charset', () => {
    const page = Buffer.from(
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>\x93so\x94',
      'latin1',
    )
    expect(decode(snapshotOf(page, 'text/html', null)).value).toContain('“so”')
  })
})

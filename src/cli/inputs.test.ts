import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { InputFault } from '../model/input-fault.js'
import { linesOf } from './inputs/lines.js'
import { gatherInputs } from './inputs.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'herodotus-'))
})
afterEach(() => {
  vi.unstubAllGlobals()
  rmSync(folder, { recursive: true, force: true })
})

const put = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

/** Each input as a line: `source name mediaType: bytes`, or `source ! code`, without the folder. */
async function gathered(...paths: string[]): Promise<string[]> {
  const lines: string[] = []
  const clock = { now: () => '2031-05-04T00:00:00Z' }
  for await (const input of gatherInputs(paths, { published: '2031-05' }, clock)) {
    const source = input.source.replaceAll(`${folder}/`, '').replaceAll(folder, 'FOLDER')
    if (input instanceof InputFault) {
      expect(input.help).not.toBe('')
      lines.push(`${source} ! ${input.code}`)
    } else {
      expect(input).toMatchObject({ capturedAt: '2031-05-04T00:00:00Z', given: { published: '2031-05' } })
      lines.push(`${source} ${input.given.name} ${input.mediaType}: ${new TextDecoder().decode(input.bytes)}`)
    }
  }
  return lines
}

describe('files and folders', () => {
  test('a folder is read through, in order of names, by extension', async () => {
    put('b.txt', 'B')
    put('a/z.html', 'Z')
    put('a/c.MD', 'C')
    put('d.json', '{"text":"D"}')
    put('picture.png', 'no')
    expect(await gathered(folder)).toEqual([
      'a/c.MD c text/markdown: C',
      'a/z.html z text/html: Z',
      'b.txt b text/plain: B',
      'd.json d application/json: {"text":"D"}',
    ])
  })

  test('a file that is named is read whatever its extension', async () => {
    expect(await gathered(put('report.unknown', 'R'))).toEqual(['report.unknown report null: R'])
  })

  test('links that lead in a circle end', async () => {
    put('a/b.txt', 'B')
    symlinkSync(folder, join(folder, 'a', 'loop'))
    expect(await gathered(folder)).toEqual(['a/b.txt b text/plain: B'])
  })

  test('faults stand in their place, and the rest goes on', async () => {
    mkdirSync(join(folder, 'empty'))
    symlinkSync(join(folder, 'gone'), join(folder, 'broken.txt'))
    symlinkSync('self', join(folder, 'self'))
    const large = put('large.txt', '')
    truncateSync(large, 50_000_000)
    const good = put('good.txt', 'G')
    expect(
      await gathered(
        join(folder, 'missing.txt'),
        join(folder, 'empty'),
        join(folder, 'broken.txt'),
        join(folder, 'self'),
        join(good, 'x'),
        large,
        good,
      ),
    ).toEqual([
      'missing.txt ! no-such-file',
      'empty ! empty-folder',
      'broken.txt ! no-such-file',
      'self ! link-loop',
      'good.txt/x ! no-such-file',
      'large.txt ! too-large',
      'good.txt good text/plain: G',
    ])
  })

  test.skipIf(process.getuid?.() === 0)('what may not be read is a fault', async () => {
    const secret = put('secret.txt', 'S')
    chmodSync(secret, 0)
    expect(await gathered(secret)).toEqual(['secret.txt ! not-permitted'])
  })
})

describe('rows', () => {
  test('each is one capture, named by its id or its line; those that are none are faults', async () => {
    const rows = [
      '{"id":"one","text":"1"}',
      '',
      '{"id":2,"text":"2"}',
      '{"text":"3"}',
      'no json',
      '{"id":"x"}',
      '["text"]',
      '{"id":"","text":"8"}',
    ]
    expect(await gathered(put('r.jsonl', `${rows.join('\n')}\r\n`))).toEqual([
      'r.jsonl#1 one application/json: {"id":"one","text":"1"}',
      'r.jsonl#3 2 application/json: {"id":2,"text":"2"}',
      'r.jsonl#4 r.jsonl#4 application/json: {"text":"3"}',
      'r.jsonl#5 ! not-json',
      'r.jsonl#6 ! no-text',
      'r.jsonl#7 ! not-json',
      'r.jsonl#8 r.jsonl#8 application/json: {"id":"","text":"8"}\r',
    ])
  })

  test('a file without a row is a fault', async () => {
    expect(await gathered(put('r.jsonl', '\n \n'))).toEqual(['r.jsonl ! empty-text'])
  })
})

describe('standard input', () => {
  const piped = (...chunks: string[]): Promise<string[]> => {
    const stdin = Readable.from(chunks.map(chunk => Buffer.from(chunk)))
    vi.stubGlobal('process', Object.create(process, { stdin: { value: stdin } }))
    return gathered('-')
  }
  test.each([
    ['a report', ['Two ', 'men'], ['- standard input null: Two men']],
    ['one row over lines', ['{\n"text":', '"1"}\n'], ['- standard input null: {\n"text":"1"}\n']],
    [
      'rows',
      ['{"id":"a","te', 'xt":"1"}\n{"id":"b",', '"text":"2"}'],
      ['-#1 a application/json: {"id":"a","text":"1"}', '-#2 b application/json: {"id":"b","text":"2"}'],
    ],
    ['nothing', [], ['- standard input null: ']],
  ])('%s', async (_, chunks, inputs) => {
    expect(await piped(...chunks)).toEqual(inputs)
  })

  test('without end is refused', async () => {
    expect(await piped(...Array.from({ length: 21 }, () => 'x'.repeat(1_000_000)))).toEqual(['- ! too-large'])
  })
})

describe('lines of a stream', () => {
  const read = async (chunks: readonly string[], longest: number): Promise<(string | null)[]> => {
    const lines: (string | null)[] = []
    for await (const { number, bytes } of linesOf(
      Readable.from(chunks.map(chunk => Buffer.from(chunk))),
      longest,
    )) {
      lines.push(bytes && new TextDecoder().decode(bytes))
      expect(number).toBe(lines.length)
    }
    return lines
  }
  test('are the same however the stream is cut', async () => {
    const chunk = fc
      .array(fc.constantFrom('a', 'é', '\n', 'قتل'), { maxLength: 6 })
      .map(parts => parts.join(''))
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          chunk.filter(text => text !== ''),
          { maxLength: 6 },
        ),
        async chunks => {
          const lines = chunks.join('').split('\n')
          expect(await read(chunks, 99)).toEqual(lines.at(-1) === '' ? lines.slice(0, -1) : lines)
        },
      ),
    )
  })

  test('that are too long are told, and the next is read', async () => {
    expect(await read(['a\nbb', 'bbb\nc', 'c'], 3)).toEqual(['a', null, 'cc'])
  })
})

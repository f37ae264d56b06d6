// The program as a user runs it, from the build.
import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const program = join(root, 'dist/cli/main.js')
let folder = ''

beforeAll(() => {
  if (!existsSync(program)) throw new Error('there is no build to test: run npm run build')
  folder = mkdtempSync(join(tmpdir(), 'herodotus-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the program in a folder of its own, with the given standard input. */
function herodotus(args: readonly string[], stdin = ''): Promise<Run> {
  return new Promise(resolve => {
    const child = execFile(
      process.execPath,
      [program, ...args],
      { cwd: folder, maxBuffer: 1e9 },
      (_, out, err) => resolve({ code: child.exitCode, out, err }),
    )
    child.stdin?.on('error', () => {}) // a program that does not read its input closes it
    child.stdin?.end(stdin)
  })
}

/** Writes a file of the test's folder and gives its path. */
function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const shelling = 'Rebels shelled the town of Velat on Tuesday, killing at least 12 people, residents said.\n'

describe('actors', () => {
  const header = 'id\tname\taliases\ttype\tcountry'
  const union = 'valley-defence-union\tValley Defence Union\tVDU\tmilitia\tKE'

  it('keeps a table, and read then knows its actors', async () => {
    const path = file('vdu.txt', 'VDU fighters shelled Velat on Tuesday.\n')
    const before = await herodotus(['read', path, '--db', 'own.db', '--json'])
    const added = await herodotus([
      'actors',
      'add',
      file('own.tsv', `${header}\n${union}\n`),
      '--db',
      'own.db',
    ])
    expect(added).toMatchObject({ code: 0, err: expect.stringContaining('1 actor kept in own.db') })
    const after = await herodotus(['read', path, '--db', 'own.db', '--json'])
    const [first, then] = [before, after].map(({ out }) => JSON.parse(out))
    expect(first.events[0].initiators[0].value.registry).toBeNull()
    expect(then.events[0].initiators[0].value).toMatchObject({
      type: 'militia',
      registry: 'actor:valley-defence-union',
    })
    expect(then.versions.actors).not.toBe(first.versions.actors)
  })

  it('names each fault with its line, and keeps nothing', async () => {
    const path = file('faulty.tsv', `${header}\n${union}\nother\t\tVDU\tarmy\tQQ\n`)
    const { code, out, err } = await herodotus(['actors', 'add', path, '--db', 'faulty.db'])
    expect(code).toBe(1)
    for (const found of ['missing-name', 'unknown-type', 'unknown-country', 'shared-alias'])
      expect(out).toContain(`[${found}]`)
    expect(out).toContain('faulty.tsv:3:')
    expect(err).toContain('nothing was kept')
    const { err: checked } = await herodotus(['actors', 'check', '--db', 'faulty.db'])
    expect(checked).toContain('nothing is wrong')
  })

  it('tells a file that is not there or is no text, one fault a line with --json', async () => {
    expect((await herodotus(['actors', 'check', 'none.tsv'])).err).toContain('[cannot-read]')
    const binary = file('binary.tsv', new Uint8Array([0xff, 0xfe, 0x00]))
    expect((await herodotus(['actors', 'check', binary])).err).toContain('[not-utf-8]')
    const { out } = await herodotus(['actors', 'check', file('no-type.tsv', 'id\tname\n'), '--json'])
    expect(JSON.parse(out)).toMatchObject({ line: 1, code: 'missing-column' })
  })
})

describe('read', () => {
  it('prints a chronicle with the words, and keeps it', async () => {
    const { code, out, err } = await herodotus([
      'read',
      file('a.txt', shelling),
      '--published',
      '2031-03-06',
      '--db',
      'a.db',
    ])
    expect(err).toContain('read 1 report,')
    expect(code).toBe(0)
    expect(out).toContain('2031-03-04')
    expect(out).toContain('*shelled*')
    expect(out).toContain('killed at least 12')
    const shown = await herodotus(['show', '--db', 'a.db'])
    expect(shown.out).toBe(out)
  })

  it('adds nothing when the same is read again', async () => {
    const path = file('b.txt', shelling)
    await herodotus(['read', path, '--db', 'b.db'])
    const { err } = await herodotus(['read', path, '--db', 'b.db'])
    expect(err).toContain('1 kept already')
    const { out } = await herodotus(['doctor', '--db', 'b.db'])
    expect(out).toContain('1 report,')
  })

  it('shows and exports the same events of a box on the map', async () => {
    const text =
      'Rebels shelled the town of Derna in Libya on Tuesday.\n\nTroops raided Benghazi on Monday.\n'
    await herodotus(['read', '-', '--db', 'box.db'], text)
    const box = ['--db', 'box.db', '--box', '22,32,23,33.5']
    const { out } = await herodotus(['show', '--json', ...box])
    const shown = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line).event)
    expect(shown.map(({ triggers }) => triggers[0].exact)).toEqual(['shelled'])
    const exported = await herodotus(['export', '--format', 'geojson', ...box])
    const features: { properties: { event: string } }[] = JSON.parse(exported.out).features
    expect(new Set(features.map(({ properties }) => properties.event))).toEqual(
      new Set(shown.map(({ id }) => id)),
    )
  })

  it('reads standard input, and writes a line of JSON for each reading', async () => {
    const { code, out } = await herodotus(['read', '-', '--json', '--db', 'c.db'], shelling)
    expect(code).toBe(0)
    const [line = '', ...more] = out.trimEnd().split('\n')
    expect(more).toEqual([])
    expect(JSON.parse(line)).toMatchObject({ report: { body: shelling, published: null } })
  })

  it('gives a time without a publication date no value', async () => {
    const { out } = await herodotus(['read', '-', '--format', 'coding', '--db', 'd.db'], shelling)
    expect(JSON.parse(out).events[0].when).toMatchObject({
      edtf: null,
      quotes: [{ exact: expect.stringContaining('Tuesday') }],
    })
  })

  it('goes on past what it cannot read, names each, and says so by its status', async () => {
    const good = file('good.txt', shelling)
    const rows = file('rows.jsonl', `{"id":"r1","text":${JSON.stringify(shelling)}}\nnot json\n{"id":"r3"}\n`)
    const empty = file('empty.txt', ' \n\n ')
    const junk = file(
      'junk.txt',
      new Uint8Array(4096).map((_, i) => (i * 7919) % 256),
    )
    mkdirSync(join(folder, 'nothing'), { recursive: true })
    const inputs = [join(folder, 'missing.txt'), empty, junk, join(folder, 'nothing'), rows, good]
    const { code, out, err } = await herodotus(['read', ...inputs, '--json', '--db', 'e.db'])
    expect(code).toBe(3)
    expect(out.trimEnd().split('\n')).toHaveLength(2)
    for (const name of ['missing.txt', 'empty.txt', 'junk.txt', 'nothing', 'rows.jsonl#2', 'rows.jsonl#3']) {
      expect(err).toContain(name)
    }
    expect(err).toContain('6 inputs could not be read')
  })

  it('prints nothing that steers a terminal', async () => {
    const hostile = `Rebels shelled \u001b[31mVelat\u001b]0;owned\u0007 on Tuesday \u202ereversed\u202c.`
    const { out, err } = await herodotus(['read', '-', '--db', 'f.db'], hostile)
    expect(out).toContain('shelled')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(`${out}${err}`).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e]/)
  })
})

describe('read by a language model', () => {
  const event = {
    kind: 'shelling',
    trigger: ['shelled'],
    status: 'asserted',
    where: [{ quotes: ['Velat'] }],
    means: ['howitzers'],
  }

  /** A server that answers as a model, in OpenAI's wire form: with an event, unless the report is of rain. */
  const server = createServer((request, response) => {
    let sent = ''
    request.on('data', chunk => {
      sent += chunk
    })
    request.on('end', () => {
      const content = sent.includes('Rain fell') ? 'It rained.' : JSON.stringify({ events: [event] })
      const message = { role: 'assistant', content }
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ choices: [{ index: 0, message, finish_reason: 'stop' }] }))
    })
  })
  let url = ''
  beforeAll(async () => {
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  })
  afterAll(() => server.close())

  it('says once where text goes, shows what it refused, and goes on after a report that failed', async () => {
    const paths = [
      file('l1.txt', shelling),
      file('l2.txt', 'Rain fell.\n'),
      file('l3.txt', `${shelling}\nMore.\n`),
    ]
    const reader = ['--reader', 'llm:openai/made-up', '--reader-url', url]
    const { code, out, err } = await herodotus(['read', ...paths, ...reader, '--json', '--db', 'llm.db'])
    expect(code).toBe(3)
    const readings = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(readings.map(({ report }) => report.name)).toEqual(['l1', 'l3'])
    for (const { events, versions } of readings) {
      expect(events).toMatchObject([{ kind: { value: 'shelling' }, means: [] }])
      expect(versions.reader).toMatch(/^llm:openai\/made-up@127\.0\.0\.1:\d+#/)
    }
    expect(err.match(/stays on this machine; it is sent to 127\.0\.0\.1/g)).toHaveLength(1)
    expect(err).toContain('the reader pointed at "howitzers"')
    expect(err).toContain('error: l2: ')
    expect(err).toContain('[answer-broken]')
  })

  it.each([
    ['a reader that is none', ['--reader', 'oracle'], 2, 'there is no reader "oracle"'],
    [
      'no server',
      ['--reader', 'llm:openai/made-up', '--reader-url', 'http://127.0.0.1:9/v1'],
      1,
      '[no-connection]',
    ],
    [
      'an address that is none',
      ['--reader', 'llm:openai/made-up', '--reader-url', 'nowhere'],
      1,
      '[no-such-server]',
    ],
  ])('with %s reads nothing, and says what to do', async (_, flags, status, said) => {
    const { code, out, err } = await herodotus([
      'read',
      file('l4.txt', shelling),
      ...flags,
      '--db',
      'none.db',
    ])
    expect({ code, out }).toEqual({ code: status, out: '' })
    expect(err).toContain(said)
  })
})

describe('show', () => {
  it('filters, and shows every value of one event with its rule', async () => {
    await herodotus(
      ['read', '-', '--published', '2031-03-06', '--db', 'g.db'],
      `${shelling}\nPolice arrested two men in Osk.\n`,
    )
    const { out } = await herodotus(['show', '--kind', 'arrest', '--json', '--db', 'g.db'])
    const { event } = JSON.parse(out)
    expect(event.kind.value).toBe('arrest')
    const sheet = await herodotus(['show', event.id.slice(0, 12), '--db', 'g.db'])
    expect(sheet.out).toContain('“arrested”')
    expect(sheet.out).toContain(event.kind.basis.by)
    const none = await herodotus(['show', '--kind', 'drone-strike', '--db', 'g.db'])
    expect(none).toMatchObject({ code: 0, out: '' })
  })

  it.each([
    ['an event that is not there', ['show', 'event:0000', '--db', 'g.db']],
    ['a database that is not there', ['show', '--db', 'nowhere.db']],
  ])('says what to do about %s', async (_, args) => {
    const { code, err } = await herodotus(args)
    expect(code).toBe(1)
    expect(err.trimEnd().split('\n').length).toBeGreaterThan(1)
    expect(existsSync(join(folder, 'nowhere.db'))).toBe(false)
  })
})

describe('verify', () => {
  it('finds nothing in a record that is as it was', async () => {
    await herodotus(['read', '-', '--db', 'h.db'], shelling)
    expect(await herodotus(['verify', '--db', 'h.db'])).toMatchObject({ code: 0, out: '' })
  })
})

describe('a database that cannot be used', () => {
  it('is refused where the file is none', async () => {
    const { code, err } = await herodotus(['read', '-', '--db', file('not.db', 'x'.repeat(5000))], shelling)
    expect(code).toBe(1)
    expect(err).toContain('not.db')
  })

  it.skipIf(process.getuid?.() === 0)(
    'is refused where it may not be written (skipped for root, who may)',
    async () => {
      await herodotus(['read', '-', '--db', 'i.db'], shelling)
      chmodSync(join(folder, 'i.db'), 0o444)
      const { code, err } = await herodotus(['read', '-', '--db', 'i.db'], shelling)
      expect(code).toBe(1)
      expect(err).toContain('i.db')
    },
  )
})

describe('usage', () => {
  it.each([
    ['no command', []],
    ['an unknown command', ['reed']],
    ['an unknown flag', ['show', '--colour']],
    ['no file', ['read']],
    ['a date that is none', ['read', '-', '--published', '2031-02-31']],
    ['a kind that is none', ['show', '--kind', 'picnic']],
    ['a box that is none', ['show', '--box', '1,2,3']],
  ])('%s exits with 2 and names the next step', async (_, args) => {
    const { code, out, err } = await herodotus(args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('herodotus')
  })

  it.each([
    ['--help'],
    ['read', '--help'],
    ['show', '--help'],
    ['verify', '--help'],
    ['doctor', '--help'],
    ['bench', '--help'],
  ])('%s %s has examples', async (...args) => {
    const { code, out } = await herodotus(args)
    expect(code).toBe(0)
    expect(out).toContain('Examples:')
  })

  it('doctor finds this machine well', async () => {
    const { code, out } = await herodotus(['doctor', '--json', '--db', 'j.db'])
    expect(code).toBe(0)
    expect(
      out
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line).ok),
    ).toEqual([true, true, true, true])
  })
})

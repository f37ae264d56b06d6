// A coder's day on the command line: decide, compare, hand decisions on.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest'
import { buildProgram } from '../src/cli/program.js'
import { onBothEngines } from './databases.js'
import { heardOutput } from './heard-output.js'

const body =
  'Rebels shelled the market of Velat on Wednesday, killing at least 12 people, residents said. Troops arrested two men in Oster on Thursday.\n\n' +
  'Gunmen ambushed a convoy near Brod, wounding four soldiers, the army said. Police later found weapons.\n'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'herodotus-review-'))
  vi.stubEnv('XDG_CACHE_HOME', folder)
  for (const name of ['north', 'south']) writeFileSync(join(folder, `${name}.txt`), `${body}${name}\n`)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
  vi.unstubAllEnvs()
  process.exitCode = 0
})

interface Run {
  readonly code: unknown
  readonly out: string
  readonly err: string
}
type Herodotus = (...args: readonly string[]) => Promise<Run>

/** Runs commands on a database; what stops one is told as the program tells it. */
const on =
  (database: string): Herodotus =>
  async (...args) => {
    const { output, heard } = heardOutput()
    const program = buildProgram(output)
    process.exitCode = 0
    try {
      await program.parseAsync(['node', 'herodotus', ...args, '--db', database])
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error
      const { code, message, help } = error as Error & { code: string; help?: string }
      const { out, err } = heard()
      return { code, out, err: `${err}${message}\n${help ?? ''}` }
    }
    return { code: process.exitCode, ...heard() }
  }

const read = (herodotus: Herodotus): Promise<Run> =>
  herodotus(
    'read',
    join(folder, 'north.txt'),
    join(folder, 'south.txt'),
    '--published',
    '2031-03-07',
    '--reader',
    'lexicon',
  )

interface Told {
  readonly event: { readonly id: string; readonly report: string }
  readonly report: { readonly name: string }
}

async function eventOf(herodotus: Herodotus, kind: string, report = 'north'): Promise<string> {
  const { out } = await herodotus('show', '--kind', kind, '--report', report, '--json')
  return (JSON.parse(out.split('\n')[0] ?? '') as Told).event.id
}

const reviewIn = ({ out }: Run): string => /review:[0-9a-f]{16}/.exec(out)?.[0] ?? ''

let made = 0
/** A record with both reports read, of its own. */
async function another(): Promise<Herodotus> {
  const path = join(folder, `r${++made}.db`)
  if (made === 1) await read(on(path))
  else copyFileSync(join(folder, 'read.db'), path)
  if (made === 1) copyFileSync(path, join(folder, 'read.db'))
  return on(path)
}

onBothEngines(({ another: database }) => {
  test('a day of coding', async () => {
    const herodotus = on(await database())
    await read(herodotus)
    const [shelling, other] = [
      await eventOf(herodotus, 'shelling'),
      await eventOf(herodotus, 'shelling', 'south'),
    ]
    const ada = (...args: string[]): Promise<Run> => herodotus(...args, '--as', 'Ada')

    const waiting = await herodotus('review')
    expect(waiting.out).toMatch(
      new RegExp(`${shelling} {2}\\*shelling\\* {2}“shelled”.*north\\n.*undecided, doubt 0\\.`),
    )

    const first = await ada('review', 'accept', `${shelling}.kind`)
    expect(first.err).toContain('deciding as Ada, who has decided nothing here before')
    expect((await ada('review', 'reject', `${shelling}.targets`)).err).not.toContain('deciding as')
    const fixed = await ada('review', 'correct', `${shelling}.harm`, '--value', '17+', '--quote', '12 people')
    expect(fixed).toMatchObject({ code: 0 })
    await ada(
      'review',
      'add-value',
      `${shelling}.means`,
      '--value',
      'mortars',
      '--no-quote',
      '--note',
      'the photo',
    )
    const sheet = (await herodotus('show', shelling)).out
    expect(sheet).toMatch(
      /harm {4}killed at least 17 \(people\)\n +“12 people” \d+–\d+\n +corrected by Ada at /,
    )
    expect(sheet).toMatch(/means {3}mortars\n +\(no words\)\n/)
    expect(sheet).not.toContain('market, place')

    const why = (await herodotus('explain', `${shelling}.harm.0`)).out
    expect(why).toMatch(
      /\*decided\*\n.*Ada corrects harm what killed, low 12.*\n\n\*as it was read\*\n\*harm\.0\* {2}killed at least 12/,
    )

    await ada('review', 'merge', shelling, other)
    const led = await herodotus('show', other)
    expect(led.err).toContain(`${other} leads to ${shelling}`)
    expect(led.out).toContain(`told too by south, ${other}`)
    await ada('review', 'split', shelling, '--off', other)
    expect((await herodotus('show', other)).err).toBe('')

    const added = await ada(
      'review',
      'add',
      'south',
      '--kind',
      'raid',
      '--quote',
      'found',
      '--where',
      'Brod, -, town = Brod',
    )
    expect(added.out).toContain('adds the event (“found”)')
    expect((await herodotus('show', '--kind', 'raid')).out).toContain('where Brod (town)')
    expect((await ada('undo')).out).toContain('undoes what Ada did: adds the event')
    expect((await herodotus('show', '--kind', 'raid')).out).toBe('')
    expect((await herodotus('log')).out).toMatch(/review {3}review:\w+ {2}by Ada\n(.*\n){2} +corrects harm/)
    expect(await herodotus('verify')).toMatchObject({ code: 0 })
  })

  test('two records that swap decisions are the same', async () => {
    const [one, two] = [on(await database()), on(await database())]
    await read(one)
    await read(two)
    const shelling = await eventOf(one, 'shelling')
    const arrest = await eventOf(one, 'arrest')
    await one('review', 'correct', `${shelling}.kind`, '--value', 'air-strike', '--same-quote', '--as', 'Ada')
    await one('review', 'reject', arrest, '--as', 'Ada')
    await two('review', 'correct', `${shelling}.kind`, '--value', 'bombing', '--same-quote', '--as', 'Ben')
    await two('review', 'merge', shelling, await eventOf(two, 'shelling', 'south'), '--as', 'Ben')
    for (const [from, to] of [
      [one, two],
      [two, one],
    ] as const) {
      const file = join(folder, 'swap.jsonl')
      await from('review', 'export', '--out', file)
      expect(await to('review', 'import', file)).toMatchObject({ code: 0 })
      expect((await to('review', 'import', file)).err).toContain('0 decisions taken in')
    }
    const shown = (await one('show', '--json')).out
    expect((await two('show', '--json')).out).toBe(shown)
    expect(shown).toContain('"bombing"')
    expect(shown).not.toContain(arrest)
    expect(await two('verify')).toMatchObject({ code: 0 })
  })
})

describe('double coding', () => {
  it('shows neither what the other decided, then compares, and is settled by who sees both', async () => {
    const herodotus = await another()
    const [shelling, clash] = [await eventOf(herodotus, 'shelling'), await eventOf(herodotus, 'armed-clash')]
    const blind = (name: string, ...args: string[]): Promise<Run> =>
      herodotus(...args, '--blind', '--as', name)
    await blind('Ada', 'review', 'accept', shelling, clash)
    await blind('Ben', 'review', 'reject', shelling)
    await blind('Ben', 'review', 'correct', `${clash}.kind`, '--value', 'raid', '--same-quote')
    expect((await blind('Ben', 'review', '--report', 'north')).out).not.toContain(shelling)
    expect((await blind('Cid', 'review', '--report', 'north')).out).toContain(shelling)
    expect((await blind('Cid', 'review', 'history', shelling)).err).toContain('nobody has decided')
    expect((await blind('Cid', 'review', '--kind', 'shelling')).out).toContain(shelling)
    expect((await blind('Ben', 'review', '--kind', 'raid')).out).toContain(clash)
    expect((await blind('Ben', 'review', '--kind', 'armed-clash')).out).not.toContain(clash)
    for (const format of ['csv', 'jsonl']) {
      const own = (await blind('Ben', 'export', '--format', format)).out
      expect(own).not.toContain('Ada')
      expect(own).not.toContain(shelling)
      expect((await blind('Cid', 'export', '--format', format)).out).toContain(shelling)
    }
    expect((await herodotus('export', '--format', 'csv', '--as', 'Ben')).err).toContain('with --blind')

    const agreement = await herodotus('review', 'agreement', 'Ada', 'Ben')
    expect(agreement.out).toMatch(/^event +2 +1 /m)
    const differences = (await herodotus('review', 'agreement', 'Ada', 'Ben', '--differences')).out
    expect(differences).toContain(`${shelling}  event “shelled”  Ada: kept  Ben: rejected`)
    expect((await herodotus('review')).out).toContain('decisions clash on the event')
    await herodotus('review', 'accept', shelling, '--as', 'Cid')
    expect((await herodotus('review', '--review', 'contested')).out).not.toContain(shelling)
    expect((await herodotus('review', 'agreement', 'Ada', 'Eve')).err).toContain('there are Ada, Ben, Cid')
  })
})

describe('what is refused', () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['an event that is not there', 'review accept event:0000', /no such event/],
    ['no such value', 'review accept EVENT.harm.7', /no value harm\.7[\s\S]*harm\.0 \(what killed/],
    ['one of several, not said which', 'review reject EVENT.said', /2 values of said: said\.0 .*; said\.1/],
    ['the kind, taken away', 'review reject EVENT.kind', /an event has a kind/],
    [
      'words that are not there',
      'review correct EVENT.harm --value 3 --quote Rockets',
      /does not say “Rockets”/,
    ],
    ['words that are there twice', 'review correct EVENT.harm --value 3 --quote on', /@2 at \d+/],
    ['no words', 'review correct EVENT.harm --value 3', /--no-quote where it has none/],
    ['no count', 'review correct EVENT.harm --value many --no-quote', /no count[\s\S]*12-17, 12\+/],
    [
      'less than the least',
      'review correct EVENT.harm --value 9-3 --no-quote',
      /at least 9 is more than at most 3/,
    ],
    ['no kind', 'review correct EVENT.kind --value bang --same-quote', /air-strike/],
    ['no day', 'review correct EVENT.when --value 2031-02-30 --no-quote', /2031-02-30/],
    ['a second kind', 'review add-value EVENT.kind --value raid --no-quote', /one kind[\s\S]*review correct/],
    ['no field', 'review add-value EVENT.colour --value red --no-quote', /no field colour/],
    ['JSON that is none', 'review correct EVENT.harm --value {"low" --no-quote', /no JSON/],
    ['a report that is not there', 'review add west --kind raid --quote found', /no report of this name/],
    [
      'what is told already',
      'review add north --kind raid --quote shelled',
      /told by these words[\s\S]*review accept/,
    ],
    ['a merge with itself', 'review merge EVENT EVENT', /no other event/],
    ['a split of nothing', 'review split EVENT', /claims are claim:\w+ \(“shelled” at 7\)/],
    [
      'a split that leaves nothing',
      'review split EVENT --claims shelled killing',
      /nothing of it would be left/,
    ],
    ['an undo of nothing', 'undo --as Zoe', /nothing that still counts/],
    ['an undo of what is not there', 'undo review:00', /no such decision/],
    ['a database that is not there', 'review', /nowhere/],
  ]
  it.each(cases)('%s', async (name, command, complaint) => {
    const herodotus =
      name === 'a database that is not there' ? on(join(folder, 'nowhere.db')) : await another()
    const event = command.includes('EVENT') ? await eventOf(herodotus, 'shelling') : ''
    const run = await herodotus(...command.split(' ').map(word => word.replace('EVENT', event)))
    expect(run.code).not.toBe(0)
    expect(run.err).toMatch(complaint)
  })

  it('what somebody else decided is taken back by force alone, and once', async () => {
    const herodotus = await another()
    const event = await eventOf(herodotus, 'arrest')
    const id = reviewIn(await herodotus('review', 'reject', event, '--as', 'Ada'))
    expect((await herodotus('review', 'accept', `${event}.kind`, '--as', 'Ben')).err).toMatch(
      /Ada rejected it at/,
    )
    expect((await herodotus('undo', id, '--as', 'Ben')).err).toMatch(/Ada took it at.*\n.*--force/)
    expect((await herodotus('undo', id, '--as', 'Ben', '--force')).code).toBe(0)
    expect((await herodotus('undo', id, '--as', 'Ada')).err).toMatch(/Ben took it back/)
    expect((await herodotus('show', event)).err).toBe('')
  })

  it('lines of a file that are no decisions, each with its reason, and the others are taken in', async () => {
    const [from, to] = [await another(), await another()]
    await from('review', 'accept', await eventOf(from, 'arrest'), '--as', 'Ada')
    const file = join(folder, 'decisions.jsonl')
    await from('review', 'export', '--out', file)
    const line = readFileSync(file, 'utf8')
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const seen = line.replace('"value":null', `"value":{"field":"kind","evidence":null,"value":${deep}}`)
    const future = line.replace(/"at":"20\d\d/, '"at":"2999')
    writeFileSync(
      file,
      [future, line.replace('Ada', 'Eve'), '{', '[]', seen, '\u0000', line]
        .map(one => `${one.trimEnd()}\n`)
        .join(''),
    )
    const { code, err } = await to('review', 'import', file)
    expect(code).toBe(3)
    for (const reason of [
      ':1: .*still to come',
      ':2: .*id is not that of what it says',
      ':3: it is no JSON',
      ':4: it is no decision',
      ':5: it is nested too deep',
    ])
      expect(err).toMatch(new RegExp(reason))
    expect(err).toContain('1 decision taken in')
    expect((await on(join(folder, 'read.db'))('review', 'import', join(folder, 'none.jsonl'))).err).toMatch(
      /cannot be read/,
    )
  })

  it('decisions on a report that was not read here', async () => {
    const [from, to] = [await another(), on(join(folder, 'alone.db'))]
    await from('review', 'accept', await eventOf(from, 'arrest', 'south'), '--as', 'Ada')
    await to('read', join(folder, 'north.txt'), '--published', '2031-03-07', '--reader', 'lexicon')
    const file = join(folder, 'south.jsonl')
    await from('review', 'export', '--out', file)
    const run = await to('review', 'import', file)
    expect(run).toMatchObject({ code: 3, out: '' })
    expect(run.err).toMatch(/refused: .*no report:\w+ is kept/)
  })
})

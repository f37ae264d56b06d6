// Every command that keeps or shows something, on both engines: what it writes out is the same, letter by letter.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { buildProgram } from '../src/cli/program.js'
import { databaseName } from '../src/store/index.js'
import { heardOutput } from './heard-output.js'
import { noPostgres, type PostgresServer, startPostgres } from './postgres-server.js'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'herodotus-engines-'))
  vi.stubEnv('XDG_CACHE_HOME', folder)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
  vi.unstubAllEnvs()
  process.exitCode = 0
})

const reports = [
  {
    id: 'w1',
    published: '2031-03-06',
    text: 'Rebels shelled the market of Velat on Wednesday, killing at least 12 people, residents said.',
  },
  {
    id: 'w2',
    published: '2031-03-08',
    text: 'Émile Duran was arrested by police in Paris on 7 March 2031. Troops may enter Velat.',
  },
]
const place = [
  1,
  'Velat',
  'Velat',
  '',
  '10',
  '20',
  'P',
  'PPL',
  'FR',
  '',
  '07',
  '',
  '',
  '',
  900,
  '',
  5,
  'Etc/UTC',
  '',
].join('\t')
const actor = 'id\tname\taliases\ttype\tcountry\nvelat-guard\tVelat Guard\tVG\tmilitia\tFR\n'

const rows = `event_id_cnty,event_date,time_precision,sub_event_type,country,location,geo_precision,source,notes,fatalities
FRA1,2031-03-06,1,Attack,France,Velat,1,Velat Wire,"Said ""no""
on 6 March",0
FRA2,2031-03-06,1,Skirmish,France,Velat,1,,,0
`

/** The commands as a user runs them one after the other; `DIR` stands for the test's folder. */
const commands: readonly string[] = [
  'show',
  'actors check',
  'gazetteer list',
  'actors add DIR/actors.tsv',
  'gazetteer add DIR/FR.txt',
  'gazetteer list --json',
  'read DIR/reports.jsonl --reader lexicon --json',
  'read DIR/reports.jsonl --reader lexicon',
  'show',
  'show --json --kind arrest --place FR',
  'show --search market',
  'show --search duran --from 2031-03',
  'show --search rain',
  'show event:0000',
  'explain EVENT --json',
  'export --format csv',
  'export --format geojson --search velat',
  'export --format jsonl --out DIR/out.jsonl',
  'export --format coding --out DIR/codings',
  'import --format coding DIR/codings --json',
  'import --format coding DIR/codings',
  'import --format acled DIR/rows.csv',
  'show --holder velat',
  'log --after 2',
  'verify',
  `verify --anchor ${'a'.repeat(64)}`,
]

interface Run {
  readonly command: string
  readonly code: unknown
  readonly out: string
  readonly err: string
}

async function run(command: string, database: string, event: string): Promise<Run> {
  const { output, heard } = heardOutput()
  const program = buildProgram(output)
  const words = command.split(' ').map(word => word.replace('DIR', folder).replace('EVENT', event))
  process.exitCode = 0
  try {
    await program.parseAsync(['node', 'herodotus', ...words, '--database', database])
  } catch (error) {
    output.tell(`${error instanceof Error && 'code' in error ? error.code : error}`)
  }
  const { out, err } = heard()
  return {
    command,
    code: process.exitCode,
    out: timeless(out),
    err: timeless(err.replaceAll(databaseName(database), 'DB')),
  }
}

/** Without what the clock says, and what hangs on it: digests of captures and of lines of the log. */
const timeless = (text: string): string =>
  text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'NOW').replace(/^ {4}(?:is|of) [0-9a-f]{64}$/gm, '    digest')

async function runAll(database: string): Promise<Run[]> {
  writeFileSync(join(folder, 'reports.jsonl'), reports.map(report => `${JSON.stringify(report)}\n`).join(''))
  writeFileSync(join(folder, 'FR.txt'), `${place}\n`)
  writeFileSync(join(folder, 'actors.tsv'), actor)
  writeFileSync(join(folder, 'rows.csv'), rows)
  const runs: Run[] = []
  for (const command of commands) {
    const event = runs.flatMap(({ out }) => /event:[0-9a-f]{16}/.exec(out)?.[0] ?? [])[0] ?? ''
    runs.push(await run(command, database, event))
  }
  return [
    ...runs,
    { command: 'the file', code: 0, out: timeless(readFileSync(join(folder, 'out.jsonl'), 'utf8')), err: '' },
  ]
}

describe.skipIf(noPostgres !== null)(`both engines${noPostgres ? ` (${noPostgres})` : ''}`, () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.remove())

  test('give the same answers to the same commands', async () => {
    const [onSqlite, onPostgres] = [
      await runAll(join(folder, 'record.db')),
      await runAll(await server.newDatabase()),
    ]
    expect(onPostgres).toEqual(onSqlite)
    const told = new Map(onSqlite.map(one => [one.command, one]))
    expect(told.get('show --search market')?.out).toContain('shelled')
    expect(told.get('import --format coding DIR/codings --json')?.out).toContain('"known":true')
    expect(told.get('import --format acled DIR/rows.csv')).toMatchObject({
      code: 3,
      err: expect.stringContaining('1 report with 1 event taken in'),
    })
    expect(told.get('show --holder velat')?.out).toContain('FRA1')
    expect(told.get('export --format csv')?.out).toContain('Velat')
    expect(told.get('verify')).toMatchObject({ code: 0 })
    expect(told.get(commands.at(-1) ?? '')).toMatchObject({ code: 4 })
  })
})

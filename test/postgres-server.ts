import { execFile, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

/** Where Debian's packages put the server's programs, and where others do: the newest of 15 or later, or null. */
function findPrograms(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian)
    ? readdirSync(debian)
        .map(Number)
        .filter(version => version >= 15)
    : []
  const [newest] = versions.sort((a, b) => b - a)
  const folder = newest === undefined ? null : join(debian, String(newest), 'bin')
  return folder && existsSync(join(folder, 'initdb')) ? folder : null
}

const programs = findPrograms()

/** Why tests on PostgreSQL are left out here; null where they run. */
export const noPostgres =
  programs === null ? 'left out: PostgreSQL 15 or later is not installed (apt-get install postgresql)' : null

/** A server of the test's own, reached by a socket in a folder of its own. */
export interface PostgresServer {
  /** The address of a new, empty place for a record: a schema, since those are made in no time. */
  newDatabase(): Promise<string>
  /** Runs SQL as a program other than Herodotus would: as the server's owner, and heeding no triggers or foreign keys. */
  run(url: string, ...statements: readonly string[]): Promise<number[]>
  start(): Promise<void>
  /** Ends the server at once, as a machine that fails does. */
  crash(): Promise<void>
  remove(): Promise<void>
}

const run = promisify(execFile)

/** PostgreSQL refuses to run as root. */
const isRoot = process.getuid?.() === 0

export async function startPostgres(): Promise<PostgresServer> {
  if (programs === null) throw new Error(noPostgres ?? '')
  const folder = mkdtempSync(join(tmpdir(), 'herodotus-pg-'))
  if (isRoot) execFileSync('chown', ['postgres', folder])
  const data = join(folder, 'data')
  const asOwner = async (program: string, ...args: string[]): Promise<void> => {
    const [command, ...given] = isRoot
      ? ['runuser', '-u', 'postgres', '--', join(programs, program), ...args]
      : [join(programs, program), ...args]
    await run(command, given, { cwd: folder })
  }
  // Nothing of it outlives the test: it need not reach the disk.
  const settings = `-k ${folder} -c listen_addresses= -c fsync=off -c full_page_writes=off`
  const start = () =>
    asOwner('pg_ctl', '-D', data, '-w', '-t', '60', '-l', join(folder, 'log'), '-o', settings, 'start')
  const stop = () => asOwner('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop')
  await asOwner(
    'initdb',
    '-D',
    data,
    '-U',
    'herodotus',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  )
  await start()
  const guard = guardOf(folder, data)
  const address = `postgres://herodotus@localhost/postgres?host=${encodeURIComponent(folder)}`
  const query = async (url: string, statements: readonly string[]): Promise<number[]> => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      const changed: number[] = []
      for (const statement of statements) changed.push((await client.query(statement)).rowCount ?? 0)
      return changed
    } finally {
      await client.end()
    }
  }
  let made = 0
  return {
    start,
    crash: stop,
    async newDatabase() {
      const name = `record${++made}`
      await query(address, [`create schema ${name}`])
      return `${address}&options=${encodeURIComponent(`-c search_path=${name}`)}`
    },
    async run(url, ...statements) {
      const [, ...changed] = await query(url, ['set session_replication_role = replica', ...statements])
      return changed
    },
    remove: () => guard.end(),
  }
}

/** Ends the server and leaves nothing of it, when asked to or when the test is no more, however that ended. */
function guardOf(folder: string, data: string): { end(): Promise<void> } {
  const stop = isRoot ? 'runuser -u postgres -- "$0"' : '"$0"'
  const script = `cat >/dev/null; ${stop} -D "$1" -w -m immediate stop >/dev/null 2>&1; rm -rf "$2"`
  const guard = spawn('sh', ['-c', script, join(programs ?? '', 'pg_ctl'), data, folder], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const ended = new Promise<void>(done => guard.on('exit', () => done()))
  return {
    end: () => {
      guard.stdin.end()
      return ended
    },
  }
}

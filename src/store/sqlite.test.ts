import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { sql as kyselySql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type OpenOptions, StoreError } from './index.js'
import { madeUp, madeUpReview } from './made-up.js'
import { madeUpRules, openMadeUp } from './made-up-rules.js'
import { requirePublished } from './published-by.js'
import { SqlStore } from './sql-store.js'
import { openSqlite } from './sqlite.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'herodotus-store-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const one = madeUp({ name: 'one', text: 'Gunmen attacked a convoy.', events: [{ trigger: 'attacked' }] })
const file = (name = 'record.db'): string => join(folder, name)

/** Runs SQL on a file as a program other than Herodotus would. */
function sql(path: string, ...statements: string[]): void {
  const raw = new SqliteDatabase(path)
  raw.pragma('foreign_keys = off')
  for (const statement of statements) raw.exec(statement)
  raw.close()
}

async function makeStore(path: string): Promise<void> {
  const store = await openMadeUp(path)
  await store.save(one.snapshot, one.reading)
  await store.close()
}

describe('a database that cannot be used says why, where and what to do', () => {
  const cases: [code: string, prepare: (path: string) => unknown, OpenOptions][] = [
    ['file-missing', () => {}, { mode: 'read' }],
    ['not-a-database', path => writeFileSync(path, 'Minutes of the meeting\n'.repeat(300)), {}],
    ['not-a-database', path => writeFileSync(path, 'short'), { mode: 'read' }],
    ['not-herodotus', path => sql(path, 'create table bookmarks (url text)'), {}],
    ['not-herodotus', path => sql(path, 'create table bookmarks (url text)'), { mode: 'read' }],
    ['not-herodotus', path => writeFileSync(path, ''), { mode: 'read' }],
    ['newer-version', path => withLedger(path, "insert into herodotus_migrations values ('0999-x', '')"), {}],
    [
      'newer-version',
      path => withLedger(path, "insert into herodotus_migrations values ('0999-x', '')"),
      { mode: 'read' },
    ],
    ['older-version', path => withLedger(path, 'delete from herodotus_migrations'), { mode: 'read' }],
    ['damaged', damage, { mode: 'read' }],
  ]
  const withLedger = async (path: string, change: string): Promise<void> => {
    await makeStore(path)
    sql(path, change)
  }
  test.each(cases)('%s', async (code, prepare, options) => {
    const path = file()
    await prepare(path)
    const before = existsSync(path) ? readFileSync(path) : null
    const error = await openMadeUp(path, options).then(
      () => null,
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(StoreError)
    expect(error).toMatchObject({
      code,
      message: expect.stringContaining(path),
      help: expect.stringMatching(/./),
    })
    expect(existsSync(path) ? readFileSync(path) : null).toEqual(before)
  })

  test('folder-missing', async () => {
    const path = join(folder, 'no', 'such', 'record.db')
    await expect(openMadeUp(path)).rejects.toMatchObject({ code: 'folder-missing' })
    expect(existsSync(join(folder, 'no'))).toBe(false)
  })

  test('not-a-file', async () => {
    await expect(openMadeUp(folder)).rejects.toMatchObject({ code: 'not-a-file' })
    await expect(openMadeUp('')).rejects.toMatchObject({ code: 'not-a-file' })
  })

  test('cannot-open', async () => {
    await expect(openMadeUp(file(`${'long'.repeat(100)}.db`))).rejects.toMatchObject({ code: 'cannot-open' })
  })
})

/** Overwrites the page that says which tables there are. */
async function damage(path: string): Promise<void> {
  await makeStore(path)
  const bytes = readFileSync(path)
  bytes.fill(0xff, 100, 1_000)
  writeFileSync(path, bytes)
}

describe('a database that can be opened and not written', () => {
  test('locked by another writer', async () => {
    await makeStore(file())
    const writer = new SqliteDatabase(file())
    writer.exec('begin immediate')
    const store = await openMadeUp(file(), { busyTimeout: 20 })
    await expect(store.save(another.snapshot, another.reading)).rejects.toMatchObject({ code: 'locked' })
    expect((await store.counts()).readings).toBe(1)
    writer.exec('rollback')
    writer.close()
    expect(await store.save(another.snapshot, another.reading)).toBe(true)
    await store.close()
  })

  test('opened to be read', async () => {
    await makeStore(file())
    const store = await openMadeUp(file(), { mode: 'read' })
    await expect(store.save(another.snapshot, another.reading)).rejects.toMatchObject({ code: 'read-only' })
    expect((await store.counts()).readings).toBe(1)
    await store.close()
  })

  // The superuser may write everywhere.
  test.skipIf(process.getuid?.() === 0)('in a folder that is read-only', async () => {
    await makeStore(file())
    chmodSync(file(), 0o444)
    chmodSync(folder, 0o555)
    try {
      await expect(makeStore(file('other.db'))).rejects.toMatchObject({ code: 'cannot-open' })
      const writing = openMadeUp(file()).then(store => store.save(another.snapshot, another.reading))
      await expect(writing).rejects.toMatchObject({ code: expect.stringMatching(/read-only|cannot-open/) })
    } finally {
      chmodSync(folder, 0o755)
    }
  })

  test('on a full disk: what was kept stays, and the rest can be kept when there is room', async () => {
    const engine = await openSqlite(file(), { mode: 'write', busyTimeout: 20 })
    await requirePublished(engine, madeUpRules, 'write', 'a record')
    const store = new SqlStore(engine, madeUpRules, {
      who: 'Ada',
      clock: { now: () => '2031-03-07T08:00:00Z' },
    })
    await store.save(one.snapshot, one.reading)
    const pages = Number(engine.raw.pragma('page_count', { simple: true }))
    engine.raw.pragma(`max_page_count = ${pages + 1}`)
    const text = `Gunmen attacked a convoy. ${'Rain fell. '.repeat(2_000)}`
    const long = madeUp({ name: 'long', text, events: [{ trigger: 'attacked' }] })
    await expect(store.save(long.snapshot, long.reading)).rejects.toMatchObject({ code: 'disk-full' })
    expect(await store.counts()).toMatchObject({ snapshots: 1, readings: 1, events: 1 })
    engine.raw.pragma(`max_page_count = ${pages + 1_000}`)
    expect(await store.save(long.snapshot, long.reading)).toBe(true)
    for await (const fault of store.verify()) expect(fault).toBeNull()
    await store.close()
  })
})

const another = madeUp({ name: 'two', text: 'Troops shelled a village.', events: [{ trigger: 'shelled' }] })

describe('a file that goes away while it is open', () => {
  const away = [
    ['is deleted', () => rmSync(file())],
    ['is moved', () => renameSync(file(), file('moved.db'))],
    [
      'is replaced by another',
      async () => {
        await makeStore(file('other.db'))
        renameSync(file('other.db'), file())
      },
    ],
  ] as const

  test.each(away)('%s: nothing is read from it or written to it', async (_, goes) => {
    const store = await openMadeUp(file())
    await store.save(one.snapshot, one.reading)
    await goes()
    for (const asked of [() => store.save(another.snapshot, another.reading), () => store.counts()])
      await expect(asked()).rejects.toMatchObject({ code: 'file-gone' })
    await store.close()
    if (!existsSync(file())) return
    const other = await openMadeUp(file())
    expect(await other.counts()).toMatchObject({ readings: 1 })
    await other.close()
  })

  test('within a transaction: it is not committed', async () => {
    const { db, raw } = await openSqlite(file(), { mode: 'write', busyTimeout: 20 })
    const writing = db.transaction().execute(async transaction => {
      await kyselySql`create table made_up (a integer)`.execute(transaction)
      renameSync(file(), file('moved.db'))
    })
    await expect(writing).rejects.toMatchObject({ code: 'file-gone' })
    expect(raw.inTransaction).toBe(false)
    renameSync(file('moved.db'), file())
    await expect(kyselySql`select * from made_up`.execute(db)).rejects.toThrow(/no such table/)
    await db.destroy()
  })

  test('and is put back: it is written on, and all of it is there', async () => {
    const store = await openMadeUp(file())
    await store.save(one.snapshot, one.reading)
    renameSync(file(), file('moved.db'))
    await expect(store.save(another.snapshot, another.reading)).rejects.toMatchObject({ code: 'file-gone' })
    renameSync(file('moved.db'), file())
    expect(await store.save(another.snapshot, another.reading)).toBe(true)
    await store.close()
    const again = await openMadeUp(file())
    expect(await again.counts()).toMatchObject({ readings: 2 })
    for await (const fault of again.verify()) expect(fault).toBeNull()
    await again.close()
  })
})

test('a commit is on the disk before it is acknowledged', async () => {
  const { db, raw } = await openSqlite(file(), { mode: 'write', busyTimeout: 20 })
  const settings = ['journal_mode', 'synchronous', 'fullfsync', 'foreign_keys'].map(name =>
    raw.pragma(name, { simple: true }),
  )
  expect(settings).toEqual(['wal', 2, 1, 1])
  await db.destroy()
})

test('a migration that fails leaves nothing behind, and one cut short is completed', async () => {
  await makeStore(file())
  sql(file(), 'delete from herodotus_migrations', 'drop table snapshots')
  await expect(openMadeUp(file())).rejects.toThrow(/already exists/)
  const raw = new SqliteDatabase(file())
  expect(raw.prepare("select name from sqlite_master where name = 'snapshots'").all()).toEqual([])
  raw.close()
  sql(file('cut.db'), 'create table herodotus_migrations (name text primary key, timestamp text not null)')
  await makeStore(file('cut.db'))
})

test('reviews are neither changed nor deleted, by whatever program', async () => {
  await makeStore(file())
  const store = await openMadeUp(file())
  const [event] = one.reading.events
  if (!event) throw new Error('the made-up report tells an event')
  await store.appendReview(madeUpReview(event, { decision: { kind: 'reject' } }))
  await store.close()
  for (const change of ["update reviews set reviewer = 'Bob'", 'delete from reviews']) {
    expect(() => sql(file(), change)).toThrow(/only ever appended/)
  }
})

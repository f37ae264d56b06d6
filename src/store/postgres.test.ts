import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noPostgres, type PostgresServer, startPostgres } from '../../test/postgres-server.js'
import { databaseName } from './database-name.js'
import { madeUp } from './made-up.js'
import { openMadeUp } from './made-up-rules.js'
import { postgresError } from './postgres-error.js'

const one = madeUp({ name: 'one', text: 'Gunmen attacked a convoy.', events: [{ trigger: 'attacked' }] })
const two = madeUp({ name: 'two', text: 'Troops shelled a village.', events: [{ trigger: 'shelled' }] })

describe.skipIf(noPostgres !== null)(`a PostgreSQL that fails${noPostgres ? ` (${noPostgres})` : ''}`, () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.remove())

  /** Makes the server raise an error whenever an event is kept, which is in the middle of a reading. */
  const raiseAtEvents = (url: string, sqlstate: string): Promise<number[]> =>
    server.run(
      url,
      `create function fail() returns trigger language plpgsql as $$ begin raise exception 'made up' using errcode = '${sqlstate}'; end $$`,
      'create trigger fail before insert on events for each row execute function fail()',
    )

  test('goes away in the middle: nothing is half kept, and the next command finds it again', async () => {
    const url = await server.newDatabase()
    const store = await openMadeUp(url)
    await store.save(one.snapshot, one.reading)
    await server.crash()
    for (const asked of [() => store.save(two.snapshot, two.reading), () => store.counts()]) {
      await expect(asked()).rejects.toMatchObject({
        code: expect.stringMatching(/connection-lost|unreachable/),
        message: expect.not.stringContaining('search_path'),
        help: expect.stringMatching(/./),
      })
    }
    await server.start()
    expect(await store.counts()).toMatchObject({ readings: 1, snapshots: 1 })
    expect(await store.save(two.snapshot, two.reading)).toBe(true)
    for await (const fault of store.verify()) expect(fault).toBeNull()
    await store.close()
  })

  test('ends the connection within a reading: the whole of it is undone', async () => {
    const url = await server.newDatabase()
    const store = await openMadeUp(url)
    await server.run(
      url,
      `create function fail() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`,
      'create trigger fail before insert on events for each row execute function fail()',
    )
    await expect(store.save(one.snapshot, one.reading)).rejects.toMatchObject({ code: 'connection-lost' })
    await server.run(url, 'drop trigger fail on events')
    expect(await store.counts()).toMatchObject({ snapshots: 0, readings: 0 })
    expect(await store.save(one.snapshot, one.reading)).toBe(true)
    for await (const fault of store.verify()) expect(fault).toBeNull()
    await store.close()
  })

  test('has no room: what was kept stays', async () => {
    const url = await server.newDatabase()
    const store = await openMadeUp(url)
    await store.save(one.snapshot, one.reading)
    await raiseAtEvents(url, '53100')
    await expect(store.save(two.snapshot, two.reading)).rejects.toMatchObject({ code: 'disk-full' })
    expect(await store.counts()).toMatchObject({ snapshots: 1, readings: 1 })
    for await (const fault of store.verify()) expect(fault).toBeNull()
    await store.close()
  })

  test('is locked by another writer, and is only waited for so long', async () => {
    const url = await server.newDatabase()
    const store = await openMadeUp(url, { busyTimeout: 50 })
    const other = new pg.Client({ connectionString: url })
    await other.connect()
    await other.query('begin; lock table log in share row exclusive mode')
    await expect(store.save(one.snapshot, one.reading)).rejects.toMatchObject({ code: 'locked' })
    await other.end()
    expect(await store.save(one.snapshot, one.reading)).toBe(true)
    await store.close()
  })

  test('is opened to be read: nothing can be written, and nothing is made', async () => {
    const url = await server.newDatabase()
    await expect(openMadeUp(url, { mode: 'read' })).rejects.toMatchObject({ code: 'file-missing' })
    await (await openMadeUp(url)).close()
    const store = await openMadeUp(url, { mode: 'read' })
    await expect(store.save(one.snapshot, one.reading)).rejects.toMatchObject({ code: 'read-only' })
    await store.close()
  })

  test('holds something else, which is left alone', async () => {
    const url = await server.newDatabase()
    await server.run(url, 'create table bookmarks (url text)')
    await expect(openMadeUp(url)).rejects.toMatchObject({ code: 'not-herodotus' })
    expect(await server.run(url, 'select 1 from pg_tables where schemaname = current_schema()')).toEqual([1])
  })

  test('does not have such a database, or lets nobody in', async () => {
    const url = await server.newDatabase()
    await expect(openMadeUp(url.replace('/postgres?', '/nowhere?'))).rejects.toMatchObject({
      code: 'file-missing',
      message: expect.stringContaining('/nowhere'),
    })
    await expect(openMadeUp(url.replace('herodotus@', 'nobody:secret@'))).rejects.toMatchObject({
      code: 'access-denied',
      message: expect.not.stringContaining('secret'),
    })
    await expect(openMadeUp('postgres://localhost:1/x')).rejects.toMatchObject({ code: 'unreachable' })
  })

  test('reviews and the log are neither changed nor deleted, by whatever program', async () => {
    const url = await server.newDatabase()
    const store = await openMadeUp(url)
    await store.save(one.snapshot, one.reading)
    const change = (statement: string) => server.run(url, 'set session_replication_role = origin', statement)
    for (const table of ['log', 'reviews']) {
      for (const statement of [
        `update ${table} set at = ''`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ]) {
        await expect(change(statement)).rejects.toThrow(/only ever appended/)
      }
    }
    await store.close()
  })
})

test.each([
  ['postgres://ada:secret@db.example:5433/case?sslmode=require', 'postgres://ada@db.example:5433/case'],
  ['postgres://%zz:secret@', 'the PostgreSQL database'],
  ['case-12.db', 'case-12.db'],
])('%s is called %s', (given, name) => expect(databaseName(given)).toBe(name))

test('what is nobody’s to mend is left as it is', () => {
  const error = Object.assign(new Error('a fault in a query'), { code: '42601' })
  expect(postgresError(error, 'x')).toBe(error)
})

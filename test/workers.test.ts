// Workers that are killed, servers that go away, and the commands as a user runs them; on both engines.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import SqliteDatabase from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { buildProgram } from '../src/cli/program.js'
import { type WorkListener, workThrough } from '../src/cli/worker.js'
import { InputFault } from '../src/model/index.js'
import { openRecord } from '../src/open-record.js'
import type { Tools } from '../src/read-report.js'
import { databaseName, openJobs } from '../src/store/index.js'
import { onBothEngines } from './databases.js'
import { heardOutput } from './heard-output.js'
import { noPostgres, startPostgres } from './postgres-server.js'
import { deadly, idleTools, lease, pace, report } from './workers-parts.js'

const child = fileURLToPath(new URL('./workers-child.ts', import.meta.url))
/** Each worker is a process that compiles itself first: slow on a busy machine. */
const patience = 300_000
const names = Array.from({ length: 30 }, (_, at) => `R${at}`)

/** The same choices at every run: a linear congruential generator (Numerical Recipes). */
function* seeded(seed: number): Generator<number, never> {
  let state = seed
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state / 2 ** 32
  }
}

/**
 * Runs one worker after another until one finds nothing left; gives how many were killed. `killAt` is asked when a
 * worker reads a report, and when it has kept it and has not yet said that the job is done.
 */
async function workUntilDone(database: string, killAt: (line: string) => boolean): Promise<number> {
  for (let killed = 0; ; killed++) {
    const worker = spawn(process.execPath, ['--import', 'tsx', child, database])
    const closed = new Promise<NodeJS.Signals | number | null>(done =>
      worker.on('close', (code, signal) => done(signal ?? code)),
    )
    let errors = ''
    worker.stderr.on('data', chunk => {
      errors += chunk
    })
    worker.stdin.on('error', () => {}) // of one that is no more
    for await (const line of createInterface(worker.stdout)) {
      if (killAt(line)) worker.kill('SIGKILL')
      else worker.stdin.write('\n')
    }
    const end = await closed
    expect(errors).toBe('')
    if (end === 0) return killed
    expect(end).toBe('SIGKILL')
  }
}

/** Everything was read once, and the deadly report was set aside. */
async function expectAllRead(database: string): Promise<void> {
  const queue = await openJobs(database, { mode: 'read' })
  expect(await queue.state()).toMatchObject({ waiting: 0, reading: 0, done: names.length, setAside: 1 })
  for await (const job of queue.setAside())
    expect(job).toMatchObject({ source: 'deadly.txt', attempts: 3, fault: { code: 'worker-lost' } })
  await queue.close()
  const store = await openRecord(database, { mode: 'read' })
  const { snapshots, reports, readings } = await store.counts()
  expect({ snapshots, reports, readings }).toEqual({
    snapshots: names.length + 1,
    reports: names.length,
    readings: names.length,
  })
  const log: string[] = []
  for await (const { what, subject } of store.log()) log.push(`${what} ${subject}`)
  expect(new Set(log).size).toBe(2 * names.length + 1)
  expect(log).toHaveLength(2 * names.length + 1)
  for await (const fault of store.verify()) expect(fault).toBeNull()
  await store.close()
}

const silent: WorkListener = {
  read: () => {},
  setAside: () => {},
  failed: () => {},
  others: () => {},
  waiting: () => {},
}

/** Works in this process. */
async function workHere(
  database: string,
  more: { tools?: Tools; listener?: Partial<WorkListener>; busyTimeout?: number; signal?: AbortSignal },
): Promise<void> {
  const options = { lease, busyTimeout: more.busyTimeout ?? 10_000 }
  const queue = await openJobs(database, options)
  const store = await openRecord(database, options)
  try {
    await workThrough({
      queue,
      store,
      toolsFor: async () => more.tools ?? idleTools(async () => {}),
      follow: false,
      signal: more.signal ?? new AbortController().signal,
      listener: { ...silent, ...more.listener },
      pace,
    })
  } finally {
    await queue.close()
    await store.close()
  }
}

async function enqueue(database: string, reports: readonly string[]): Promise<void> {
  const queue = await openJobs(database, { lease })
  for (const name of reports) expect(await queue.add(report(name))).toBe('added')
  await queue.close()
}

onBothEngines(({ engine, another }) => {
  test(
    'workers killed at any moment lose nothing and keep nothing twice; what kills them is set aside',
    async () => {
      const database = await another()
      const queue = await openJobs(database, { lease })
      await queue.add(report('deadly', `An ${deadly} was felt.`))
      await queue.close()
      await enqueue(database, names)
      const random = seeded(46)
      let kills = 3
      const spared = new Set<string>()
      const killAt = (line: string): boolean => {
        const [, name = ''] = line.split(' ')
        // Were workers killed three times over one report, it would look as if the report did it.
        if (name === 'deadly' || spared.has(name) || kills === 0 || random.next().value > 0.2) return false
        spared.add(name)
        kills--
        return true
      }
      const workers = engine === 'SQLite' ? 1 : 3
      const killed = await Promise.all(Array.from({ length: workers }, () => workUntilDone(database, killAt)))
      expect({ kills, killed: killed.reduce((a, b) => a + b) }).toEqual({ kills: 0, killed: 3 + 3 })
      await expectAllRead(database)
    },
    patience,
  )

  test('what cannot be read is set aside at once; what the program fails on, after three tries', async () => {
    const database = await another()
    await enqueue(database, ['whole', 'empty', 'hard'])
    const told: string[] = []
    await workHere(database, {
      tools: idleTools(async ({ name }) => {
        if (name === 'empty')
          throw new InputFault({ code: 'empty-text', source: name, message: 'empty', help: 'Fill it.' })
        if (name === 'hard') throw new Error('not thought of')
      }),
      listener: {
        read: ({ capture }) => told.push(`read ${capture.given.name}`),
        failed: ({ capture, attempt }) => told.push(`failed ${capture.given.name} ${attempt}`),
        setAside: ({ capture, attempt }, { code }) =>
          told.push(`aside ${capture.given.name} ${attempt} ${code}`),
      },
    })
    expect(told.toSorted()).toEqual([
      'aside empty 1 empty-text',
      'aside hard 3 program-failed',
      'failed hard 1',
      'failed hard 2',
      'read whole',
    ])
  })

  test('a reader that cannot be had ends the work, and its job was not tried', async () => {
    const database = await another()
    await enqueue(database, ['A'])
    const noKey = Object.assign(new Error('no key'), { code: 'no-key', help: 'Set it.' })
    const tools = idleTools(() => Promise.reject(noKey))
    await expect(workHere(database, { tools })).rejects.toBe(noKey)
    const queue = await openJobs(database)
    expect(await queue.state()).toMatchObject({ waiting: 1, reading: 0, workers: [] })
    expect(await (await queue.join()).take()).toMatchObject({ attempt: 1 })
    await queue.close()
  })

  test('one that is asked to end does so after its report', async () => {
    const database = await another()
    await enqueue(database, ['A', 'B', 'C'])
    const asked = new AbortController()
    await workHere(database, { signal: asked.signal, tools: idleTools(async () => asked.abort()) })
    const queue = await openJobs(database, { mode: 'read' })
    expect(await queue.state()).toMatchObject({ waiting: 2, reading: 0, done: 1, workers: [] })
    await queue.close()
  })

  test('the commands queue, work, and tell how far it is', async () => {
    const database = await another()
    const folder = mkdtempSync(join(tmpdir(), 'herodotus-workers-'))
    const row = (id: string, text: string): string => `${JSON.stringify({ id, text })}\n`
    const file = join(folder, 'reports.jsonl')
    writeFileSync(
      file,
      `${row('1', 'Rebels shelled Velat on 5 March 2031.')}${row('2', ' ')}${row('3', 'Rain fell.')}`,
    )
    const run = commandsOn(database)
    try {
      expect(await run('read', '--queue', file, join(folder, 'none'), '--reader', 'lexicon')).toMatchObject({
        code: 3,
        out: '',
        err: expect.stringMatching(/no-such-file[\s\S]*queued 3 reports in DB; 1 input could not be queued/),
      })
      expect((await run('status')).out).toMatch(/waiting {5}3\n[\s\S]*nobody works/)
      const worked = await run('work')
      expect(worked).toMatchObject({ code: 3, err: expect.stringMatching(/#2: there is no text in it/) })
      expect(worked.err).toMatch(/read 2 reports, 1 event; kept in DB; 1 set aside/)
      const status = JSON.parse((await run('status', '--json')).out)
      expect(status).toMatchObject({
        waiting: 0,
        reading: 0,
        done: 2,
        workers: [],
        set_aside: [{ source: `${file}#2`, attempts: 1, code: 'empty-text', help: expect.any(String) }],
      })
      expect((await run('status')).out).toMatch(/set aside {3}1\n[\s\S]*after 1 try\n[\s\S]*\[empty-text\]/)
      const again = await run('read', '--queue', file, '--reader', 'lexicon')
      expect(again.err).toMatch(/nothing new was queued; 2 read already by this version; 1 set aside before/)
      const retried = await run('work', '--retry', status.set_aside[0].job)
      expect(retried).toMatchObject({ code: 3, err: expect.stringMatching(/^1 report put back\n/) })
      expect(await run('work')).toMatchObject({ code: 0, err: expect.stringMatching(/nothing waits in DB/) })
      expect(await run('verify')).toMatchObject({ code: 0 })
    } finally {
      process.exitCode = 0
      rmSync(folder, { recursive: true })
    }
  })

  test.each(['SIGINT', 'SIGTERM'] as const)('a worker that stays ends at %s', async signal => {
    const database = await another()
    await enqueue(database, ['A'])
    const usual = process.listeners('SIGINT')
    const work = commandsOn(database)('work', '--follow')
    const queue = await openJobs(database, { mode: 'read' })
    while ((await queue.state()).done === 0) await sleep(50)
    process.emit(signal)
    expect(await work).toMatchObject({
      code: 130,
      err: expect.stringMatching(/interrupted[\s\S]*read 1 report/),
    })
    expect(process.listeners('SIGINT')).toEqual(usual)
    expect(process.listenerCount('SIGTERM')).toBe(0)
    expect(await queue.state()).toMatchObject({ workers: [] })
    await queue.close()
  })

  test.skipIf(engine === 'PostgreSQL')('a second worker is told of the first', async () => {
    const database = await another()
    const queue = await openJobs(database)
    const first = await queue.join()
    await expect(commandsOn(database)('work')).rejects.toMatchObject({
      code: 'worker-there',
      message: expect.stringContaining(`process ${process.pid} of`),
    })
    await first.leave()
    expect(await commandsOn(database)('work')).toMatchObject({ code: 0 })
    await queue.close()
  })

  test.skipIf(engine === 'PostgreSQL')('a file that another program holds is waited for', async () => {
    const database = await another()
    await enqueue(database, ['A', 'B'])
    const other = new SqliteDatabase(database)
    let waited = 0
    await workHere(database, {
      busyTimeout: 10,
      tools: idleTools(async ({ name }) => {
        if (name === 'A') other.exec('begin immediate')
      }),
      listener: {
        waiting: ({ code }) => {
          expect(code).toBe('locked')
          if (++waited === 2) other.exec('rollback')
        },
      },
    })
    other.close()
    expect(waited).toBe(2)
    const queue = await openJobs(database, { mode: 'read' })
    expect(await queue.state()).toMatchObject({ waiting: 0, reading: 0, done: 2 })
    await queue.close()
  })
})

describe.skipIf(noPostgres !== null)(`a server${noPostgres ? ` (${noPostgres})` : ''}`, () => {
  test(
    'that goes away in the middle of the work is waited for, and nothing is lost',
    async () => {
      const server = await startPostgres()
      try {
        const database = await server.newDatabase()
        const reports = ['A', 'B', 'C', 'D', 'E']
        await enqueue(database, reports)
        let read = 0
        let back: Promise<void> | null = null
        const told: string[] = []
        await workHere(database, {
          tools: idleTools(async () => {
            if (++read === 3) await server.crash()
          }),
          listener: {
            read: ({ capture }) => told.push(capture.given.name),
            waiting: ({ code }) => {
              expect(code).toBeOneOf(['connection-lost', 'unreachable'])
              back ??= server.start()
            },
          },
        })
        expect(back).not.toBeNull()
        expect(new Set(told)).toEqual(new Set(reports))
        const store = await openRecord(database)
        expect((await store.counts()).readings).toBe(reports.length)
        await store.close()
      } finally {
        await server.remove()
      }
    },
    patience,
  )
})

interface Run {
  readonly code: unknown
  readonly out: string
  readonly err: string
}

/** The commands as a user runs them, on one database. */
const commandsOn =
  (database: string) =>
  async (...words: readonly string[]): Promise<Run> => {
    const { output, heard } = heardOutput()
    const program = buildProgram(output)
    process.exitCode = 0
    await program.parseAsync(['node', 'herodotus', ...words, '--database', database])
    const code = process.exitCode
    process.exitCode = 0
    const { out, err } = heard()
    return { code, out, err: err.replaceAll(databaseName(database), 'DB') }
  }

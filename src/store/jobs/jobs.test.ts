// What any queue of jobs must do, on both engines.
import { expect, test } from 'vitest'
import { onBothEngines } from '../../../test/databases.js'
import type { Versions } from '../../model/index.js'
import type { JobFault, JobQueue, JobRequest, JobWorker, SetAsideJob, TakenJob } from '../../ports.js'
import { openJobs } from '../index.js'
import { madeUp } from '../made-up.js'
import { openMadeUp } from '../made-up-rules.js'

const versions: Versions = { code: '1', reader: 'lexicon 1', gazetteer: '1', actors: '1' }
const request = (name: string, more: Partial<JobRequest> = {}): JobRequest => ({
  snapshot: madeUp({ name, text: `Troops shelled ${name}.`, events: [] }).snapshot,
  reader: null,
  readerUrl: null,
  versions,
  ...more,
})
const fault: JobFault = { code: 'no-text', message: 'half \ud83d and \0', help: 'Hand in another.' }
const lease = 1_000

const taken = async (worker: JobWorker): Promise<TakenJob> => {
  const job = await worker.take()
  if (job === null) throw new Error('no job waits')
  return job
}
const allSetAside = async (queue: JobQueue): Promise<SetAsideJob[]> => {
  const jobs: SetAsideJob[] = []
  for await (const job of queue.setAside()) jobs.push(job)
  return jobs
}
const counts = async (queue: JobQueue): Promise<number[]> => {
  const { waiting, reading, done, setAside } = await queue.state()
  return [waiting, reading, done, setAside]
}
/** Waits until something is so; how long that takes hangs on a lease, and on the machine. */
const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await new Promise(done => setTimeout(done, 100))
}

onBothEngines(({ engine, another, tamper }) => {
  const open = async (database: string) => openJobs(database, { lease, who: 'anna' })
  const withQueue = (name: string, run: (queue: JobQueue, database: string) => Promise<void>): void =>
    test(name, async () => {
      const database = await another()
      const queue = await open(database)
      await run(queue, database)
      await queue.close()
    })

  withQueue('what waits comes in its order, as it came in', async queue => {
    expect(await queue.add(request('A', { reader: 'llm:ollama/x', readerUrl: 'http://b' }))).toBe('added')
    expect(await queue.add(request('B'))).toBe('added')
    expect(await counts(queue)).toEqual([2, 0, 0, 0])
    const worker = await queue.join()
    const first = await taken(worker)
    expect(first).toMatchObject({ reader: 'llm:ollama/x', readerUrl: 'http://b', attempt: 1 })
    const { id: _, ...capture } = request('A').snapshot
    expect({ ...first.capture, bytes: Buffer.from(first.capture.bytes).toString() }).toEqual({
      ...capture,
      bytes: Buffer.from(capture.bytes).toString(),
    })
    expect(await counts(queue)).toEqual([1, 1, 0, 0])
    expect((await queue.state()).workers).toMatchObject([
      { who: 'anna', pid: process.pid, reading: first.capture.source },
    ])
    await worker.done(first.id)
    await worker.done((await taken(worker)).id)
    expect(await worker.take()).toBeNull()
    expect(await queue.state()).toMatchObject({ done: 2, doneLately: 2, workers: [{ reading: null }] })
    await worker.leave()
    expect((await queue.state()).workers).toEqual([])
  })

  withQueue('the same is one job; what else is to be read with is another', async queue => {
    await queue.add(request('A'))
    expect(await queue.add(request('A'))).toBe('there')
    expect(await queue.add(request('A', { reader: 'lexicon' }))).toBe('added')
    expect(await queue.add(request('A', { versions: { ...versions, code: '2' } }))).toBe('added')
    expect(await counts(queue)).toEqual([3, 0, 0, 0])
    const worker = await queue.join()
    const { id } = await taken(worker)
    expect(await queue.add(request('A'))).toBe('there')
    await worker.done(id)
    expect(await queue.add(request('A'))).toBe('again')
    expect(await counts(queue)).toEqual([3, 0, 0, 0])
  })

  withQueue('bytes and how they came in are kept, and logged, once', async (queue, database) => {
    await queue.add(request('A'))
    await queue.add(request('A'))
    const store = await openMadeUp(database)
    expect((await store.counts()).snapshots).toBe(1)
    const log: string[] = []
    for await (const { what, who } of store.log()) log.push(`${what} ${who}`)
    expect(log).toEqual(['capture anna'])
    for await (const found of store.verify()) expect(found).toBeNull()
    const { snapshot, reading } = madeUp({ name: 'A', text: 'Troops shelled A.', events: [] })
    expect(await store.save(snapshot, reading)).toBe(true)
    for await (const found of store.verify()) expect(found).toBeNull()
    await store.close()
    const elsewhere = { ...snapshot, source: 'elsewhere.txt' }
    expect(await queue.add(request('A', { snapshot: elsewhere, versions: reading.versions }))).toBe('read')
    expect(await queue.add(request('A', { snapshot: elsewhere, versions: null }))).toBe('added')
    const other = { ...snapshot, given: { ...snapshot.given, published: '2031' } }
    expect(await queue.add(request('A', { snapshot: other, versions: reading.versions }))).toBe('added')
  })

  withQueue('what fails three times is set aside with its error', async queue => {
    await queue.add(request('A'))
    const worker = await queue.join()
    for (const attempt of [1, 2, 3]) {
      const job = await taken(worker)
      expect(job.attempt).toBe(attempt)
      expect(await worker.failed(job.id, fault, false)).toBe(attempt < 3 ? 'waiting' : 'set-aside')
    }
    expect(await worker.take()).toBeNull()
    const [job] = await allSetAside(queue)
    expect(job).toMatchObject({ attempts: 3, source: request('A').snapshot.source })
    expect(job?.fault).toMatchObject({ code: 'no-text', help: 'Hand in another.' })
    expect(await queue.add(request('A'))).toBe('set-aside')
    expect(await counts(queue)).toEqual([0, 0, 0, 1])
  })

  withQueue('what is set aside can be put back, with all its tries', async queue => {
    for (const name of ['A', 'B', 'C']) await queue.add(request(name))
    const worker = await queue.join()
    for (const _ of [1, 2, 3]) await worker.failed((await taken(worker)).id, fault, true)
    const jobs = await allSetAside(queue)
    expect(jobs.map(({ attempts }) => attempts)).toEqual([1, 1, 1])
    expect(jobs.map(({ id }) => id)).toEqual(jobs.map(({ id }) => id).toSorted())
    expect(await queue.retry(['job:0000000000000000'])).toBe(0)
    expect(await queue.retry(jobs.slice(0, 1).map(({ id }) => id))).toBe(1)
    expect(await counts(queue)).toEqual([1, 0, 0, 2])
    expect(await taken(worker)).toMatchObject({ id: jobs[0]?.id, attempt: 1 })
    expect(await queue.retry()).toBe(2)
    expect(await counts(queue)).toEqual([2, 1, 0, 0])
  })

  withQueue('a job that is given back was not tried', async queue => {
    await queue.add(request('A'))
    const worker = await queue.join()
    for (const attempt of [1, 1]) {
      const job = await taken(worker)
      expect(job.attempt).toBe(attempt)
      await worker.giveBack(job.id)
      expect(await counts(queue)).toEqual([1, 0, 0, 0])
    }
    await worker.failed((await taken(worker)).id, fault, false)
    await worker.giveBack((await taken(worker)).id)
    expect((await taken(worker)).attempt).toBe(2)
  })

  withQueue('a worker that falls silent loses its job; three of them, and it is set aside', async queue => {
    await queue.add(request('A'))
    for (const attempt of [1, 2, 3]) {
      const worker = await openedWorker(queue)
      const jobs: TakenJob[] = []
      await until(async () => {
        const job = await worker.take()
        if (job) jobs.push(job)
        return job !== null
      })
      expect(jobs).toMatchObject([{ attempt }])
    }
    const last = await openedWorker(queue)
    await until(async () => (await last.take()) === null && (await counts(queue))[3] === 1)
    expect(await allSetAside(queue)).toMatchObject([{ attempts: 3, fault: { code: 'worker-lost' } }])
  })

  withQueue('a worker that beats keeps its job longer than a lease', async queue => {
    await queue.add(request('A'))
    const worker = await queue.join()
    const { id } = await taken(worker)
    const start = performance.now()
    while (performance.now() - start < 2.5 * lease) {
      await worker.beat()
      await new Promise(done => setTimeout(done, lease / 10))
    }
    if (engine === 'PostgreSQL') expect(await (await queue.join()).take()).toBeNull()
    else await expect(queue.join()).rejects.toMatchObject({ code: 'worker-there' })
    await worker.done(id)
    expect(await counts(queue)).toEqual([0, 0, 1, 0])
  })

  withQueue('what was read after all is done, whoever has the job by then', async queue => {
    await queue.add(request('A'))
    const worker = await queue.join()
    const { id } = await taken(worker)
    await worker.failed(id, fault, true)
    await worker.done(id)
    expect(await counts(queue)).toEqual([0, 0, 1, 0])
    expect(await allSetAside(queue)).toEqual([])
  })

  withQueue('a worker that was taken for dead joins anew, or hears who has its place', async queue => {
    await queue.add(request('A'))
    const silent = await queue.join()
    const next = await openedWorker(queue)
    await until(async () => {
      await next.beat()
      if (engine === 'SQLite') return true // the next could only join when the silent one was given up
      await (await queue.join()).leave() // who joins takes note of those that are silent
      return (await queue.state()).workers.length === 1
    })
    await silent.beat()
    expect((await queue.state()).workers).toHaveLength(1)
    if (engine === 'SQLite') await expect(silent.take()).rejects.toMatchObject({ code: 'worker-there' })
    else expect(await silent.take()).toMatchObject({ attempt: 1 })
    expect((await queue.state()).workers).toHaveLength(engine === 'SQLite' ? 1 : 2)
  })

  withQueue('a capture that is not as it was kept stops nobody', async (queue, database) => {
    await queue.add(request('A'))
    await queue.add(request('B'))
    await tamper(
      database,
      "update captures set given = 'x' where source = (select min(source) from captures)",
    )
    const worker = await queue.join()
    await worker.done((await taken(worker)).id)
    expect(await worker.take()).toBeNull()
    expect(await allSetAside(queue)).toMatchObject([{ fault: { code: 'capture-lost' } }])
  })

  withQueue('to look at it changes nothing', async (_, database) => {
    const looking = await openJobs(database, { mode: 'read' })
    expect(await looking.state()).toMatchObject({ waiting: 0, workers: [] })
    expect(await allSetAside(looking)).toEqual([])
    await looking.close()
  })

  test.skipIf(engine === 'SQLite')('a user who may make no schema is told what is needed, once', async () => {
    const database = await another()
    const schema = /search_path(?:=|%3D)(\w+)/.exec(database)?.[1] ?? ''
    await tamper(database, 'create role poor login', `alter schema ${schema} owner to poor`)
    const poor = database.replace('herodotus@', 'poor@')
    await expect(openJobs(poor)).rejects.toMatchObject({
      code: 'access-denied',
      help: expect.stringContaining('grant create'),
    })
    await tamper(database, 'grant create on database postgres to poor')
    await (await openJobs(poor)).close()
    await tamper(database, 'revoke create on database postgres from poor')
    const queue = await openJobs(poor)
    expect(await queue.add(request('A'))).toBe('added')
    await queue.close()
  })

  test.skipIf(engine === 'SQLite')(
    'records of one database do not share jobs, nor workers a job',
    async () => {
      const [one, other] = [await open(await another()), await open(await another())]
      for (const name of ['A', 'B', 'C', 'D']) await one.add(request(name))
      expect(await counts(other)).toEqual([0, 0, 0, 0])
      const workers = await Promise.all([1, 2, 3].map(() => one.join()))
      const jobs = await Promise.all(workers.map(taken))
      expect(new Set(jobs.map(({ id }) => id)).size).toBe(3)
      expect((await one.state()).workers).toHaveLength(3)
      await one.close()
      await other.close()
    },
  )
})

/** A worker as soon as there may be one. */
async function openedWorker(queue: JobQueue): Promise<JobWorker> {
  const found: JobWorker[] = []
  await until(async () => {
    await queue.join().then(
      worker => found.push(worker),
      () => {},
    )
    return found.length > 0
  })
  const [worker] = found
  if (!worker) throw new Error('nobody joined')
  return worker
}

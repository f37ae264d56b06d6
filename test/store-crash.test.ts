import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Reading } from '../src/model/index.js'
import { openRecord } from '../src/open-record.js'
import { onBothEngines } from './databases.js'

const child = fileURLToPath(new URL('./store-crash-child.ts', import.meta.url))
const readings = 30
/** Each writer is a process that compiles itself first: slow on a busy machine. */
const patience = 300_000

interface Run {
  readonly lines: readonly string[]
  readonly code: number | null
  readonly errors: string
}

/** Runs a writer, and kills it as soon as it has written a line that `killAt` picks. */
async function write(path: string, killAt: (line: string) => boolean = () => false): Promise<Run> {
  const writer = spawn(process.execPath, ['--import', 'tsx', child, path, String(readings)])
  const closed = new Promise<number | null>(done => writer.on('close', done))
  const lines: string[] = []
  let errors = ''
  writer.stderr.on('data', chunk => {
    errors += chunk
  })
  for await (const line of createInterface(writer.stdout)) {
    lines.push(line)
    if (killAt(line)) writer.kill('SIGKILL')
  }
  return { lines, code: await closed, errors }
}

const added = ({ lines }: Run): Reading['id'][] =>
  lines.flatMap(line => {
    const id = /^added reading:(.*)$/.exec(line)?.[1]
    return id === undefined ? [] : [`reading:${id}` as const]
  })

/** Every acknowledged reading is kept once, at most one more is, and nothing is wrong with any. */
async function expectKept(path: string, acknowledged: readonly Reading['id'][]): Promise<number> {
  const store = await openRecord(path)
  for (const id of acknowledged) expect(await store.has(id), id).toBe(true)
  for await (const fault of store.verify()) expect(fault).toBeNull()
  const counts = await store.counts()
  await store.close()
  expect(counts).toMatchObject({ snapshots: counts.readings, reports: counts.readings })
  expect(counts.events).toBe(80 * counts.readings)
  return counts.readings
}

/** The same numbers at every run: a linear congruential generator (Numerical Recipes). */
function* seeded(seed: number): Generator<number, never> {
  let state = seed
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state / 2 ** 32
  }
}

onBothEngines(({ another }) => {
  test(
    'a writer killed at any moment has kept what it acknowledged, once',
    async () => {
      const path = await another()
      const acknowledged: Reading['id'][] = []
      for (const killLine of ['started', 'opened']) {
        const run = await write(path, line => line === killLine)
        expect(run.lines).toContain(killLine)
        acknowledged.push(...added(run))
        expect(await expectKept(path, acknowledged)).toBeLessThanOrEqual(acknowledged.length + 1)
      }
      const random = seeded(46)
      for (let round = 0; round < 4; round++) {
        const before = await expectKept(path, acknowledged)
        let left = 1 + Math.floor(random.next().value * 4)
        const run = await write(path, line => line.startsWith('added') && --left === 0)
        expect(run.lines.length).toBeGreaterThan(2)
        acknowledged.push(...added(run))
        const after = await expectKept(path, acknowledged)
        expect(after - before - added(run).length, 'readings kept and not acknowledged').toBeOneOf([0, 1])
      }
      const last = await write(path)
      expect(last).toMatchObject({ code: 0, errors: '' })
      expect(last.lines).toHaveLength(2 + readings)
      expect(await expectKept(path, [...acknowledged, ...added(last)])).toBe(readings)
      expect(added(await write(path))).toEqual([])
    },
    patience,
  )

  test(
    'writers that start together make one record',
    async () => {
      const path = await another()
      const runs = await Promise.all([write(path), write(path), write(path)])
      for (const run of runs) expect(run).toMatchObject({ code: 0, errors: '' })
      const ids = runs.flatMap(added)
      expect(new Set(ids).size).toBe(readings)
      expect(ids).toHaveLength(readings)
      expect(await expectKept(path, ids)).toBe(readings)
    },
    patience,
  )
})

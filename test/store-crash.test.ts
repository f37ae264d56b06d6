import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Reading } from '../src/model/index.js'
import { openStore } from '../src/store/index.js'

const child = fileURLToPath(new URL('./store-crash-child.ts', import.meta.url))
const readings = 30
/** Each writer is a process that compiles itself first: slow on a busy machine. */
const patience = 300_000

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'herodotus-crash-'))
  path = join(folder, 'record.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

interface Run {
  readonly lines: readonly string[]
  readonly code: number | null
  readonly errors: string
}

/** Runs a writer, and kills it as soon as it has written a line that `killAt` picks. */
async function write(killAt: (line: string) => boolean = () => false): Promise<Run> {
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
async function expectKept(acknowledged: readonly Reading['id'][]): Promise<number> {
  const store = await openStore(path)
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

test(
  'a writer killed at any moment has kept what it acknowledged, once',
  async () => {
    const acknowledged: Reading['id'][] = []
    for (const killLine of ['started', 'opened']) {
      const run = await write(line => line === killLine)
      expect(run.lines).toContain(killLine)
      acknowledged.push(...added(run))
      expect(await expectKept(acknowledged)).toBeLessThanOrEqual(acknowledged.length + 1)
    }
    const random = seeded(46)
    for (let round = 0; round < 4; round++) {
      const before = await expectKept(acknowledged)
      let left = 1 + Math.floor(random.next().value * 4)
      const run = await write(line => line.startsWith('added') && --left === 0)
      expect(run.lines.length).toBeGreaterThan(2)
      acknowledged.push(...added(run))
      const after = await expectKept(acknowledged)
      expect(after - before - added(run).length, 'readings kept and not acknowledged').toBeOneOf([0, 1])
    }
    const last = await write()
    expect(last).toMatchObject({ code: 0, errors: '' })
    expect(last.lines).toHaveLength(2 + readings)
    expect(await expectKept([...acknowledged, ...added(last)])).toBe(readings)
    expect(added(await write())).toEqual([])
  },
  patience,
)

test(
  'writers that start together make one record',
  async () => {
    const runs = await Promise.all([write(), write(), write()])
    for (const run of runs) expect(run).toMatchObject({ code: 0, errors: '' })
    const ids = runs.flatMap(added)
    expect(new Set(ids).size).toBe(readings)
    expect(ids).toHaveLength(readings)
    expect(await expectKept(ids)).toBe(readings)
  },
  patience,
)

// The codings for training are of the codebook's form; where the public sets and Python are there, they restore without a fault.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { EventKind, Status } from '../src/model/vocabulary.js'

const root = join(import.meta.dirname, '..')
const data = process.env.HERODOTUS_DATA ?? join(root, '..', 'shared')
const lines = readFileSync(join(root, 'training/codings.jsonl'), 'utf8').trimEnd().split('\n')

const Place = z.tuple([z.number().int().min(0), z.number().int().min(1)])
const Coded = z.object({
  report: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  events: z.array(z.looseObject({ kind: EventKind, status: Status, trigger: z.array(Place).min(1) })),
})

describe('the codings for training', () => {
  it('are of the codebook’s kinds, each of a text of its own', () => {
    const codings = lines.map(line => Coded.parse(JSON.parse(line)))
    expect(new Set(codings.map(({ sha256 }) => sha256)).size).toBe(codings.length)
    expect(new Set(codings.map(({ report }) => report)).size).toBe(codings.length)
  })

  const ready = existsSync(join(data, 'bench')) && spawnSync('python3', ['--version']).status === 0
  it.skipIf(!ready)(
    'restore with their texts without a fault (skipped without the public sets or Python)',
    () => {
      const out = mkdtempSync(join(tmpdir(), 'codings-'))
      try {
        execFileSync('python3', [
          join(root, 'training/restore.py'),
          '--bench',
          join(data, 'bench'),
          '--out',
          out,
        ])
        const checker = join(data, 'codebook/check-coding.py')
        const counts = ['train', 'held'].map(part => {
          const folder = join(out, part, 'codings')
          const files = readdirSync(folder).map(name => join(folder, name))
          const said = execFileSync('python3', [checker, join(out, part, 'reports.jsonl'), ...files], {
            encoding: 'utf8',
          })
          expect(said.trim()).toBe(`${files.length} codings, 0 faults`)
          return files.length
        })
        expect(counts.reduce((a, b) => a + b)).toBe(lines.length)
      } finally {
        rmSync(out, { recursive: true })
      }
    },
  )
})

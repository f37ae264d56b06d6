import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Rejection } from '../import/rejection.js'
import { codingImports } from './imports/codings.js'

/** Whether a path is a folder of codings with their texts, as the export makes one. */
export const isCodings = (path: string): boolean =>
  existsSync(join(path, 'reports.jsonl')) && existsSync(join(path, 'codings'))

/** Checks codings by the rules that an import takes them by (codebook, section 6), keeping nothing; null for one that is well. */
export async function* codingFaults(path: string): AsyncGenerator<Rejection | null> {
  const none = { code: '', gazetteer: '', actors: '' }
  const importing = {
    source: null,
    places: () => [],
    clock: { now: () => new Date().toISOString() },
    versions: none,
    kept: async () => [],
  }
  for await (const found of codingImports([path], importing)) yield 'message' in found ? found : null
}

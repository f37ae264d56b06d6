import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { InputFault } from '../model/input-fault.js'

/** Where the benchmarks and the coded reports stand; null where they are not there. */
export interface DataFolder {
  readonly benchmarks: string
  readonly corpus: string | null
}

/** One file, or folder of codings, of a benchmark. */
export interface DataFile {
  /** As shown: `dev.jsonl`, `codings/dev`. */
  readonly name: string
  readonly path: string
  /** Null where the file is of no split. */
  readonly split: string | null
}

/**
 * A folder laid out as docs/bench.md tells: the benchmarks' folders, or a folder that holds `bench/` and `corpus/`.
 * @throws InputFault where there is no such folder.
 */
export function openData(dir: string): DataFolder {
  if (!existsSync(dir)) {
    throw new InputFault({
      code: 'no-such-folder',
      source: dir,
      message: 'no such folder',
      help: 'docs/bench.md tells what the folder should hold',
    })
  }
  const [inner, corpus] = [join(dir, 'bench'), join(dir, 'corpus')]
  return { benchmarks: existsSync(inner) ? inner : dir, corpus: existsSync(corpus) ? corpus : null }
}

/** The JSONL files of a benchmark, in order of their names; none where its folder is missing. */
export function jsonlFiles(data: DataFolder, benchmark: string): DataFile[] {
  const dir = join(data.benchmarks, benchmark)
  if (!existsSync(dir)) return []
  return readdirSync(dir)
    .filter(name => name.endsWith('.jsonl'))
    .sort()
    .map(name => ({ name, path: join(dir, name), split: basename(name, '.jsonl') }))
}

/** The folders of codings of the corpus. */
export function codingFolders({ corpus }: DataFolder): DataFile[] {
  const dir = corpus === null ? null : join(corpus, 'codings')
  if (dir === null || !existsSync(dir)) return []
  return readdirSync(dir)
    .sort()
    .map(split => ({ name: `codings/${split}`, path: join(dir, split), split }))
}

/**
 * The files of the split that was asked for. Without one, all but those to train on: what a program was made with
 * measures nothing, unless there is nothing else.
 */
export function chooseFiles(files: readonly DataFile[], split: string | null): readonly DataFile[] {
  if (split === 'all') return files
  if (split !== null) return files.filter(file => file.split === split || file.split === null)
  const unseen = files.filter(file => !file.split?.endsWith('train'))
  return unseen.length ? unseen : files
}

/**
 * The rows of a JSONL file.
 * @throws InputFault where a line is not JSON or not such a row.
 */
export function readRows<T>(file: Pick<DataFile, 'path'>, schema: z.ZodType<T>): T[] {
  const lines = readFileSync(file.path, 'utf8').split('\n')
  return lines.flatMap((line, i) => (line.trim() ? [parsed(line, schema, `${file.path}#${i + 1}`)] : []))
}

/** A JSON text checked against a schema. */
export function parsed<T>(json: string, schema: z.ZodType<T>, source: string): T {
  try {
    return schema.parse(JSON.parse(json))
  } catch (cause) {
    if (!(cause instanceof SyntaxError || cause instanceof z.ZodError)) throw cause
    const message = cause instanceof z.ZodError ? z.prettifyError(cause) : cause.message
    throw new InputFault({
      code: 'not-a-benchmark-row',
      source,
      message,
      help: 'docs/bench.md tells the form of each benchmark',
      cause,
    })
  }
}

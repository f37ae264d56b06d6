import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CheckPart } from './check-part.js'

/** The documents of a brat collection, folders within it included: each a text with the annotations beside it. */
export function* bratRows(folder: string): Generator<CheckPart> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ann'))
    .sort()
  if (names.length === 0) yield { line: 1, broken: 'the folder holds no .ann file' }
  for (const name of names) {
    const file = join(folder, name)
    const textFile = file.replace(/\.ann$/, '.txt')
    const found = { line: 1, file }
    if (existsSync(textFile))
      yield {
        ...found,
        cells: { text: readFileSync(textFile, 'utf8'), ann: readFileSync(file, 'utf8') },
      }
    else yield { ...found, broken: 'there is no .txt file beside it' }
  }
}

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { bratEvents, bratImport } from '../../import/brat.js'
import { importedReading, importedReport } from '../../import/reading.js'
import { filesIn, type Imported, type Importing, rejected, unreadable } from './imported.js'

/** Texts with their standoff annotations, `name.txt` and `name.ann`. */
export async function* bratImports(paths: readonly string[], importing: Importing): AsyncGenerator<Imported> {
  for (const found of filesIn(paths, /\.ann$/i)) {
    if (typeof found !== 'string') yield found
    else yield* annotated(found, importing)
  }
}

async function* annotated(file: string, importing: Importing): AsyncGenerator<Imported> {
  const textFile = file.replace(/\.ann$/i, '.txt')
  if (!/\.ann$/i.test(file) || !existsSync(textFile)) {
    const help = 'name the .ann file, or the folder, and keep the text beside it under the same name'
    return yield rejected(file, null, { message: 'it is no .ann file with its .txt beside it', help })
  }
  try {
    const bytes = await readFile(textFile)
    const [body, ann] = [textOf(bytes), textOf(await readFile(file))]
    if (body === null || ann === null || body === '') {
      const message = body === '' ? 'the text is empty' : 'it or its text is not UTF-8'
      return yield rejected(file, null, { message, help: 'brat keeps both as UTF-8' })
    }
    // Our own export puts the report's id behind its name.
    const name = basename(textFile, textFile.slice(-4)).replace(/(?<=.)-[0-9a-f]{16}$/, '')
    const capture = {
      bytes,
      source: textFile,
      mediaType: 'text/plain' as const,
      charset: 'utf-8',
      capturedAt: importing.clock.now(),
      given: { name, published: null, outlet: null, headline: null },
    }
    const kept = (await importing.kept(name)).find(({ report }) => report.body === body)
    const { snapshot, report } = kept ?? importedReport(capture, body, bratImport.name)
    const { events, faults } = bratEvents(ann, body, importing.places)
    for (const { line, ...fault } of faults) yield rejected(file, line, { ...fault, report: name })
    const versions = { ...importing.versions, reader: `${bratImport.name} ${bratImport.version}` }
    yield { snapshot, reading: importedReading(report, events, versions), known: kept !== undefined }
  } catch (error) {
    yield unreadable(file, error)
  }
}

/** Offsets count every character of the file, a byte order mark too. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

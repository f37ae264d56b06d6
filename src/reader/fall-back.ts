import type { Diagnostic } from '../model/diagnostic.js'
import type { Reader } from '../ports.js'

/** A reader that is ready, and what the user is to be told of it, once. */
export interface LoadedReader {
  readonly reader: Reader
  readonly notes: readonly string[]
}

/**
 * The first reader, or where it cannot be had the second: told once to the user, noted in each of its readings, and named
 * in their version, for they are not what the first would have read.
 */
export async function withFallBack(
  load: () => Promise<Reader>,
  instead: () => Promise<Reader>,
): Promise<LoadedReader> {
  try {
    return { reader: await load(), notes: [] }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const reader = await instead()
    return {
      reader: {
        ...reader,
        version: `${reader.version}+fell-back`,
        read: (report, sentences, note) => {
          note?.(fellBack(why))
          return reader.read(report, sentences, note)
        },
      },
      notes: [
        `the trained reader cannot be used: ${why}; the lexicon reads instead, and finds less (herodotus doctor says more)`,
      ],
    }
  }
}

const fellBack = (why: string): Diagnostic => ({
  code: 'reader-fell-back',
  severity: 'info', // the user was told once; a warning would be told again for each report
  message: `the trained reader could not be used (${why}); the lexicon read this report`,
  at: null,
  help: 'Run herodotus doctor, mend what it names, and read the report again.',
})

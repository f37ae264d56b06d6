import type { Reader } from '../ports.js'
import { parseChoice } from './choice.js'
import { type LoadedReader, withFallBack } from './fall-back.js'
import type { Known } from './lexicon/known.js'

export { parseChoice } from './choice.js'
export type { LoadedReader } from './fall-back.js'
export { ReaderError } from './reader-error.js'

/** Which reader is wanted; what is left out is the program's to choose. */
export interface ReaderChoice {
  /** `trained`, `lexicon`, or `llm:PROVIDER/MODEL`. */
  readonly reader?: string | undefined
  /** The base URL of the server that a language model is asked at, in place of the provider's own. */
  readonly readerUrl?: string | undefined
}

/** The reader that is used where none is asked for. */
const preferred: 'trained' | 'lexicon' = 'trained'

/**
 * Makes a reader ready. Each kind is loaded only where it is used: none of the packages that ask a language model, and no
 * model's runtime, is touched by a program that reads by the lexicon.
 * @throws ReaderError, or the trained model's ModelError, where the reader that was asked for by name cannot be had. Where
 *   none was asked for and the trained one cannot be had, the lexicon is given, with a note that says so.
 */
export async function loadReader(
  choice: ReaderChoice,
  known: Known,
  env: NodeJS.ProcessEnv = process.env,
): Promise<LoadedReader> {
  const chosen = parseChoice(choice.reader ?? preferred)
  switch (chosen.kind) {
    case 'lexicon':
      return { reader: await loadLexicon(known), notes: [] }
    case 'trained':
      return choice.reader === undefined
        ? withFallBack(
            () => loadTrained(known),
            () => loadLexicon(known),
          )
        : { reader: await loadTrained(known), notes: [] }
    case 'llm': {
      const { openModelReader } = await import('./llm/index.js')
      return openModelReader({ ...chosen, url: choice.readerUrl ?? null }, known, env)
    }
  }
}

const loadLexicon = async (known: Known): Promise<Reader> =>
  (await import('./lexicon/index.js')).lexiconReader(known)

const loadTrained = async (known: Known): Promise<Reader> =>
  (await import('./trained/index.js')).loadTrainedReader(known)

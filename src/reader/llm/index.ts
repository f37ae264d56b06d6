import type { LoadedReader } from '../fall-back.js'
import type { Known } from '../lexicon/known.js'
import { ReaderError } from '../reader-error.js'

export function openModelReader(_choice: object, _known: Known, _env: NodeJS.ProcessEnv): LoadedReader {
  throw new ReaderError({
    code: 'no-such-reader',
    message: 'no language model can be asked yet',
    help: 'Read with --reader lexicon.',
  })
}

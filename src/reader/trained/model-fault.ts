import { ReaderError } from '../reader-error.js'

/** What is wrong with a model, or that no runtime loads it. */
export type ModelFault =
  | 'model-missing'
  | 'model-truncated'
  | 'model-changed'
  | 'model-damaged'
  | 'model-version'
  | 'no-runtime'

/** The trained reader cannot be had: what was found, and what to do. */
export function modelFault(code: ModelFault, message: string, cause?: unknown): ReaderError {
  const help =
    code === 'no-runtime'
      ? 'Install again with optional packages (npm ci), or read with --reader lexicon.'
      : 'Install herodotus again (npm ci), or read with --reader lexicon.'
  return new ReaderError({ code, message, help, cause })
}

/** What is wrong with a model: `model-missing`, `-truncated`, `-changed`, `-damaged`, `-version`; or no runtime loads it. */
export type ModelErrorCode =
  | 'model-missing'
  | 'model-truncated'
  | 'model-changed'
  | 'model-damaged'
  | 'model-version'
  | 'no-runtime'

/** The trained model cannot be used: what was found, and in `help` what to do. */
export class ModelError extends Error {
  override readonly name = 'ModelError'
  readonly code: ModelErrorCode
  readonly help: string

  constructor(code: ModelErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.help =
      code === 'model-version'
        ? 'install the model that belongs to this version of herodotus (npm ci), or read with --reader lexicon'
        : 'install herodotus again (npm ci), or read with --reader lexicon'
  }
}

import { ReaderError } from './reader-error.js'

/** The services that a large language model is asked through, by the names that `--reader llm:…` has for them. */
export const providerNames = ['anthropic', 'openai', 'ollama'] as const
export type ProviderName = (typeof providerNames)[number]

/** A reader by name, as it is chosen. */
export type Choice =
  | { readonly kind: 'trained' }
  | { readonly kind: 'lexicon' }
  | { readonly kind: 'llm'; readonly provider: ProviderName; readonly model: string }

/**
 * What a reader's name stands for: `trained`, `lexicon`, or `llm:PROVIDER/MODEL`.
 * @throws ReaderError `no-such-reader` for any other name.
 */
export function parseChoice(name: string): Choice {
  if (name === 'trained' || name === 'lexicon') return { kind: name }
  const [, service, model] = /^llm:([^/]+)\/(\S+)$/.exec(name) ?? []
  const provider = providerNames.find(known => known === service)
  if (provider !== undefined && model !== undefined) return { kind: 'llm', provider, model }
  throw new ReaderError({
    code: 'no-such-reader',
    message: `there is no reader ${JSON.stringify(name)}`,
    help: `Choose trained, lexicon, or llm:PROVIDER/MODEL with one of ${providerNames.join(', ')} (docs/readers.md).`,
  })
}

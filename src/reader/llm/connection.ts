import type { ProviderName } from '../choice.js'
import { ReaderError } from '../reader-error.js'

/** Where a model is asked, and as whom. */
export interface Connection {
  readonly provider: ProviderName
  readonly model: string
  readonly url: string
  /** Never shown: not in a message, not in a reading. */
  readonly key: string | null
  /** What names the model in readings: `llm:anthropic/…`, with the server where it is not the provider's own. */
  readonly name: string
}

const providers: Readonly<Record<ProviderName, { readonly url: string; readonly keyIn: string | null }>> = {
  anthropic: { url: 'https://api.anthropic.com/v1', keyIn: 'ANTHROPIC_API_KEY' },
  openai: { url: 'https://api.openai.com/v1', keyIn: 'OPENAI_API_KEY' },
  ollama: { url: 'http://localhost:11434/v1', keyIn: null },
}

/**
 * Where to ask the chosen model. A provider's key goes to the provider's own address alone; a server named by the user gets
 * the key in `HERODOTUS_READER_KEY`, or none.
 * @throws ReaderError where a key is missing or the address is none.
 */
export function connectionOf(
  chosen: { readonly provider: ProviderName; readonly model: string; readonly url: string | null },
  env: NodeJS.ProcessEnv,
): Connection {
  const { provider, model } = chosen
  const own = providers[provider]
  const given = chosen.url ?? (env.HERODOTUS_READER_URL || null)
  const name = `llm:${provider}/${model}`
  if (given !== null) {
    const key = env.HERODOTUS_READER_KEY || null
    const url = serverUrl(given)
    return { provider, model, url, key, name: `${name}@${new URL(url).host}` }
  }
  const key = own.keyIn === null ? null : env[own.keyIn] || null
  if (own.keyIn !== null && key === null) {
    throw new ReaderError({
      code: 'no-key',
      message: `${name} needs a key, and ${own.keyIn} is not set`,
      help: `Set ${own.keyIn} to your key, or name a server of your own with --reader-url.`,
    })
  }
  return { provider, model, url: own.url, key, name }
}

function serverUrl(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null
  if (url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password) {
    return url.href.replace(/\/+$/, '')
  }
  throw new ReaderError({
    code: 'no-such-server',
    message: 'the address of the reader’s server is no plain http or https URL',
    help: 'Give one such as http://localhost:8000/v1; put a key into HERODOTUS_READER_KEY, not into the URL.',
  })
}

/** What the user is told of where the text of reports goes. */
export function whereTextGoes({ url, model, name }: Connection): string {
  const { host, hostname } = new URL(url)
  const isLocal = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
  // Ollama passes models of these names on to its own servers.
  if (isLocal && !/[-:]cloud$/.test(model)) {
    return `${name}: the text of the reports stays on this machine; it is sent to ${host} and no further by Herodotus`
  }
  const further = isLocal ? ', which passes it on to servers of its maker' : ''
  return `${name}: the text of the reports leaves this machine; it is sent to ${host}${further}`
}

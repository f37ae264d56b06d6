import { createAnthropic } from '@ai-sdk/anthropic'
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import {
  AISDKError,
  APICallError,
  generateText,
  type JSONSchema7,
  type LanguageModel,
  Output,
  RetryError,
} from 'ai'
import type { Connection } from './connection.js'
import { unreachable } from './faults.js'
import { askedForm } from './form.js'

/** How long an answer may take, in milliseconds, and how often a request that failed for the time being is sent again. */
export interface Patience {
  readonly timeoutMs: number
  /** With 2, 4, 8 … seconds between, or as long as the server asks for. */
  readonly retries: number
}

/** What came back. An answer that is no message of the server's protocol comes as empty text. */
export interface Answer {
  readonly text: string
  readonly finish: 'whole' | 'cut' | 'withheld'
}

export type Ask = (instructions: string, data: string) => Promise<Answer>

/**
 * Opens a way to ask a model, through the AI SDK. It asks at temperature 0 for the form as JSON Schema; a server that will
 * not have one of the two is asked without it, and from then on where that helped.
 * @throws ReaderError where the server is not there; the SDK's own errors for what it answers.
 */
export function openModel(connection: Connection, { timeoutMs, retries }: Patience): Ask {
  const model = modelOf(connection, timeoutMs)
  // Else the SDK prints its warnings to standard output, which is the data's.
  globalThis.AI_SDK_LOG_WARNINGS = false
  let accepted: Settings = { form: true, temperature: true }
  const askWith = async (settings: Settings, system: string, prompt: string): Promise<Answer> => {
    try {
      const { text, finishReason } = await generateText({
        model,
        system,
        prompt,
        output: settings.form ? codedForm : Output.text(),
        maxRetries: retries,
        ...(settings.temperature && { temperature: 0 }),
      })
      accepted = settings
      return { text, finish: finishes[finishReason] ?? 'whole' }
    } catch (error) {
      const fault = RetryError.isInstance(error) ? error.lastError : error
      const plainer = plainerThan(settings, fault)
      if (plainer) return askWith(plainer, system, prompt)
      if (isNoAnswer(fault)) return { text: '', finish: 'whole' }
      throw fault
    }
  }
  return (instructions, data) => askWith(accepted, instructions, data)
}

/** Whether what came is no message of the server's protocol, though the request went well. */
const isNoAnswer = (fault: unknown): boolean =>
  APICallError.isInstance(fault) ? fault.statusCode === 200 : AISDKError.isInstance(fault)

const finishes: Readonly<Record<string, Answer['finish']>> = { length: 'cut', 'content-filter': 'withheld' }

/** The text as it came: what is broken in it is for the reader to see. */
const codedForm: ReturnType<typeof Output.text> = {
  ...Output.text(),
  responseFormat: Promise.resolve({ type: 'json', name: 'coding', schema: askedForm as JSONSchema7 }),
}

interface Settings {
  readonly form: boolean
  readonly temperature: boolean
}

/** The settings without the one that the server objects to; null where it objects to something else. */
function plainerThan(settings: Settings, fault: unknown): Settings | null {
  if (!APICallError.isInstance(fault) || (fault.statusCode !== 400 && fault.statusCode !== 422)) return null
  if (settings.temperature && /temperature/i.test(fault.message)) return { ...settings, temperature: false }
  return settings.form ? { ...settings, form: false } : null
}

function modelOf(connection: Connection, timeoutMs: number): LanguageModel {
  const { provider, model, url, key } = connection
  // Text goes to the host that the user was told of, and is not passed on to another.
  const through: typeof fetch = (input, init) =>
    fetch(input, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) }).catch(
      (error: unknown) => {
        throw isAbsence(error) ? unreachable(connection) : error
      },
    )
  if (provider === 'anthropic') {
    return createAnthropic({ baseURL: url, apiKey: key ?? 'none', fetch: through })(model)
  }
  return createOpenAICompatible({
    name: provider,
    baseURL: url,
    fetch: through,
    supportsStructuredOutputs: true,
    ...(key !== null && { apiKey: key }),
  })(model)
}

/** Whether there is no server at all: to ask again would be to wait for nothing. */
function isAbsence(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND'
}

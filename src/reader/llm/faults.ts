import { APICallError } from 'ai'
import { InputFault } from '../../model/input-fault.js'
import { ReaderError } from '../reader-error.js'
import type { Connection } from './connection.js'

/**
 * What went wrong with asking, for a person: an InputFault where another report may fare better, so that the batch goes on;
 * a ReaderError where none would. Any other error is given back as it is. What the server says is shown without the key.
 */
export function faultOf(error: unknown, connection: Connection, report: string): unknown {
  const { name, url } = connection
  const { host } = new URL(url)
  const ofReport = (code: string, message: string, help: string): InputFault =>
    new InputFault({ code, source: report, message: `${name}: ${message}`, help })
  const ofAll = (code: string, message: string, help: string): ReaderError =>
    new ReaderError({ code, message: `${name}: ${message}`, help })
  if (error instanceof Error && error.name === 'TimeoutError') {
    return ofReport(
      'model-timed-out',
      `${host} gave no answer in time`,
      'Read it again later, or by a faster model.',
    )
  }
  if (!APICallError.isInstance(error)) return error
  const status = error.statusCode
  const said = withoutKey(error.message, connection)
  if (status === undefined) return unreachable(connection)
  if (status === 401 || status === 403) {
    return ofAll(
      'key-refused',
      `${host} does not take the key (${status})`,
      'Check the key, and what it may be used for.',
    )
  }
  if (status === 402 || /insufficient_quota|credit balance/i.test(`${error.responseBody}`)) {
    return ofAll(
      'no-credit',
      `${host} says that there is no credit left`,
      'Top up the account behind the key.',
    )
  }
  if (status === 404) {
    return ofAll(
      'no-such-model',
      `${host} knows no such model or address (404)`,
      'Check the model’s name and the server’s URL.',
    )
  }
  if (status === 429) {
    return ofReport(
      'too-many-requests',
      `${host} takes no more requests for now (429)`,
      'Wait, and read what was left out again.',
    )
  }
  if (status >= 500) {
    return ofReport(
      'server-failed',
      `${host} failed (${status}: ${said})`,
      'Read what was left out again later.',
    )
  }
  return ofReport(
    'request-refused',
    `${host} refused the request (${status}: ${said})`,
    'Read it by another model, or by another reader.',
  )
}

/** There is no server where one was looked for, or it breaks off. */
export function unreachable({ name, provider, url }: Connection): ReaderError {
  return new ReaderError({
    code: 'no-connection',
    message: `${name}: ${new URL(url).host} cannot be reached`,
    help:
      provider === 'ollama'
        ? `Start it (ollama serve), or name another server with --reader-url; ${url} was tried.`
        : `Check the network and the server’s URL; ${url} was tried.`,
  })
}

function withoutKey(message: string, { key }: Connection): string {
  const line = message.replace(/\s+/g, ' ').slice(0, 200)
  return key === null ? line : line.replaceAll(key, '…')
}

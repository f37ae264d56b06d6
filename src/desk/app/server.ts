import { signal } from '@preact/signals'
import type { Fault } from '../api.js'

/** Whether the last request reached the desk's server: while it does not, nothing is lost, and the page says so. */
export const connected = signal(true)

/** What the server refused, in its own words. */
export class ServerFault extends Error {
  readonly fault: Fault
  readonly status: number

  constructor(fault: Fault, status: number) {
    super(fault.message)
    this.fault = fault
    this.status = status
  }
}

/**
 * Asks the desk's server.
 * @throws ServerFault where it refuses or cannot be reached (status 0)
 */
export async function ask<T>(path: string, options: RequestInit = {}): Promise<T> {
  let response: Response
  try {
    response = await fetch(path, { ...options, headers: { accept: 'application/json', ...options.headers } })
  } catch (cause) {
    if (options.signal?.aborted) throw cause
    connected.value = false
    throw new ServerFault({ code: 'unreachable', message: '', help: '' }, 0)
  }
  connected.value = true
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return answer as T
  throw new ServerFault(
    isFault(answer) ? answer : { code: 'unreadable', message: '', help: '' },
    response.status,
  )
}

/** Sends something to be kept. */
export const send = <T>(path: string, body: unknown): Promise<T> =>
  ask<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

const isFault = (answer: unknown): answer is Fault =>
  typeof answer === 'object' && answer !== null && 'code' in answer && 'message' in answer && 'help' in answer

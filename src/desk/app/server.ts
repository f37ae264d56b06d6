import { computed, signal } from '@preact/signals'
import type { Fault } from '../api.js'
import { learnNames } from './state/names.js'
import { settings } from './state/settings.js'

/** Whether the last request reached the desk's server: while it does not, nothing is lost, and the page says so. */
export const connected = signal(true)

/** Whether the server could read the record when it was last asked to: not while its store is locked, unreachable or gone. */
export const readable = signal(true)

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

/** As whom this browser asks. Only who is blind to others' decisions is answered otherwise: that somebody said their name changes nothing. */
export const seat = computed(() => (settings.value.blind ? seatOf(settings.value) : ''))

export function seatOf({ reviewer, blind }: { readonly reviewer: string; readonly blind: boolean }): string {
  return `${new URLSearchParams({ ...(reviewer && { reviewer }), ...(reviewer && blind && { blind: '1' }) })}`
}

/**
 * Asks the desk's server.
 * @param as the seat that asks, where that is another than this browser's is now
 * @throws ServerFault where it refuses or cannot be reached (status 0)
 */
export async function ask<T>(path: string, options: RequestInit = {}, as = seat.value): Promise<T> {
  return answerIn(await responseTo(path, options, as))
}

/** An answer of the server, with its word for what it answered from. */
export interface Tagged<T> {
  readonly data: T
  readonly tag: string | null
}

/** Asks as `ask` does, but for the answer that is here already only whether it still holds: then the same is returned. */
export async function askAgain<T>(
  path: string,
  here: Tagged<T> | null,
  options: RequestInit,
  as: string,
): Promise<Tagged<T>> {
  const headers = here?.tag ? { 'if-none-match': here.tag } : {}
  const response = await responseTo(path, { ...options, headers }, as)
  if (here && response.status === 304) return here
  return { data: await answerIn<T>(response), tag: response.headers.get('etag') }
}

async function responseTo(path: string, options: RequestInit, as: string): Promise<Response> {
  let response: Response
  const seated = as === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${as}`
  try {
    response = await fetch(seated, {
      ...options,
      headers: { accept: 'application/json', ...options.headers },
    })
  } catch (cause) {
    if (options.signal?.aborted) throw cause
    connected.value = false
    throw new ServerFault({ code: 'unreachable', message: '', help: '' }, 0)
  }
  connected.value = true
  if (options.method === undefined) readable.value = response.status !== 503
  return response
}

async function answerIn<T>(response: Response): Promise<T> {
  const answer: unknown = await response.json().catch((cause: unknown) => {
    // Whoever asked has gone on while the answer came.
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    return undefined
  })
  if (response.ok && answer !== undefined) {
    // Before anything of it is shown.
    learnNames(answer)
    return answer as T
  }
  throw new ServerFault(
    isFault(answer) ? answer : { code: 'unreadable', message: '', help: '' },
    response.status,
  )
}

/** Sends something to be kept. */
export const send = <T>(path: string, body: unknown, as?: string): Promise<T> =>
  ask<T>(
    path,
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    as,
  )

const isFault = (answer: unknown): answer is Fault =>
  typeof answer === 'object' && answer !== null && 'code' in answer && 'message' in answer && 'help' in answer

import type { Context } from 'hono'
import type { z } from 'zod'
import { StoreError, type StoreErrorCode } from '../../store/index.js'
import type { Fault } from '../api.js'
import { faultAnswer } from './fault-page.js'

/** A request that cannot be met, in plain words, with the way on. */
export class Refusal extends Error {
  readonly status: 400 | 404 | 409 | 422
  readonly fault: Fault

  constructor(status: Refusal['status'], fault: Fault) {
    super(fault.message)
    this.status = status
    this.fault = fault
  }
}

/** What was asked for by a schema. @throws Refusal that names each part at fault */
export function asked<T extends z.ZodType>(schema: T, given: unknown): z.infer<T> {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'the request'}: ${message}`,
  )
  throw new Refusal(400, {
    code: 'bad-request',
    message: faults.join('; '),
    help: 'The desk’s API page (/api/openapi.json) says what may be asked.',
  })
}

const waits = 'What you decide waits in this browser until then.'
const restart = 'end the desk in its terminal (Ctrl-C), start it again, and open the link that it prints'

/** The way on for who is at the desk; the store's own help is for who runs one command after another. */
const ways: Partial<Record<StoreErrorCode, string>> = {
  locked: `The desk goes on by itself when the other program is done. ${waits}`,
  'file-gone': `Put the same file back, and the desk goes on by itself. To go on with the file that is there now, ${restart}. ${waits}`,
  'cannot-open': `Make the file and its folder readable again, and the desk goes on by itself. ${waits}`,
  'disk-full': `Free some space, and the desk goes on by itself. ${waits}`,
  'disk-fault': `Check the disk, and copy the file elsewhere; then ${restart}. ${waits}`,
  'read-only': `Make the file and its folder writable, and the desk goes on by itself. ${waits}`,
  unreachable: `Start the database’s server, and the desk goes on by itself. ${waits}`,
  'connection-lost': `When the database’s server is back, the desk goes on by itself. ${waits}`,
  damaged: `End the desk (Ctrl-C) and run herodotus verify: it says what is damaged. ${waits}`,
}

/** The answer to whatever went wrong. */
export function answerOf(error: Error, c: Context): Response {
  if (error instanceof Refusal) return faultAnswer(c, error.fault, error.status)
  if (error instanceof StoreError) {
    const { code, message, help } = error
    if (code === 'bad-cursor') return faultAnswer(c, { code, message, help }, 400)
    return faultAnswer(c, { code, message: `${message}.`, help: ways[code] ?? `${help}.` }, 503)
  }
  console.error(error)
  const fault: Fault = {
    code: 'internal',
    message: 'The desk’s server failed at this.',
    help: 'What was saved is kept. The terminal where the desk runs says what happened.',
  }
  return faultAnswer(c, fault, 500)
}

export const noEvent = (id: string): Refusal =>
  new Refusal(404, {
    code: 'no-event',
    message: `No event ${id} is in the record.`,
    help: 'It may have been rejected in review: its report still shows it. The list of events has those that are there.',
  })

export const noReport = (id: string): Refusal =>
  new Refusal(404, {
    code: 'no-report',
    message: `No report ${id} is in the record.`,
    help: 'The list of reports has those that are there.',
  })

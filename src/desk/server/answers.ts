import type { Context } from 'hono'
import type { z } from 'zod'
import { StoreError } from '../../store/index.js'
import type { Fault } from '../api.js'

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

/** The answer to whatever went wrong. */
export function answerOf(error: Error, c: Context): Response {
  if (error instanceof Refusal) return c.json(error.fault, error.status)
  if (error instanceof StoreError) {
    const { code, message, help } = error
    return c.json({ code, message, help } satisfies Fault, code === 'bad-cursor' ? 400 : 503)
  }
  console.error(error)
  const fault: Fault = {
    code: 'internal',
    message: 'The desk’s server failed at this.',
    help: 'What was saved is kept. The terminal where the desk runs says what happened.',
  }
  return c.json(fault, 500)
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

import { z } from 'zod'
import { diagnosticCodes } from './diagnostic-code.generated.js'
import { Quote } from './span.js'

/**
 * A complaint about a report that does not stop its reading. The code names a page in `docs/diagnostics/`; the
 * message says what was found and what was done about it, `help` what the reader can do.
 */
export const Diagnostic = z
  .object({
    code: z.enum(diagnosticCodes),
    severity: z.enum(['info', 'warning']),
    message: z.string(),
    at: Quote.nullable(),
    help: z.string(),
  })
  .readonly()
export type Diagnostic = z.infer<typeof Diagnostic>
export type DiagnosticCode = Diagnostic['code']

/** What a stage returns that may have complaints. */
export interface Noted<T> {
  readonly value: T
  readonly notes: readonly Diagnostic[]
}

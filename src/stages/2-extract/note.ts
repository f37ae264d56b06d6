import type { Diagnostic } from '../../model/diagnostic.js'
import type { Quote } from '../../model/span.js'

export function warning(code: string, message: string, help: string, at: Quote | null = null): Diagnostic {
  return { code, severity: 'warning', message, at, help }
}

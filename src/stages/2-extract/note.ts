import type { Diagnostic, DiagnosticCode } from '../../model/diagnostic.js'
import type { Quote } from '../../model/span.js'

export function warning(
  code: DiagnosticCode,
  message: string,
  help: string,
  at: Quote | null = null,
): Diagnostic {
  return { code, severity: 'warning', message, at, help }
}

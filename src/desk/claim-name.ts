import type { ReportId } from '../model/report.js'
import type { Quote } from '../model/span.js'

/** The id of the claim that some words of a report tell, as text/ids.ts names it: the browser has its own digests. */
export async function claimName(report: ReportId, { start, exact }: Quote): Promise<string> {
  const named = new TextEncoder().encode([report, String(start), exact].join('\n'))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', named))
  const hex = Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('')
  return `claim:${hex.slice(0, 16)}`
}

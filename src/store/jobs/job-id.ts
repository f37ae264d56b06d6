import type { Versions } from '../../model/reading.js'
import type { JobId, JobReader } from '../../ports.js'
import { sha256 } from '../../text/ids.js'

export function jobId(capture: string, { reader, readerUrl }: JobReader, versions: Versions | null): JobId {
  return `job:${sha256(JSON.stringify([capture, reader, readerUrl, versions])).slice(0, 16)}`
}

/** pg-boss names jobs by a UUID, and ours have half as many digits: the rest is zeros. */
export function uuidOf(id: JobId): string {
  const digits = id.slice('job:'.length).padEnd(32, '0')
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ].join('-')
}

export const idOf = (uuid: string): JobId => `job:${uuid.replaceAll('-', '').slice(0, 16)}`

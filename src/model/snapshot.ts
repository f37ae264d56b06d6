import { z } from 'zod'

export const SnapshotId = z.templateLiteral(['snapshot:', z.string().regex(/^[0-9a-f]{64}$/)])
export type SnapshotId = z.infer<typeof SnapshotId>

/** What the person or the file that handed in the bytes says of them; null where it says nothing. */
export const Given = z
  .object({
    /** The name that the report goes by: the id in a JSONL row, else the file name or URL. */
    name: z.string().min(1),
    /** EDTF: a day, a month or a year. */
    published: z.string().nullable(),
    outlet: z.string().nullable(),
    headline: z.string().nullable(),
  })
  .readonly()
export type Given = z.infer<typeof Given>

/** Bytes as they came in, with where and when they came from. */
export interface Capture {
  readonly bytes: Uint8Array
  /** A path, a URL, `-` for standard input, `reports.jsonl#12` for a row. */
  readonly source: string
  /** As declared by the source or by the file's name, or null. */
  readonly mediaType: string | null
  readonly charset: string | null
  /** ISO 8601 instant. */
  readonly capturedAt: string
  readonly given: Given
}

/** A capture named by the SHA-256 of its bytes. Never edited. */
export interface Snapshot extends Capture {
  readonly id: SnapshotId
  readonly mediaType: MediaType
}

export const mediaTypes = ['text/plain', 'text/html', 'application/json'] as const
/** What a snapshot can be read as; `application/json` is one row of a reports file. */
export type MediaType = (typeof mediaTypes)[number]

import { z } from 'zod'
import { InputFault } from '../../model/input-fault.js'

const maybe = z.string().nullish().catch(null)

/** One line of a reports file. Only `text` is required; a field of another type counts as missing. */
const Row = z.object({
  id: z
    .union([z.string(), z.number().transform(String)])
    .nullish()
    .catch(null),
  /** Checked with the other dates of the report. */
  published: z.unknown().optional(),
  outlet: maybe,
  headline: maybe,
  text: z.string(),
})
export type Row = z.infer<typeof Row>

/**
 * Reads one JSON row.
 * @throws InputFault where it is no JSON, or has no text.
 */
export function readRow(json: string, source: string): Row {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (cause) {
    throw new InputFault({
      code: 'not-json',
      source,
      message: `this line is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`,
      help: 'Write each report as one JSON object on one line, with at least a "text".',
      cause,
    })
  }
  const row = Row.safeParse(value)
  if (row.success) return row.data
  throw new InputFault({
    code: 'no-text',
    source,
    message: 'this row has no "text" that is a string',
    help: 'Give each row a "text": {"id": …, "published": …, "outlet": …, "headline": …, "text": …}.',
  })
}

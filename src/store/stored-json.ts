import type { z } from 'zod'

/** What a column of JSON holds, or the complaint about it in one line. */
export type Parsed<T> = { readonly value: T } | { readonly complaint: string }

/** Reads a JSON column by its schema; `beside` are fields of an object that another column holds. */
export function parseStored<T extends z.ZodType>(
  json: string,
  schema: T,
  beside?: Readonly<Record<string, unknown>>,
): Parsed<z.infer<T>> {
  let found: unknown
  try {
    found = JSON.parse(json)
  } catch {
    return { complaint: 'not JSON' }
  }
  const result = schema.safeParse(beside && typeof found === 'object' ? { ...found, ...beside } : found)
  if (result.success) return { value: result.data }
  return { complaint: issueText(result.error) }
}

/** The first issue and where it is. */
export function issueText({ issues }: z.ZodError): string {
  const [first] = issues
  return first ? `${first.path.join('.') || 'the whole'}: ${first.message}` : 'not of its schema'
}

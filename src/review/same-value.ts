import type { ValueField } from '../model/recorded.js'

/** What a person sees of a value of each field (codebook section 2): two values with the same of it are one. */
const seen: Readonly<Record<ValueField, readonly string[] | null>> = {
  kind: null,
  status: null,
  when: ['edtf'],
  where: ['name', 'country', 'level', 'relation'],
  initiators: ['name', 'type', 'certainty'],
  targets: ['name', 'type', 'certainty'],
  means: null,
  harm: ['what', 'low', 'high', 'vague', 'of', 'cumulative'],
  said: ['holder', 'stance', 'about', 'via', 'cue'],
}

/** What a value says, as a text that is equal for equal values. */
export function valueKey(field: ValueField, value: unknown): string {
  const parts = seen[field]
  const object = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
  return JSON.stringify(parts === null ? value : parts.map(part => object.get(part) ?? null))
}

/**
 * Whether a value as read is one as seen. What a registry or gazetteer knows more of it by now makes it no other value; that it is
 * taken for another place or actor does.
 */
export function isSameValue(field: ValueField, read: unknown, seenValue: unknown): boolean {
  if (valueKey(field, read) !== valueKey(field, seenValue)) return false
  const known = knownAs(seenValue)
  return known === null || known === knownAs(read)
}

function knownAs(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null
  const { registry = null, known = null } = value as {
    registry?: string | null
    known?: { id: string } | null
  }
  return registry ?? known?.id ?? null
}

/** A value in a few words, for messages. */
export function valueText(field: ValueField, value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return 'none'
  const parts = (seen[field] ?? []).flatMap(part => {
    const said: unknown = new Map(Object.entries(value)).get(part)
    return said === null || said === undefined || said === false ? [] : [`${part} ${said}`]
  })
  return parts.join(', ') || 'unknown'
}

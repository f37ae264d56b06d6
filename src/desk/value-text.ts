import type { RecordedEvent, ValueField } from '../model/recorded.js'
import type { Evidence } from '../model/span.js'
import type { HarmValue } from '../model/values.js'

type Told = {
  readonly [F in ValueField]: RecordedEvent[F] extends readonly (infer V)[]
    ? { readonly field: F; readonly told: V }
    : { readonly field: F; readonly told: RecordedEvent[F] }
}[ValueField]

/**
 * A value in short, for people. What is told in a report's own words stays as it was said.
 * @param told holds a value of the field
 */
export function valueText(
  field: ValueField,
  told: { readonly value: unknown; readonly evidence: Evidence | null },
): string {
  const value = { field, told } as Told
  switch (value.field) {
    case 'kind':
    case 'status':
    case 'means':
      return value.told.value
    case 'when':
      return value.told.value.edtf ?? value.told.evidence?.[0].exact ?? ''
    case 'where': {
      const { name, country, relation } = value.told.value
      const place = country ? `${name} (${country})` : name
      return relation ? `${relation} ${place}` : place
    }
    case 'initiators':
    case 'targets': {
      const { name, certainty } = value.told.value
      return certainty === 'stated' ? name : `${name} (${certainty})`
    }
    case 'harm':
      return harmText(value.told.value)
    case 'said': {
      const { holder, stance, about, via } = value.told.value
      return `${holder ?? '?'} ${stance}: ${about}${via ? ` (${via})` : ''}`
    }
  }
}

/** A count of people: one number, from to, at least, at most, or the words where there is no number. */
function harmText({ what, low, high, vague, of, cumulative }: HarmValue): string {
  const number = countText(low, high) ?? vague ?? '?'
  const whom = of ? ` ${of}` : ''
  return `${number}${whom} ${what}${cumulative ? ' (in all)' : ''}`
}

export function countText(low: number | null, high: number | null): string | null {
  if (low === null && high === null) return null
  if (low === high) return `${low}`
  if (high === null) return `≥ ${low}`
  if (low === null) return `≤ ${high}`
  return `${low}–${high}`
}

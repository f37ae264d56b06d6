import { isAnybody } from '../../export/accounts.js'
import type { ValueField } from '../../model/recorded.js'
import type { Evidence } from '../../model/span.js'
import type { EventActor, HarmValue, PlaceValue, TimeValue } from '../../model/values.js'
import { nameKey } from '../../text/name-key.js'

/** What makes an account: accounts with equal keys say the same, in whatever words. */
export function accountKey(
  field: Exclude<ValueField, 'said'>,
  value: unknown,
  evidence: Evidence | null,
): string {
  return JSON.stringify(partsOf(field, value, evidence))
}

function partsOf(field: Exclude<ValueField, 'said'>, value: unknown, evidence: Evidence | null): unknown {
  switch (field) {
    case 'kind':
    case 'status':
      return value
    case 'means':
      return nameKey(String(value))
    case 'when':
      return (value as TimeValue).edtf ?? [evidence?.[0].exact ?? null]
    case 'where': {
      const { name, country, known, relation = null } = value as PlaceValue
      return [known?.id ?? [nameKey(name), country], relation]
    }
    case 'initiators':
    case 'targets': {
      const { name, registry, certainty } = value as EventActor
      return [registry ?? nameKey(name), certainty === 'denied']
    }
    case 'harm': {
      const { low, high, vague, of, cumulative, partOf } = value as HarmValue
      return [low, high, vague, countedOf(of), cumulative, partOf !== null]
    }
  }
}

/** Whom a count counts, as far as that tells counts apart: "12 people" and "12 others" count alike. */
export const countedOf = (of: string | null): string => (of === null || isAnybody(of) ? '' : nameKey(of))

/** Whether a value is compared with those of others: parts of a count are not, nor a time that no day is known of. */
export function isOfAWhole(field: ValueField, value: unknown): boolean {
  if (field === 'harm') return (value as HarmValue).partOf === null
  if (field === 'when') return (value as TimeValue).edtf !== null
  return true
}

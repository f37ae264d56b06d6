import type { PlaceValue } from '../../../model/values.js'
import type { PlaceLevel } from '../../../model/vocabulary.js'
import type { Gazetteer } from '../../../ports.js'
import type { Context } from './context.js'
import type { PlaceName } from './name.js'

/** A place that the report has named, and where. */
export interface Told {
  readonly value: PlaceValue
  readonly at: number
}

const nouns: Readonly<Record<string, readonly PlaceLevel[]>> = {
  city: ['town'],
  town: ['town'],
  village: ['town'],
  capital: ['town'],
  province: ['province'],
  governorate: ['province'],
  republic: ['province', 'country'],
  state: ['province', 'country'],
  region: ['region', 'province', 'district'],
  area: ['region', 'district', 'town', 'province'],
  district: ['district'],
  enclave: ['region', 'district', 'town'],
  country: ['country'],
  nation: ['country'],
  kingdom: ['country'],
}
const back = new RegExp(
  `^(?:the|this|that|its?|the same|much of the|parts of the|the entire|the whole) (?:\\p{Ll}+ )?(${Object.keys(nouns).join('|')})$`,
  'iu',
)

/** Whether a mention names no place but points back at one: "the city", "the same province". */
export function pointsBack(mention: string): boolean {
  return back.test(mention.replace(/\\s+/g, ' '))
}

/** The place of the right level named last; for "the country", the one that the report is about. Null if none. */
export function antecedentPlace(
  { whole }: PlaceName,
  told: readonly Told[],
  context: Context,
  gazetteer: Gazetteer,
): PlaceValue | null {
  const levels = nouns[whole.split(' ').at(-1)?.toLowerCase() ?? ''] ?? []
  const last = told.findLast(({ value }) => levels.includes(value.level))
  if (last) return last.value
  const country =
    levels.includes('country') && context.main ? gazetteer.lookup(`iso:${context.main}`)[0] : undefined
  return country ? { name: country.name, country: country.country, level: 'country', known: country } : null
}

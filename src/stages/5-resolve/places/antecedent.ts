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

/** How many places back one is pointed at: a bound on the work, whatever the text. */
const memory = 200

/** Whether a mention names no place but points back at one: "the city", "the same province". */
export function pointsBack(mention: string): boolean {
  return back.test(mention.replace(/\\s+/g, ' '))
}

/** The town of a province's name within it: "Raqqa … the city". */
function townOf({ name, level, known }: PlaceValue, gazetteer: Gazetteer): PlaceValue | null {
  if (level !== 'province' || !known) return null
  const town = gazetteer
    .lookup(name, 'written')
    .find(one => one.level === 'town' && one.country === known.country && one.admin1 === known.admin1)
  return town ? { name, country: town.country, level: 'town', known: town } : null
}

/** The place of the right level named last; for "the country", the one that the report is about. Null if none. */
export function antecedentPlace(
  { whole }: PlaceName,
  told: readonly Told[],
  context: Context,
  gazetteer: Gazetteer,
): PlaceValue | null {
  const levels = nouns[whole.split(' ').at(-1)?.toLowerCase() ?? ''] ?? []
  for (let i = told.length - 1; i >= Math.max(0, told.length - memory); i--) {
    const value = told[i]?.value
    if (!value) continue
    if (levels.includes(value.level)) return value
    const town = levels.includes('town') ? townOf(value, gazetteer) : null
    if (town) return town
  }
  const country =
    levels.includes('country') && context.main ? gazetteer.lookup(`iso:${context.main}`)[0] : undefined
  return country ? { name: country.name, country: country.country, level: 'country', known: country } : null
}

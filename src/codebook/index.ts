/** The codebook as data: its kinds (`kinds.tsv`, and the table made from it), and what its types are to ACLED. */

export {
  acledRegions,
  type ConflictCountry,
  conflictCountry,
  conflictCountryNamed,
  stateNumberOf,
} from './conflict-countries.js'
export type { HolderNounRow } from './holder-noun-row.js'
export { holderNouns } from './holder-nouns.js'
export { type InterCode, interCodes, interOf } from './inter.js'
export { type CountryCodes, countryCodes, countryNumbered } from './iso-3166.js'
export type { KindRow } from './kind-row.js'
export { kinds } from './kinds.generated.js'
export { isDoneInFighting } from './parts.js'
export { acledGeoPrecision, type ToldPlace, ucdpWherePrecision } from './place-precision.js'

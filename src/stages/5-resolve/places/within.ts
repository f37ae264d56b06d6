import type { GazetteerPlace } from '../../../model/values.js'
import type { Gazetteer } from '../../../ports.js'
import { isArea } from './context.js'
import { readPlaceName } from './name.js'

const properName = "(?:\\p{Lu}[\\p{L}\\p{M}.’'-]*(?: (?:and |of |al-|ez-)?\\p{Lu}[\\p{L}\\p{M}.’'-]*){0,3})"
const compass = '(?:(?:north|south|east|west|central)[\\p{Ll}-]* )?'
const kinds = '(?:town|city|village|district|province|area|region|state|capital|suburb)'
// After a comma only a whole name counts: "Baghuz, Syria, on", never "Baghuz, Syrian officials said".
const apposed = new RegExp(
  `^, (?:\\p{Ll}+ )?(${properName})(?=[,.;:)\\]—–-]|$| on| in| where| when| and| after)`,
  'u',
)
const inside = new RegExp(
  `^,? (?:an? )?(?:\\p{Ll}+ )?(?:${kinds} )?(?:in|of) (?:the )?${compass}(?:\\p{Ll}+ )?(${properName})`,
  'u',
)
const before = new RegExp(
  `(${properName}) (?:border |port |capital |coastal |mountain |northern |southern |eastern |western |central |north-eastern |north-western )?(?:town|city|village|capital|province|district|region|governorate|suburb|enclave) of (?:the )?$`,
  'u',
)

/** The country or province that the words after a place say holds it: "Baghuz, Syria", "Baghuz in eastern Syria". */
export function holderAfter(body: string, end: number, gazetteer: Gazetteer): GazetteerPlace | null {
  const text = body.slice(end, end + 90).replace(/\s+/g, ' ')
  const name = apposed.exec(text)?.[1]
  if (name) return gazetteer.lookup(readPlaceName(name).core).find(isArea) ?? null
  const holder = inside.exec(text)?.[1]
  return holder ? area(holder, gazetteer) : null
}

/** The country that the words before a place say holds it: "the Syrian town of …". */
export function holderBefore(body: string, start: number, gazetteer: Gazetteer): GazetteerPlace | null {
  const match = before.exec(body.slice(Math.max(0, start - 70), start).replace(/\s+/g, ' '))
  return match?.[1] ? area(match[1], gazetteer) : null
}

/** The longest beginning of some words that names a country, a people or a province. */
function area(words: string, gazetteer: Gazetteer): GazetteerPlace | null {
  const all = words.replace(/[’']s$/, '').split(' ')
  for (let length = all.length; length > 0; length--) {
    const name = all
      .slice(0, length)
      .join(' ')
      .replace(/[’']s$/, '')
    const people = gazetteer.demonym(name)
    const place = gazetteer.lookup(people ? `iso:${people}` : readPlaceName(name).core).find(isArea)
    if (place) return place
  }
  return null
}

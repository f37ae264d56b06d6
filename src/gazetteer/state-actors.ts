import type { RegisteredActor } from '../ports.js'
import { nameKey } from '../text/name-key.js'
import type { Countries, CountryRow } from './countries.js'

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

const forcesNouns =
  set(`forces force army armies military troops troop soldiers soldier police policemen policeman officers airforce navy marines commandos
  servicemen warplanes jets aircraft fighter-jets personnel gendarmes gendarmerie paratroopers airmen intelligence artillery coastguard
  guard guards peacekeepers contingent battalion brigade units advisers advisors airpower airstrikes fleet`)
const governmentNouns =
  set(`government regime authorities authority administration officials official state leadership leaders parliament
  ministry cabinet presidency judiciary court courts embassy consulate diplomats diplomat prosecutors prosecutor junta`)
/** What may stand between a country and such a noun. */
const between =
  set(`armed security military air special ground government regime national federal army police border naval land defence
  defense elite riot interim transitional central foreign interior of s ’s supreme criminal state the and intelligence coast service
  services paramilitary auxiliary counter counterterrorism terrorism`)

/**
 * Finds a state by its name, and its government and forces by their words ("Turkish troops", "government of Iraq",
 * "US special forces"), given a name key.
 */
export function stateActors(countries: Countries): (key: string) => RegisteredActor | null {
  const byCode = new Map(countries.all.map(row => [row.code, row]))
  const states = new Map<string, RegisteredActor>()
  for (const row of countries.all) {
    const state = actor('state', row, row.name, row.aliases)
    for (const name of [row.name, ...row.aliases]) states.set(nameKey(name), state)
  }
  const countryOf = (key: string): CountryRow | undefined =>
    byCode.get(countries.byPeople.get(key) ?? countries.byName.get(key)?.country ?? '')

  return key => {
    const state = states.get(key)
    if (state) return state
    const words = key.split(' ')
    for (let length = Math.min(3, words.length - 1); length > 0; length--) {
      const first =
        countryOf(words.slice(0, length).join(' ')) ?? countryOf(possessor(words.slice(0, length)))
      if (first) return partOf(first, words.slice(length))
      const last = words.at(-length - 1) === 'of' ? countryOf(words.slice(-length).join(' ')) : undefined
      if (last) return partOf(last, words.slice(0, -length - 1))
    }
    return null
  }
}

/** "syrias" is "Syria's" in a name key. */
const possessor = (words: readonly string[]): string => words.join(' ').replace(/s$/, '')

function partOf(country: CountryRow, words: readonly string[]): RegisteredActor | null {
  const head = words.at(-1) ?? ''
  if (!words.slice(0, -1).every(word => between.has(word))) return null
  const people = country.people[0] ?? country.name
  if (forcesNouns.has(head)) return actor('forces', country, `${people} forces`, [])
  return governmentNouns.has(head) ? actor('government', country, `${people} government`, []) : null
}

function actor(
  part: 'state' | 'government' | 'forces',
  { code }: CountryRow,
  name: string,
  aliases: readonly string[],
): RegisteredActor {
  return {
    id: `${part}:${code}`,
    name,
    aliases,
    type: part === 'forces' ? 'state-forces' : 'state',
    country: code,
    side: part === 'state' ? null : 'government',
    wikidata: null,
    from: null,
    to: null,
  }
}

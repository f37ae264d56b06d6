import { ActorType } from '../model/vocabulary.js'
import type { ActorRegistry, RegisteredActor } from '../ports.js'
import { nameKey, soundKey } from '../text/name-key.js'
import type { Countries } from './countries.js'
import { stateActors } from './state-actors.js'
import { parts, readTable } from './table.js'

/** Short names that are also common words: they name an actor only where they stand in its own capitals. */
const alsoWords = new Set(
  'is who care ice site model mend raw jam sams ana mit pa aa ai rt sac nas ti jim up mi air pop sad unit petra sana mena ap era amal rif la fis gas fact far tass amnesty commonwealth congress brotherhood observatory scorpions contra contras colectivo serval coalition'.split(
    ' ',
  ),
)
/** A sounding key of fewer letters than this is too common to tell who is meant. */
const shortestSound = 6

/**
 * Reads `actors.tsv` and `leaders.tsv`, and derives each country's state, government and forces. Names match whatever their case, accents,
 * "the", "group" and plural; an alias that two actors claim names neither.
 */
export function actorRegistry(countries: Countries): ActorRegistry {
  const { rows, digest } = readTable(new URL('./actors.tsv', import.meta.url))
  const states = stateActors(countries)
  const written = new Map<string, Claimed>()
  const sounding = new Map<string, Claimed>()
  const leaders = readTable(new URL('./leaders.tsv', import.meta.url))
  const listed = [
    ...rows.map(row => ({ row, kind: 'actor' })),
    ...leaders.rows.map(row => ({ row, kind: 'person' })),
  ]
  for (const { row, kind } of listed) {
    const actor: RegisteredActor = Object.freeze({
      id: `${kind}:${row('id')}`,
      name: row('name'),
      aliases: parts(row('aliases')),
      type: ActorType.parse(row('type')),
      country: row('country') || null,
    })
    for (const name of [actor.name, ...actor.aliases]) {
      claim(written, nameKey(name), actor, name)
      if (soundKey(name).length >= shortestSound) claim(sounding, soundKey(name), actor, name)
    }
  }
  const find = (name: string): RegisteredActor | null => {
    const key = nameKey(name)
    const found = written.get(key) ?? written.get(key.replace(/ group$/, '')) ?? written.get(singular(key))
    if (found) return alsoWords.has(key) && found.as !== name.trim() ? null : found.actor
    // "us" is a pronoun, "US" a state.
    if (key === 'us' && name === name.toLowerCase()) return null
    return states(key) ?? sounding.get(soundKey(name.replace(/ group$/i, '')))?.actor ?? null
  }
  return { version: `${digest}-${leaders.digest}+${countries.digest}`, lookup: find }
}

/** Who goes by a key, as which name; no actor where two claim it. */
interface Claimed {
  readonly actor: RegisteredActor | null
  readonly as: string
}

function claim(index: Map<string, Claimed>, key: string, actor: RegisteredActor, as: string): void {
  const before = index.get(key)
  const contested = before !== undefined && before.actor?.id !== actor.id
  index.set(key, contested ? { actor: null, as } : (before ?? { actor, as }))
}

const singular = (key: string): string => (/[^s]s$/.test(key) ? key.slice(0, -1) : key)

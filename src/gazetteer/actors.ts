import type { ActorRegistry, ActorRow, RegisteredActor } from '../ports.js'
import { nameKey, soundKey } from '../text/name-key.js'
import { actorOf, meet } from './actor-table.js'
import { builtInTables, rowsDigest } from './built-in-actors.js'
import type { Countries } from './countries.js'
import { stateActors } from './state-actors.js'

/** Short names that are also common words: they name an actor only where they stand in its own capitals. */
const alsoWords = new Set(
  'is who care ice site model mend raw jam sams ana mit pa aa ai rt sac nas ti jim up mi air pop sad unit petra sana mena ap era amal rif la fis gas fact far tass amnesty commonwealth congress brotherhood observatory scorpions contra contras colectivo serval coalition'.split(
    ' ',
  ),
)
/** A sounding key of fewer letters than this is too common to tell who is meant. */
const shortestSound = 6

/** Who goes by a key, and as which name. */
interface Claim {
  readonly actor: RegisteredActor
  readonly as: string
}

/**
 * The actors of `actors.tsv` and `leaders.tsv`, the user's own (a row with a built-in id takes its place), and each country's
 * state, government and forces. Names match whatever their case, accents, "the", "group" and plural.
 */
export function actorRegistry(countries: Countries, own: readonly ActorRow[]): ActorRegistry {
  const tables = builtInTables()
  const states = stateActors(countries)
  const written = new Map<string, Claim[]>()
  const sounding = new Map<string, Claim[]>()
  const ownIds = new Set(own.map(({ id }) => id))
  const listed = [
    ...tables.flatMap(({ lines, kind }) =>
      lines.filter(({ row }) => !ownIds.has(row.id)).map(({ row }) => actorOf(row, kind)),
    ),
    ...own.map(row => actorOf(row, 'actor')),
  ]
  for (const actor of listed) {
    for (const as of [actor.name, ...actor.aliases]) {
      claim(written, nameKey(as), { actor, as })
      if (soundKey(as).length >= shortestSound) claim(sounding, soundKey(as), { actor, as })
    }
  }
  const find = (name: string): readonly RegisteredActor[] => {
    const key = nameKey(name)
    const [as = key] = [key, key.replace(/ group$/, ''), singular(key)].filter(form => written.has(form))
    const found = written.get(as)
    if (found) {
      const fits = alsoWords.has(as) ? found.filter(({ as }) => as === name.trim()) : found
      return fits.map(({ actor }) => actor)
    }
    // "us" is a pronoun, "US" a state.
    if (key === 'us' && name === name.toLowerCase()) return []
    const state = states(key)
    if (state) return [state]
    const alike = sounding.get(soundKey(name.replace(/ group$/i, ''))) ?? []
    return alike.length === 1 ? alike.map(({ actor }) => actor) : []
  }
  const claimants = (name: string, at: string | null = null): readonly RegisteredActor[] => {
    const all = find(name)
    if (all.length < 2 || at === null) return all
    const then = all.filter(actor => meet(actor, { from: at, to: at }))
    return then.length > 0 ? then : all
  }
  const digests = tables.map(({ digest }) => digest).join('-')
  return {
    version: `${digests}+${countries.digest}${own.length > 0 ? `+own-${rowsDigest(own)}` : ''}`,
    claimants,
    lookup(name, at = null) {
      const [only, ...others] = claimants(name, at)
      return only && others.length === 0 ? only : null
    },
  }
}

/** An actor claims a key once, by the first name that gives it. */
function claim(index: Map<string, Claim[]>, key: string, one: Claim): void {
  const before = index.get(key)
  if (!before) index.set(key, [one])
  else if (!before.some(({ actor }) => actor.id === one.actor.id)) before.push(one)
}

const singular = (key: string): string => (/[^s]s$/.test(key) ? key.slice(0, -1) : key)

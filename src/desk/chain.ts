import type { RecordedEvent } from '../model/recorded.js'

type Said = RecordedEvent['said'][number]['value']

/** What a voice says of one thing, and where that stands. */
export interface Line {
  readonly path: string
  readonly stance: Said['stance']
  readonly about: Said['about']
  readonly cue: string | null
}

/** A voice with all that it says; null is one that the report does not name. */
export interface Voice {
  readonly name: string | null
  readonly type: string | null
  readonly lines: readonly Line[]
}

/** Voices that reach the report in one way; `via` null: it cites them itself. */
export interface Way {
  readonly via: string | null
  readonly voices: readonly Voice[]
}

/** Who says what in a telling, and through whom, in the order in which they are told; what it cites itself comes first. */
export function chainOf(said: RecordedEvent['said']): Way[] {
  const lines = said.map(({ value }, i) => ({ value, path: `said.${i}` }))
  const ways = group(lines, ({ value }) => value.via)
  return [...ways]
    .toSorted(([a], [b]) => Number(a !== null) - Number(b !== null))
    .map(([via, some]) => ({
      via,
      voices: [...group(some, ({ value }) => value.holder)].map(([name, own]) => ({
        name,
        type: own.find(({ value }) => value.holderType)?.value.holderType?.type ?? null,
        lines: own.map(({ path, value: { stance, about, cue } }) => ({ path, stance, about, cue })),
      })),
    }))
}

function group<T, K>(all: readonly T[], key: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one])
  return groups
}

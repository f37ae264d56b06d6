import type { RecordedEvent, ValueField } from '../model/recorded.js'
import { valueFields } from '../model/recorded.js'
import type { Status } from '../model/vocabulary.js'
import { countsClash } from '../text/counts-clash.js'
import { nameKey } from '../text/name-key.js'

type Tellings = readonly RecordedEvent[]

/** The fields of an occurrence that have values of which not all can be true, in their order. */
export function clashingFields(tellings: Tellings): ValueField[] {
  return valueFields.filter(field => clashes[field](tellings))
}

/** What makes the values of a field clash; what may be true together never does. */
const clashes: Readonly<Record<ValueField, (tellings: Tellings) => boolean>> = {
  kind: tellings => new Set(tellings.map(({ kind }) => kind.value)).size > 1,
  // A plan and its doing are no contradiction.
  status: tellings => {
    const told = tellings.map(({ status }) => status.value)
    const has = (...some: Status[]): boolean => told.some(status => some.includes(status))
    return has('disputed') || (has('negated') && has('asserted', 'attributed'))
  },
  when: tellings =>
    somePair(tellings, (a, b) => {
      const [x, y] = [a.when[0]?.value, b.when[0]?.value]
      return x && y ? isBefore(x.latest, y.earliest) || isBefore(y.latest, x.earliest) : false
    }),
  where: tellings => somePair(tellings, areElsewhere),
  initiators: tellings =>
    somePair(tellings, (a, b) => areOthers(a.initiators, b.initiators)) || isDenied(tellings, 'initiators'),
  targets: tellings =>
    somePair(tellings, (a, b) => areOthers(a.targets, b.targets)) || isDenied(tellings, 'targets'),
  means: () => false,
  harm: tellings => {
    const counts = tellings.flatMap(({ harm }) => harm.map(({ value }) => value))
    return somePair(counts, countsClash)
  },
  said: tellings =>
    tellings.some(({ said }) =>
      said.some(({ value: { stance } }) => stance === 'denies' || stance === 'doubts'),
    ),
}

function somePair<T>(all: readonly T[], clash: (a: T, b: T) => boolean): boolean {
  return all.some((a, i) => all.slice(i + 1).some(b => clash(a, b)))
}

const isBefore = (a: string | null, b: string | null): boolean => a !== null && b !== null && a < b

/** Each has places, and no place of one can be or hold one of the other: other countries, or other places of one level. */
function areElsewhere({ where: a }: RecordedEvent, { where: b }: RecordedEvent): boolean {
  if (a.length === 0 || b.length === 0) return false
  return a.every(({ value: x }) =>
    b.every(({ value: y }) => {
      if (x.country !== null && y.country !== null && x.country !== y.country) return true
      return x.level === y.level && nameKey(x.name) !== nameKey(y.name)
    }),
  )
}

/** Each names actors of the registry, and none of them is the same. */
function areOthers(a: RecordedEvent['initiators'], b: RecordedEvent['initiators']): boolean {
  const known = (actors: RecordedEvent['initiators']) =>
    new Set(actors.flatMap(({ value: { registry } }) => registry ?? []))
  const [x, y] = [known(a), known(b)]
  return x.size > 0 && y.size > 0 && ![...x].some(id => y.has(id))
}

const isDenied = (tellings: Tellings, field: 'initiators' | 'targets'): boolean =>
  tellings.some(event => event[field].some(({ value }) => value.certainty === 'denied'))

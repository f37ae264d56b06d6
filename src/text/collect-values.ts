import type { Claim } from '../model/claim.js'
import type { Sourced } from '../model/sourced.js'
import type { Quote } from '../model/span.js'
import type { HarmValue, TimeValue } from '../model/values.js'
import type { EventKind } from '../model/vocabulary.js'
import { compareBreadth } from './edtf.js'
import { evidence, inTextOrder } from './quote.js'

/** Claims about one occurrence. */
export type Group = readonly [Claim, ...Claim[]]

/** The kind told most often; of equals the first told. */
export function kindOf(group: Group): Sourced<EventKind> {
  const told = new Map<EventKind, number>()
  for (const { kind } of group) told.set(kind.value, (told.get(kind.value) ?? 0) + 1)
  const most = Math.max(...told.values())
  return group.find(({ kind }) => told.get(kind.value) === most)?.kind ?? group[0].kind
}

/** Every value told of the event, each once, with all the words that carry it. */
export function collectValues(
  group: Group,
): Pick<Claim, 'when' | 'where' | 'initiators' | 'targets' | 'means' | 'harm' | 'said'> {
  return {
    when: withoutEdges(
      collect(
        group,
        ({ when }) => when,
        value => value.edtf,
      ),
    ).sort((a, b) => compareBreadth(a.value, b.value)),
    where: collect(
      group,
      ({ where }) => where,
      ({ name, country }) => [name, country],
    ),
    initiators: collect(
      group,
      ({ initiators }) => initiators,
      ({ name }) => name,
    ),
    targets: collect(
      group,
      ({ targets }) => targets,
      ({ name }) => name,
    ),
    means: collect(
      group,
      ({ means }) => means,
      words => words.toLowerCase(),
    ),
    harm: collectHarm(group),
    said: collect(
      group,
      ({ said }) => said,
      ({ holder, stance, about }) => [holder, stance, about],
    ),
  }
}

/** A time that elsewhere is told as the start or the end of what happened is not the whole of it: the bound stands alone. */
function withoutEdges(times: readonly Sourced<TimeValue>[]): Sourced<TimeValue>[] {
  const spans = new Set(times.map(({ value }) => value.edtf))
  return times.filter(({ value: { edtf } }) => !spans.has(`${edtf}/..`) && !spans.has(`../${edtf}`))
}

function collect<T>(
  group: Group,
  field: (claim: Claim) => readonly Sourced<T>[],
  identity: (value: T) => unknown,
): Sourced<T>[] {
  return gathered(group.flatMap(field).map(one => ({ one, key: JSON.stringify(identity(one.value)) })))
}

/**
 * Harm told again is the same harm, whatever its victims are called then: "killed 5" in the headline, "five people" below.
 * Within one telling, equal numbers are different victims ("two soldiers and two children").
 */
function collectHarm(group: Group): Sourced<HarmValue>[] {
  return gathered(
    group.flatMap(({ harm }) => {
      const told = new Map<string, number>()
      return harm.map(one => {
        const { what, low, high, vague, of } = one.value
        const number = JSON.stringify([what, low, high, vague, low === null && high === null ? of : null])
        const nth = (told.get(number) ?? 0) + 1
        told.set(number, nth)
        return { one, key: `${number} ${nth}` }
      })
    }),
  )
}

/** The first value of each key, with the words of all. */
function gathered<T>(values: readonly { readonly one: Sourced<T>; readonly key: string }[]): Sourced<T>[] {
  const found = new Map<string, { readonly one: Sourced<T>; readonly quotes: Quote[] }>()
  for (const { one, key } of values) {
    const same = found.get(key)
    if (same) same.quotes.push(...one.evidence)
    else found.set(key, { one, quotes: [...one.evidence] })
  }
  return [...found.values()].map(({ one, quotes }) => {
    const [first = one.evidence[0], ...rest] = inTextOrder(quotes)
    return { ...one, evidence: evidence(first, ...rest) }
  })
}

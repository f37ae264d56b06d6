import type { Telling } from './telling.js'

/** Which tellings tell of one occurrence, while decisions join and part them. Each is in exactly one group. */
export class Occurrences {
  readonly #groups = new Map<Telling, readonly Telling[]>()

  /** The tellings of the occurrence that one tells of; the first gives it its id. */
  of(telling: Telling): readonly Telling[] {
    return this.#groups.get(telling) ?? [telling]
  }

  /** Joins what others tell of to what one tells of, whose first stays the first. */
  merge(into: Telling, others: readonly Telling[]): void {
    this.#set([...new Set([into, ...others].flatMap(one => this.of(one)))])
  }

  /** Takes some tellings off their occurrence: together they tell of another. */
  split(off: readonly Telling[]): void {
    const away = new Set(off)
    const groups = new Set(off.map(one => this.of(one)))
    for (const group of groups) this.#set(group.filter(one => !away.has(one)))
    this.#set([...away])
  }

  /** Lets one stand in the place of another. */
  replace(old: Telling, by: Telling): void {
    const group = this.of(old).map(one => (one === old ? by : one))
    this.#groups.delete(old)
    this.#set(group)
  }

  #set(group: readonly Telling[]): void {
    for (const one of group) this.#groups.set(one, group)
  }
}

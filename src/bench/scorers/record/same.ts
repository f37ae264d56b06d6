import type { CodedEvent, QuoteEntry } from './coding.js'
import { sameName } from './names.js'
import { anyOverlap, type Locate } from './quotes.js'

type ItemOf<List extends 'where' | 'initiators' | 'harm' | 'said'> = NonNullable<CodedEvent[List]>[number]
export type CodedPlace = ItemOf<'where'>
export type CodedActor = ItemOf<'initiators'>
export type CodedHarm = ItemOf<'harm'>
export type CodedSaid = ItemOf<'said'>
interface Quoted {
  readonly quotes: readonly QuoteEntry[]
}

/** What counts as the same value in each slot of two events, in a text whose quotes can be located. */
export function samenessIn(locate: Locate) {
  const touch = (x: Quoted, y: Quoted): boolean => anyOverlap(locate(x.quotes), locate(y.quotes))
  return {
    touch,
    where: (x: CodedPlace, y: CodedPlace): boolean =>
      (sameName(x.name, y.name) || touch(x, y)) && (x.country ?? null) === (y.country ?? null),
    actor: (x: CodedActor, y: CodedActor): boolean => touch(x, y) || sameName(x.name, y.name),
    harm: (x: CodedHarm, y: CodedHarm): boolean => {
      const sameNumbers = (x.low ?? null) === (y.low ?? null) && (x.high ?? null) === (y.high ?? null)
      return x.what === y.what && sameNumbers && ((x.low ?? null) !== null || touch(x, y))
    },
  }
}

export const sameHolder = (x: CodedSaid, y: CodedSaid): boolean =>
  x.holder && y.holder ? sameName(x.holder, y.holder) : !x.holder && !y.holder

export const sameSaid = (x: CodedSaid, y: CodedSaid): boolean =>
  sameHolder(x, y) && x.stance === y.stance && x.about === y.about

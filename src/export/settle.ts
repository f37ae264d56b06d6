import type { EventActor, PlaceValue, TimeValue } from '../model/values.js'
import type { EventKind } from '../model/vocabulary.js'
import { narrowness } from '../text/drawn-place.js'
import { compareBreadth } from '../text/edtf.js'
import { nameKey } from '../text/name-key.js'
import { accountsOf } from './accounts.js'
import { type Stretch, stretchOf } from './days.js'
import type { Occurrence } from './format.js'
import type { Policy } from './policies.js'

/** Why a format has no row for an event. */
export interface LeftOut {
  readonly leftOut: string
}

export const leftOut = (because: string): LeftOut => ({ leftOut: because })
export const isLeftOut = (settled: unknown): settled is LeftOut =>
  typeof settled === 'object' && settled !== null && 'leftOut' in settled

/** The kind of an occurrence: of those told, by the policy, and else the one that the codebook ranks first (0). */
export function settleKind(
  occurrence: Occurrence,
  policy: Policy,
  rank: (kind: EventKind) => number,
): EventKind {
  const accounts = accountsOf(occurrence, 'kind', ({ event }) => [event.kind.value], String)
  const ranked = [...accounts].sort((a, b) => rank(a.value) - rank(b.value))
  return policy.choose(ranked, String)?.value ?? occurrence[0].event.kind.value
}

/** When it was: the narrowest time told that has both ends; null where none has. */
export function settleTime(
  occurrence: Occurrence,
  policy: Policy,
): (Stretch & { readonly edtf: string }) | null {
  const accounts = accountsOf(
    occurrence,
    'when',
    ({ event, report }) =>
      event.when.flatMap(({ value }) => bounded(value, publicationDay(report.published?.edtf))),
    ({ edtf }) => edtf,
  )
  const bounds = ({ first, last }: Stretch) => ({ earliest: first, latest: last })
  const narrowest = [...accounts].sort((a, b) => compareBreadth(bounds(a.value), bounds(b.value)))
  return policy.choose(narrowest, ({ edtf }) => edtf)?.value ?? null
}

const publicationDay = (edtf: string | undefined): string | null =>
  edtf !== undefined && /^\d{4}-\d\d-\d\d$/.test(edtf) ? edtf : null

function bounded(time: TimeValue, until: string | null): (Stretch & { readonly edtf: string })[] {
  const stretch = stretchOf(time, until)
  return stretch && time.edtf !== null ? [{ ...stretch, edtf: time.edtf }] : []
}

/**
 * Where it was: the places of one telling, of which the one with the narrowest stands first where the policy has no other
 * view; without those that only hold another of them. Empty where no place is told.
 */
export function settlePlaces(occurrence: Occurrence, policy: Policy): readonly PlaceValue[] {
  const accounts = accountsOf(
    occurrence,
    'where',
    ({ event }) => (event.where.length > 0 ? [narrowestOnly(event.where.map(({ value }) => value))] : []),
    places => places.map(placeKey).sort().join('|'),
  )
  const width = (places: readonly PlaceValue[]): number =>
    Math.min(...places.map(({ level }) => narrowness[level]))
  const ordered = [...accounts].sort((a, b) => width(a.value) - width(b.value))
  return policy.choose(ordered, places => places.map(placeKey).sort().join('|'))?.value ?? []
}

const placeKey = ({ name, country, known }: PlaceValue): string => known?.id ?? `${nameKey(name)}/${country}`

function narrowestOnly(places: readonly PlaceValue[]): readonly PlaceValue[] {
  const different = [...new Map(places.map(place => [placeKey(place), place])).values()]
  const holds = (outer: PlaceValue, inner: PlaceValue): boolean => {
    if (narrowness[outer.level] <= narrowness[inner.level]) return false
    // A region of several countries beside a place in one is what the place lies in, not a second place.
    if (outer.country === null)
      return outer.level === 'region' && outer.known !== null && inner.country !== null
    if (outer.country !== inner.country) return false
    return outer.level === 'country' || (outer.known?.admin1 ?? null) === (inner.known?.admin1 ?? undefined)
  }
  return different.filter(outer => !different.some(inner => holds(outer, inner)))
}

/** Who took part on one side: of one telling, by the policy; without those whose part is denied. */
export function settleActors(
  occurrence: Occurrence,
  policy: Policy,
  field: 'initiators' | 'targets',
): readonly EventActor[] {
  const key = (actors: readonly EventActor[]): string =>
    actors
      .map(({ name }) => nameKey(name))
      .sort()
      .join('|')
  const accounts = accountsOf(
    occurrence,
    field,
    ({ event }) => {
      const actors = event[field].map(({ value }) => value).filter(({ certainty }) => certainty !== 'denied')
      return actors.length > 0 ? [actors] : []
    },
    key,
  )
  // No codebook prefers one report's actors to another's; who names what they are tells more.
  const isKnown = ({ value }: (typeof accounts)[number]): boolean =>
    value.some(({ type }) => type !== 'unknown')
  const known = [...accounts].sort((a, b) => Number(isKnown(b)) - Number(isKnown(a)))
  return policy.choose(known, key)?.value ?? []
}

/**
 * The tellings that count in every codebook: those that tell it as done, or as under way. What was planned, and what one who denies
 * it tells ("nobody was hurt"), is no account of what happened.
 */
export function toldAsDone(occurrence: Occurrence): Occurrence | LeftOut {
  const [first, ...others] = occurrence.filter(
    ({ event: { status } }) => status.value !== 'prospective' && status.value !== 'negated',
  )
  if (first) return [first, ...others]
  return occurrence.every(({ event }) => event.status.value === 'negated')
    ? leftOut('told as not having happened')
    : leftOut('told as planned or feared, not as done')
}

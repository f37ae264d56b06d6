import type { Claim } from '../model/claim.js'
import type { Event } from '../model/event.js'
import type { Attribution, Mention, Role, Trigger } from '../model/labels.js'
import type { Reading } from '../model/reading.js'
import type { Sourced } from '../model/sourced.js'
import type { Quote, Span } from '../model/span.js'
import { contains, overlaps } from '../text/quote.js'
import type { Lost, Reason } from './explanation.js'

/** What a rule or model does, in words; null where nothing is known of it. */
export type MeaningOf = (by: string) => string | null

/** One telling of the event: its claim, and the reader's labels that it was made from. */
export interface Telling {
  readonly claim: Claim
  readonly trigger: Trigger | null
  readonly roles: readonly Role[]
  readonly voices: readonly Attribution[]
}

/** An event with all that its reading says of it, looked up. */
export interface Scene {
  readonly reading: Reading
  readonly event: Event
  readonly tellings: readonly Telling[]
  readonly meaningOf: MeaningOf
  claim(id: string): Claim | undefined
  mention(id: string): Mention | undefined
  trigger(id: string): Trigger | undefined
  /** The parts that a mention plays, in any event. */
  rolesOf(mention: string): readonly Role[]
}

export function sceneOf(reading: Reading, event: Event, meaningOf: MeaningOf): Scene {
  const { labels, claims } = reading
  const byId = new Map(claims.map(one => [one.id as string, one]))
  const mentions = new Map(labels.mentions.map(one => [one.id, one]))
  const triggers = new Map(labels.triggers.map(one => [one.id, one]))
  const roles = grouped(labels.roles, ({ mention }) => [mention])
  const parts = grouped(labels.roles, ({ trigger }) => [trigger])
  const voices = grouped(labels.attributions, ({ covers }) =>
    covers.flatMap(({ trigger, about }) => (about === 'event' ? [trigger] : [])),
  )
  const placed = new Map(labels.triggers.map(one => [placeOf(one.quote), one]))
  const tellings = event.claims.flatMap((id): Telling[] => {
    const claim = byId.get(id)
    if (!claim) return []
    const trigger = placed.get(placeOf(claim.trigger)) ?? null
    const of = trigger?.id ?? ''
    return [{ claim, trigger, roles: parts.get(of) ?? [], voices: voices.get(of) ?? [] }]
  })
  return {
    reading,
    event,
    tellings,
    meaningOf,
    claim: id => byId.get(id),
    mention: id => mentions.get(id),
    trigger: id => triggers.get(id),
    rolesOf: id => roles.get(id) ?? [],
  }
}

const placeOf = ({ start, end }: Span): string => `${start}:${end}`

/** Items by each of their keys, an item once under each. */
function grouped<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  }
  return groups
}

export const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end

/** Words as an explanation cites them. */
export function cited({ exact, start, end }: Quote): string {
  const shown = exact.length > longest ? `${exact.slice(0, longest).replace(/\s+\S*$/, '')} …` : exact
  return `“${shown}” ${start}–${end}`
}
/** Longer words are cut where they are cited (UTF-16 code units); the quote beside them is whole. */
const longest = 120

/** A list in words: "a, b and c". */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

interface Decided {
  readonly by: string | null
  readonly score?: number | null
  readonly words?: readonly Quote[]
}

export function reason(scene: Scene, says: string, { by, score = null, words = [] }: Decided): Reason {
  return { says, words, by, means: by && scene.meaningOf(by), score }
}

export function lost(
  scene: Scene,
  value: string,
  why: string,
  { by, score = null, words = [] }: Decided,
): Lost {
  return { value, why, words, by, means: by && scene.meaningOf(by), score }
}

/** What a value says of itself: its words, its rule with the meaning, its score. */
export function sources(scene: Scene, { evidence, basis, score }: Sourced<unknown>) {
  return { words: evidence, by: basis.by, means: scene.meaningOf(basis.by), score }
}

/** The alternatives that were kept with a value. */
export function keptAlternatives(scene: Scene, { others = [] }: Pick<Sourced<unknown>, 'others'>): Lost[] {
  return others.map(({ value, score, lost: by }) =>
    lost(scene, value, scene.meaningOf(by) ?? by, { by, score }),
  )
}

/** How the reader tied a value's words to the event's triggers. */
export function tiesOf(scene: Scene, value: Sourced<unknown>, name: Role['role']): Reason[] {
  return scene.tellings.flatMap(({ claim, roles }) =>
    roles.flatMap(({ role, mention: id, by, score }) => {
      const mention = role === name ? scene.mention(id) : undefined
      if (!mention || !value.evidence.some(quote => contains(quote, mention.quote))) return []
      const says = `${cited(mention.quote)} is the ${role} of ${cited(claim.trigger)}`
      return [reason(scene, says, { by, score, words: [mention.quote] })]
    }),
  )
}

/** How many of the mentions that competed for a slot are told. */
const most = 4
/** How many of the event's tellings they are looked for beside: a bound on the work, whatever the text. */
const mostTellings = 50

/** Mentions in the sentences of the event's triggers that could have had a part which they have not, the nearest first. */
export function competitors(
  scene: Scene,
  kind: Mention['kind'],
  part: { readonly name: Role['role'] | null; readonly values: readonly Sourced<unknown>[] },
): Lost[] {
  const { reading, tellings } = scene
  const triggers = tellings.slice(0, mostTellings).map(({ claim }) => claim.trigger)
  const sentences = triggers.map(trigger => sentenceAround(reading.report.body, trigger))
  const ours = new Set(tellings.flatMap(({ trigger }) => (trigger ? [trigger.id] : [])))
  const taken = [...part.values.flatMap(({ evidence }) => evidence)]
  const within = valuesOf(scene.event)
  const seen: Quote[] = []
  const found = reading.labels.mentions.filter(({ id, quote, kind: of }) => {
    if (of !== kind || !sentences.some(sentence => contains(sentence, quote))) return false
    if ([...taken, ...seen].some(other => contains(other, quote) || contains(quote, other))) return false
    // "Russian" of "a Russian airliner" is no rival of anything: it is a part of another value's words.
    if (within.some(other => contains(other, quote) && !isSame(other, quote))) return false
    if (scene.rolesOf(id).some(({ trigger, role }) => ours.has(trigger) && part.name === role)) return false
    seen.push(quote)
    return true
  })
  const distance = ({ quote }: Mention): number =>
    Math.min(...triggers.map(({ start, end }) => Math.max(quote.start - end, start - quote.end)))
  return found
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, most)
    .map(mention => competitor(scene, mention))
}

const valuesOf = ({ where, when, initiators, targets, means, harm }: Event): Quote[] =>
  [where, when, initiators, targets, means, harm].flatMap(values =>
    values.flatMap(({ evidence }: Sourced<unknown>) => evidence),
  )

/** A mention that is not of a slot, with what the reader made of it instead. */
function competitor(scene: Scene, { id, quote, by }: Mention): Lost {
  const [role] = scene.rolesOf(id)
  const trigger = role && scene.trigger(role.trigger)
  if (role && trigger) {
    const why = `the reader made it the ${role.role} of ${cited(trigger.quote)}`
    return lost(scene, quote.exact, why, { by: role.by, score: role.score, words: [quote] })
  }
  const voice = scene.reading.labels.attributions.find(({ holder }) => holder && overlaps(holder, quote))
  if (voice?.holder) {
    const why = `the reader made it the holder of what is said, ${cited(voice.holder)}`
    return lost(scene, quote.exact, why, { by: voice.by, score: voice.score, words: [quote] })
  }
  return lost(scene, quote.exact, 'the reader gave it no part in any event', { by, words: [quote] })
}

/** The sentence that words stand in, as far as full stops and line breaks tell. */
function sentenceAround(body: string, { start, end }: Span): Span {
  const before = /[\s\S]*(?:[.!?]["”’)]*\s|\n)/.exec(body.slice(Math.max(0, start - reach), start))
  const after = /[.!?]["”’)]*(?:\s|$)|\n/.exec(body.slice(end, end + reach))
  return {
    start: Math.max(0, start - reach) + (before?.[0].length ?? 0),
    end: end + (after?.index ?? reach),
  }
}
/** How far a sentence is looked for on either side (UTF-16 code units). */
const reach = 400

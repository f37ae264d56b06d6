import type { Event } from '../../../model/event.js'
import type { HarmValue } from '../../../model/values.js'
import type { ActorType } from '../../../model/vocabulary.js'
import { isActorNoun, isPersonNoun } from '../../../reader/lexicon/nouns.js'
import type { Fill, Response, Values } from '../../scorers/muc4/template.js'
import { sameName } from '../../scorers/record/names.js'
import { type Incident, nationOf, type Setting } from './incident.js'
import { damaged, destroyed, humanType, killing, physicalType } from './tables.js'

/** Something or somebody aimed at or harmed. */
interface Target {
  /** The name, or the words for the unnamed. */
  readonly words: string
  readonly type: ActorType | null
  readonly number: Values['number']
  readonly effects: readonly string[]
}

const lifeless: ReadonlySet<ActorType> = new Set(['place', 'thing', 'organisation', 'company', 'media'])

/** Reporters and members are people, though their type be that of a paper or a party. */
const isThing = ({ name, type }: { readonly name: string; readonly type: ActorType }): boolean =>
  lifeless.has(type) && !isPersonNoun(headOf(name))

/** The noun that words name, in its dictionary form as far as an ending tells: "members of the union" are members. */
function headOf(words: string): string {
  const [phrase = ''] = words.toLowerCase().split(/ (?:of|who|from|in|at) |,/)
  const head = phrase.split(' ').at(-1) ?? ''
  return isActorNoun(head) ? head : head.replace(/ies$/, 'y').replace(/s$/, '').replace(/men$/, 'man')
}

/** What is aimed at; where it happened is not, though the record may have a place as both. */
export function things({ type, events }: Incident): Target[] {
  const trigger = events.flatMap(({ triggers }) => triggers.map(({ exact }) => exact)).join(' ')
  const effects =
    type === 'ROBBERY'
      ? ['PROPERTY TAKEN FROM TARGET']
      : destroyed.test(trigger)
        ? ['DESTROYED']
        : type === 'ARSON' || damaged.test(trigger)
          ? ['SOME DAMAGE']
          : []
  const aimedAt = events.flatMap(event =>
    event.targets.map(({ value }) => value).filter(actor => isThing(actor) && !isWhere(actor.name, event)),
  )
  return distinct(
    aimedAt.map(({ name, type: of }) => ({ words: name, type: of, number: numberIn(name), effects })),
  )
}

const isWhere = (name: string, { where }: Event): boolean =>
  where.some(({ value }) => sameName(value.name, name))

/** Who is aimed at or harmed; whoever is both is one. */
export function humans({ type, events }: Incident, all: readonly Event[]): Target[] {
  const aimedAt = events.flatMap(event =>
    event.targets
      .map(({ value }) => value)
      .filter(actor => !isThing(actor))
      .map(value => ({ value, event })),
  )
  const harms = events
    .flatMap(({ harm }) => harm.map(({ value }) => value))
    .filter(({ what }) => effectOf[what])
  const harmed = harms.flatMap((harm): Target[] => {
    const effects = effectsOf(harm)
    return harm.of === null ? [] : [{ words: harm.of, type: null, number: numberOf(harm), effects }]
  })
  const alone = aimedAt.map(({ value: { name, type: of }, event }): Target => {
    const isKilled =
      event.status.value !== 'prospective' && event.triggers.some(({ exact }) => killing.test(exact))
    const effects = isKilled
      ? ['DEATH']
      : type === 'KIDNAPPING' && isFreed(name, all)
        ? ['REGAINED FREEDOM']
        : []
    return { words: name, type: of, number: numberIn(name), effects }
  })
  return distinct([
    ...harmed,
    ...alone.filter(one => !harmed.some(other => sameName(other.words, one.words))),
  ])
}

const effectOf: Readonly<Partial<Record<HarmValue['what'], readonly [some: string, none: string]>>> = {
  killed: ['DEATH', 'NO DEATH'],
  injured: ['INJURY', 'NO INJURY'],
  harmed: ['INJURY', 'NO INJURY OR DEATH'],
}

function effectsOf({ what, low, high }: HarmValue): string[] {
  const effect = effectOf[what]
  return effect ? [effect[low === 0 && high === 0 ? 1 : 0]] : []
}

const isFreed = (name: string, all: readonly Event[]): boolean =>
  all.some(
    ({ kind, status, targets }) =>
      kind.value === 'release' &&
      status.value !== 'prospective' &&
      targets.some(({ value }) => sameName(value.name, name)),
  )

function distinct(targets: readonly Target[]): Target[] {
  return targets.filter(({ words }, i) => targets.findIndex(other => sameName(other.words, words)) === i)
}

const numberOf = ({ low, high }: HarmValue): Values['number'] =>
  low === null && high === null ? 'plural' : { min: low, max: high }

const numerals = new Map(
  'one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, i) => [word, i + 1]),
)

/** The number that words give ("two judges"), else one or several, by their form. */
function numberIn(words: string): Values['number'] {
  const [first = ''] = words.toLowerCase().split(' ')
  const number = numerals.get(first) ?? (/^\d+$/.test(first) ? Number(first) : undefined)
  if (number !== undefined) return { min: number, max: number }
  const isSeveral = /[^s]s$|\b(people|men|women|children|police)$/i.test(words) && !/^an? /i.test(words)
  return isSeveral ? 'plural' : { min: 1, max: 1 }
}

export function physicalSlots(
  targets: readonly Target[],
  country: string | null,
  setting: Setting,
): Response {
  return {
    phys_tgt_id: targets.map(({ words }) => ({ value: words })),
    phys_tgt_type: targets.map(({ words }) => ({ value: physicalType(words), xref: words })),
    phys_tgt_number: targets.map(({ words, number }) => ({ value: number, xref: words })),
    phys_tgt_foreign_nation: targets.flatMap(target => nationsOf(target, country, setting)),
    phys_tgt_effect: effectFills(targets),
  }
}

export function humanSlots(targets: readonly Target[], country: string | null, setting: Setting): Response {
  const called = targets.map(target => ({ target, ...nameAndTitle(target) }))
  return {
    hum_tgt_name: called.flatMap(({ name }) => (name ? [{ value: name }] : [])),
    hum_tgt_description: called.flatMap(({ name, title }) =>
      title ? [{ value: title, ...(name && { xref: name }) }] : [],
    ),
    hum_tgt_type: targets.map(({ words, type }) => ({ value: humanType(words, type), xref: words })),
    hum_tgt_number: targets.map(({ words, number }) => ({ value: number, xref: words })),
    hum_tgt_foreign_nation: targets.flatMap(target => nationsOf(target, country, setting)),
    hum_tgt_effect: effectFills(targets),
  }
}

/** A person's name and what stands before it ("President Cerna"); of whoever has no name, the words are a description. */
function nameAndTitle({ words, type }: Target): { name: string | null; title: string | null } {
  const parts = words.split(' ')
  const title = parts.findLastIndex(word => isPersonNoun(word.toLowerCase()))
  if (type !== 'person' || isActorNoun(headOf(words))) return { name: null, title: words }
  return { name: parts.slice(title + 1).join(' '), title: parts.slice(0, title + 1).join(' ') || null }
}

const effectFills = (targets: readonly Target[]): Fill<'set'>[] =>
  targets.flatMap(({ words, effects }) => effects.map(value => ({ value, xref: words })))

/** The country whose adjective stands in the words, where it is another than that of the incident. */
function nationsOf({ words }: Target, country: string | null, { gazetteer }: Setting): Fill<'set'>[] {
  const nation = words
    .split(' ')
    .map(word => gazetteer.demonym(word))
    .find(code => code !== null)
  return nation && nation !== country ? [{ value: nationOf(nation, gazetteer), xref: words }] : []
}

import type { RecordedEvent } from '../../model/recorded.js'
import { tellingsOf } from '../../ports.js'
import { isFullName, isPersonName } from '../../text/person-name.js'
import type { DeskRecord } from './record.js'
import type { Sight } from './sight.js'

/** The names of people that some events hold: of those harmed, those who act and are acted on, and those who say so. */
export type PersonFinder = (events: readonly RecordedEvent[]) => string[]

type Names = Pick<DeskRecord, 'actors' | 'gazetteer'>

/**
 * Tells people's names from those of groups, states and places, for readers who want them blurred. Where it cannot be known whether a
 * name is a person's, it counts as one: rather one too many.
 */
export function personFinder(record: Names): PersonFinder {
  return events => {
    const others = new Set(events.flatMap(notPersons))
    const found = events.flatMap(event => [
      ...actorsOf(event),
      ...voicesOf(event, record),
      ...harmedOf(event, record),
    ])
    return [...new Set(found)].filter(name => !others.has(name))
  }
}

/** The names of people that the record holds of a report, as it may be seen. */
export async function personsOfReport(
  record: Names,
  sight: Pick<Sight, 'ofReport'>,
  report: string,
): Promise<string[]> {
  const told = (await sight.ofReport(report)).flatMap(tellingsOf)
  return personFinder(record)(told.map(({ event }) => event))
}

type Actor = RecordedEvent['initiators'][number]
const actorsIn = ({ initiators, targets }: RecordedEvent): readonly Actor[] => [...initiators, ...targets]

const isPerson = ({ value: { name, type, registry }, basis: { by } }: Actor): boolean => {
  if (registry !== null) return registry.startsWith('person:')
  if (!isLikeName(name)) return false
  // A calling ("Gunmen") is no name, wherever it stands in a sentence.
  const isUnknown = type === 'unknown' && !/^actor:noun\b/.test(by)
  return type === 'person' || isUnknown || /^actor:(person|ambiguous)\b/.test(by)
}

const actorsOf = (event: RecordedEvent): string[] =>
  actorsIn(event)
    .filter(isPerson)
    .map(({ value }) => value.name)

/** Places, and actors that are told to be something else. */
const notPersons = (event: RecordedEvent): string[] => [
  ...event.where.map(({ value }) => value.name),
  ...actorsIn(event)
    .filter(actor => !isPerson(actor))
    .map(({ value }) => value.name),
]

function voicesOf({ said }: RecordedEvent, record: Names): string[] {
  return said.flatMap(({ value: { holder, via, holderType } }) => [
    ...(holder !== null && mayBePerson(holder, record) && !isCalled(holder, holderType?.by) ? [holder] : []),
    ...(via !== null && isFullName(via) && mayBePerson(via, record) ? [via] : []),
  ])
}

/** Whether a voice is named by the very words that its type was told by ("Police", "Human Rights Watch"). */
function isCalled(holder: string, by = ''): boolean {
  const words = /^holder:(?:head|name|words)\/([^+]+)/.exec(by)?.[1]
  return words !== undefined && holder.toLowerCase().includes(words)
}

/** Those harmed: a name, or names among other words ("the journalist Dana Orlo"). */
function harmedOf({ harm }: RecordedEvent, record: Names): string[] {
  return harm.flatMap(({ value: { of } }) => {
    if (of === null) return []
    const names = isLikeName(of)
      ? [of]
      : [...of.matchAll(/\p{Lu}[\p{L}\p{M}’'-]+(?: \p{Lu}[\p{L}\p{M}’'-]+)+/gu)].map(([name]) => name)
    return names.filter(name => mayBePerson(name, record))
  })
}

/** Words that a sentence may begin with, and two sentences, look like a name. */
const isLikeName = (text: string): boolean =>
  isPersonName(text) &&
  !/^(?:An?|The|Its?|His|Her|Our|Their|We|They|Tens|Dozens|Scores|Hundreds|Thousands|Others|Some|Many)\b/.test(
    text,
  ) &&
  !/\p{L}{3}\. /u.test(text)

/** Whether nobody knows it as a group, a state or a people. */
function mayBePerson(name: string, { actors, gazetteer }: Names): boolean {
  if (!isLikeName(name)) return false
  const known = actors.claimants(name)
  if (known.length > 0) return known.some(({ id }) => id.startsWith('person:'))
  return gazetteer.demonym(name) === null && gazetteer.capital(name) === null
}

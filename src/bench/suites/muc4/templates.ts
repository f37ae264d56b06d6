import type { Event } from '../../../model/event.js'
import type { EventActor } from '../../../model/values.js'
import type { ActorType } from '../../../model/vocabulary.js'
import type { Gazetteer } from '../../../ports.js'
import type { Parts } from '../../read-parts.js'
import type { Fill, Response } from '../../scorers/muc4/template.js'
import { sameName } from '../../scorers/record/names.js'
import { isIndividual } from '../muc4-grit.js'
import { type Incident, nationOf, type Setting } from './incident.js'
import {
  authority,
  confidenceOf,
  type IncidentType,
  instrumentType,
  ofInterest,
  organisation,
  stageOfTry,
  typeOfDestruction,
  typeOfKind,
} from './tables.js'
import { humanSlots, humans, physicalSlots, things } from './targets.js'

export function settingOf({ referents }: Parts, published: string | null, gazetteer: Gazetteer): Setting {
  const counts = new Map<string, number>()
  for (const { value } of referents.places.values()) {
    if (value.country && ofInterest.has(value.country))
      counts.set(value.country, (counts.get(value.country) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return { published, home: most?.[0] ?? null, gazetteer }
}

/** The templates that the events of a report come to, by the task's own rules of what is an incident. */
export function templatesOf(events: readonly Event[], setting: Setting): Response[] {
  const incidents: Incident[] = []
  for (const event of events) {
    const type = incidentType(event)
    if (!type || !isOfTask(event, setting)) continue
    const at = incidents.findIndex(
      incident => incident.type === type && incident.events.every(one => isOne(one, event)),
    )
    const events = [...(incidents[at]?.events ?? []), event]
    incidents.splice(at < 0 ? incidents.length : at, 1, { type, events })
  }
  return incidents.filter(isSpecific).map(incident => templateOf(incident, events, setting))
}

const wordsOf = ({ triggers }: Event): string => triggers.map(({ exact }) => exact).join(' ')

function incidentType(event: Event): IncidentType | undefined {
  const kind = event.kind.value
  if (kind === 'property-destruction') return typeOfDestruction(wordsOf(event))
  // A strike is none of the task's, unless it is forced.
  if (kind === 'strike')
    return event.initiators.some(({ value }) => isArmed(value)) ? 'FORCED WORK STOPPAGE' : undefined
  const isExplosion = event.means.some(({ value }) => explosives.has(instrumentType(value) ?? ''))
  return typeOfKind[kind] === 'ATTACK' && isExplosion ? 'BOMBING' : typeOfKind[kind]
}

const explosives: ReadonlySet<string> = new Set(['VEHICLE BOMB', 'DYNAMITE', 'BOMB', 'EXPLOSIVE'])
const armed: ReadonlySet<ActorType> = new Set(['rebel', 'militia', 'terror-group'])
const military: ReadonlySet<ActorType> = new Set(['state-forces', 'external-forces', ...armed])
const isArmed = ({ type }: EventActor): boolean => armed.has(type)

/** Recent, not denied, in a country that the task asks for, and not aimed at fighters alone. */
function isOfTask(event: Event, { published, home }: Setting): boolean {
  if (event.status.value === 'negated') return false
  const country = event.where[0]?.value.country ?? home
  if (country !== null && !ofInterest.has(country)) return false
  const latest = event.when[0]?.value.latest
  if (published && latest && days(latest) < days(published) - 61) return false
  const aimedAt = event.targets.map(({ value }) => value)
  return aimedAt.length === 0 || event.harm.length > 0 || !aimedAt.every(({ type }) => military.has(type))
}

const days = (day: string): number => Date.parse(day) / 86_400_000

/** An incident of which nobody and nothing is told is none ("there were attacks"). */
const isSpecific = ({ events }: Incident): boolean =>
  events.some(({ initiators, targets, harm }) => initiators.length + targets.length + harm.length > 0)

/** Whether nothing in the slots of date, place and perpetrator tells two events apart. */
function isOne(a: Event, b: Event): boolean {
  const fits = <T>(x: readonly T[], y: readonly T[], same: (x: T, y: T) => boolean): boolean =>
    x.length === 0 || y.length === 0 || x.some(one => y.some(other => same(one, other)))
  return (
    fits(a.where, b.where, (x, y) => sameName(x.value.name, y.value.name)) &&
    fits(
      a.when,
      b.when,
      (x, y) => x.value.edtf === null || y.value.edtf === null || x.value.edtf === y.value.edtf,
    ) &&
    fits(a.initiators, b.initiators, (x, y) => sameName(x.value.name, y.value.name)) &&
    (a.status.value === 'prospective') === (b.status.value === 'prospective')
  )
}

function templateOf(incident: Incident, all: readonly Event[], setting: Setting): Response {
  const { type, events } = incident
  const means = once(events.flatMap(event => event.means.map(({ value }) => value)))
  const place = events.flatMap(({ where }) => where)[0]?.value
  const country = place?.country ?? setting.home
  const [physical, human] = [things(incident), humans(incident, all)]
  return {
    incident_date: dateOf(events, setting),
    incident_location: country
      ? [
          {
            value: [
              nationOf(country, setting.gazetteer),
              ...(place && place.level !== 'country' ? [place.name] : []),
            ],
          },
        ]
      : [],
    incident_type: [{ value: type }],
    incident_stage: [{ value: stageOf(events) }],
    ...(type === 'KIDNAPPING' || type === 'ARSON'
      ? {}
      : {
          instrument_id: means.map(value => ({ value })),
          instrument_type: means.flatMap(value => {
            const known = instrumentType(value)
            return known ? [{ value: known, xref: value }] : []
          }),
        }),
    ...perpetratorSlots(events),
    ...(type === 'KIDNAPPING' ? {} : physicalSlots(physical, country, setting)),
    ...humanSlots(human, country, setting),
  }
}

const once = (names: readonly string[]): string[] => [...new Set(names)]

/** The time told; without one "on or before" the dateline, as the task defines. */
function dateOf(events: readonly Event[], { published }: Setting): Fill<'date'>[] {
  const told = events.flatMap(({ when }) => when.map(({ value }) => value)).find(({ edtf }) => edtf !== null)
  if (told) return [{ value: { from: told.earliest, to: told.latest } }]
  return published ? [{ value: { from: null, to: published } }] : []
}

function stageOf(events: readonly Event[]): string {
  if (events.every(({ status }) => status.value === 'prospective')) return 'THREATENED'
  const shown = events.flatMap(({ status, triggers }) => [...status.evidence, ...triggers])
  return shown.some(({ exact }) => stageOfTry.test(exact)) ? 'ATTEMPTED' : 'ACCOMPLISHED'
}

const ofState: ReadonlySet<ActorType> = new Set(['state', 'state-forces', 'external-forces'])

function perpetratorSlots(events: readonly Event[]): Response {
  const all = events.flatMap(event => event.initiators.map(({ value }) => ({ ...value, event })))
  const actors = all.filter(({ name }, i) => all.findIndex(other => sameName(other.name, name)) === i)
  const [individuals, groups] = [actors.filter(isPerson), actors.filter(actor => !isPerson(actor))]
  const isState = actors.some(({ type }) => ofState.has(type))
  return {
    perp_category:
      actors.length === 0 ? [] : [{ value: isState ? 'STATE-SPONSORED VIOLENCE' : 'TERRORIST ACT' }],
    perp_individual_id: individuals.map(({ name }) => ({ value: name })),
    perp_org_id: groups.map(({ name }) => ({ value: name })),
    perp_org_confidence: groups.map(({ name, certainty, event }) => ({
      value: certainty === 'suspected' ? suspicion(event) : confidenceOf[certainty],
      xref: name,
    })),
  }
}

const isPerson = (actor: EventActor): boolean => isIndividual(actor) && !organisation.test(actor.name)

const suspicion = ({ said }: Event): string =>
  said.some(({ value: { holder, about } }) => about === 'initiator' && authority.test(holder ?? ''))
    ? 'SUSPECTED OR ACCUSED BY AUTHORITIES'
    : 'SUSPECTED OR ACCUSED'

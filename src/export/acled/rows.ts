import {
  acledGeoPrecision,
  conflictCountry,
  countryCodes,
  type InterCode,
  interCodes,
} from '../../codebook/index.js'
import type { PlaceValue } from '../../model/values.js'
import type { FormatSettings, Occurrence } from '../format.js'
import { listed } from '../listed.js'
import {
  isLeftOut,
  type LeftOut,
  leftOut,
  settleActors,
  settleKind,
  settlePlaces,
  settleTime,
  toldAsDone,
} from '../settle.js'
import { victimSide } from '../victims.js'
import type { AcledRow } from './cells.js'
import { acledFatalities, divided } from './fatalities.js'
import { interactionOf } from './interaction.js'
import { notesOf } from './notes.js'
import { type Parties, partiesOf, type Scene } from './parties.js'
import { acledTime } from './time.js'
import { disorderOf, eventTypeOf, rankOf, subEventOf } from './types.js'

/** The rows of an occurrence, one for each day and place; or why it has none. */
export function acledRows(occurrence: Occurrence, settings: FormatSettings): readonly AcledRow[] | LeftOut {
  const { policy, quotes } = settings
  const done = toldAsDone(occurrence)
  if (isLeftOut(done)) return done
  const kind = settleKind(done, policy, kind => rankOf(subEventOf(kind) ?? 'Other'))
  const stretch = settleTime(done, policy)
  const time = acledTime(kind, stretch)
  if (isLeftOut(time)) return time
  const told = settlePlaces(done, policy)
  const places = told.filter(place => acledGeoPrecision(place) !== null)
  if (told.length === 0) return leftOut('no place is told')
  if (places.length === 0) return leftOut('no place is told but a country')
  const [initiators, targets] = [
    settleActors(done, policy, 'initiators'),
    settleActors(done, policy, 'targets'),
  ]
  const parties = partiesOf({
    kind,
    initiators,
    targets,
    ...harmsOf(done),
    country: countryName(places[0]),
  })
  if (isLeftOut(parties)) return parties
  const { total, told: harm } = acledFatalities(done, policy)
  const slots = time.days.flatMap(day => places.map(place => ({ day, place })))
  const shares = divided(total, slots.length)
  const edtf = stretch?.edtf ?? ''
  const notes = notesOf({
    occurrence,
    kind,
    edtf,
    places: told,
    initiators,
    targets,
    harm,
    divided: dividedText(total, time.days.length, places.length),
    quotes,
  })
  return slots.map(({ day, place }, at) => ({
    event_id_cnty: rowId(occurrence, slots.length > 1 ? { day, at: places.indexOf(place) } : null, place),
    event_date: day,
    year: Number(day.slice(0, 4)),
    time_precision: time.precision,
    ...typed(parties),
    ...placed(place, settings),
    source: sourcesOf(occurrence),
    source_scale: null,
    notes,
    fatalities: shares[at] ?? 0,
    tags: tagsOf(occurrence, settings),
    timestamp: timestampOf(occurrence),
  }))
}

/** Stable: of the event's own id; of the day and the place's number where an event has several rows. */
function rowId(
  occurrence: Occurrence,
  part: { day: string; at: number } | null,
  { country }: PlaceValue,
): string {
  const alpha3 = (country && countryCodes(country)?.alpha3) ?? ''
  const id = `${alpha3}${occurrence[0].event.id.replace(/^event:/, '')}`
  return part ? `${id}-${part.day.replaceAll('-', '')}-${part.at + 1}` : id
}

function harmsOf(occurrence: Occurrence): Pick<Scene, 'civiliansHarmed' | 'anybodyHarmed' | 'grenade'> {
  const harms = occurrence.flatMap(({ event }) =>
    event.harm
      .map(({ value }) => value)
      .filter(({ what, high }) => ['killed', 'injured', 'harmed'].includes(what) && high !== 0)
      .map(({ of }) => victimSide(event, of)),
  )
  return {
    anybodyHarmed: harms.length > 0,
    civiliansHarmed: harms.includes('civilians'),
    grenade: occurrence.some(({ event }) => event.means.some(({ value }) => /grenade/i.test(value))),
  }
}

type Typed = Pick<
  AcledRow,
  | 'disorder_type'
  | 'event_type'
  | 'sub_event_type'
  | 'actor1'
  | 'assoc_actor_1'
  | 'inter1'
  | 'actor2'
  | 'assoc_actor_2'
  | 'inter2'
  | 'interaction'
  | 'civilian_targeting'
>

function typed({ sub, actor1, assoc1, actor2, assoc2 }: Parties): Typed {
  const [one, two] = [actor1?.inter ?? null, actor2?.inter ?? null]
  const type = eventTypeOf(sub)
  const word = (inter: InterCode | null): string | null => (inter === null ? null : interCodes[inter])
  const onCivilians =
    type === 'Violence against civilians' ||
    sub === 'Excessive force against protesters' ||
    ((type === 'Explosions/Remote violence' || type === 'Riots') && two === 7)
  return {
    disorder_type: disorderOf(sub),
    event_type: type,
    sub_event_type: sub,
    actor1: actor1?.name ?? null,
    assoc_actor_1: listed(assoc1, '; '),
    inter1: word(one),
    actor2: actor2?.name ?? null,
    assoc_actor_2: listed(assoc2, '; '),
    inter2: word(two),
    interaction: interactionOf(one, two),
    civilian_targeting: onCivilians ? 'Civilians targeted' : null,
  }
}

type Placed = Pick<
  AcledRow,
  | 'iso'
  | 'region'
  | 'country'
  | 'admin1'
  | 'admin2'
  | 'admin3'
  | 'location'
  | 'latitude'
  | 'longitude'
  | 'geo_precision'
>

function placed(place: PlaceValue, { division }: FormatSettings): Placed {
  const { name, known, country, level } = place
  const numeric = country && countryCodes(country)?.numeric
  const admin1 = country && known?.admin1 ? division(country, known.admin1) : null
  return {
    iso: numeric ? Number(numeric) : null,
    region: (country && conflictCountry(country)?.acledRegion) ?? null,
    country: countryName(place),
    admin1: admin1 ?? (level === 'province' ? (known?.name ?? null) : null),
    admin2: null,
    admin3: null,
    location: known?.name ?? name,
    latitude: degrees(known?.latitude),
    longitude: degrees(known?.longitude),
    geo_precision: acledGeoPrecision(place),
  }
}

const degrees = (value: number | null | undefined): string | null => value?.toFixed(4) ?? null

const countryName = (place: PlaceValue | undefined): string | null =>
  (place?.country && conflictCountry(place.country)?.acledName) ?? null

const sourcesOf = (occurrence: Occurrence): string | null =>
  listed(
    occurrence.flatMap(({ report }) => report.outlet ?? []),
    '; ',
  )

const tagsOf = (occurrence: Occurrence, { policy }: FormatSettings): string =>
  [
    `policy=${policy.name}/${policy.version}`,
    ...new Set(occurrence.map(({ event }) => `status=${event.status.value}`)),
    ...occurrence.map(({ event }) => event.id),
  ].join('; ')

function timestampOf(occurrence: Occurrence): number | null {
  const captured = occurrence.flatMap(({ capture }) => (capture ? Date.parse(capture.capturedAt) : []))
  return captured.length === 0 ? null : Math.floor(Math.max(...captured) / 1000)
}

function dividedText(total: number, days: number, places: number): string {
  if (total === 0 || days * places === 1) return ''
  const over = [days > 1 && `${days} days`, places > 1 && `${places} places`].filter(Boolean).join(' and ')
  return `${total} killed are divided over ${over}, the remainder on the first.`
}

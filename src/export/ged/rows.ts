import { conflictCountry, ucdpWherePrecision } from '../../codebook/index.js'
import type { PlaceValue } from '../../model/values.js'
import type { Stretch } from '../days.js'
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
import type { GedRow } from './cells.js'
import { type Deaths, gedDeaths, gedEstimate } from './deaths.js'
import { type Dyad, dyadOf } from './sides.js'

/** The row of an occurrence, or why it has none. */
export function gedRow(occurrence: Occurrence, settings: FormatSettings): GedRow | LeftOut {
  const { policy } = settings
  const done = toldAsDone(occurrence)
  if (isLeftOut(done)) return done
  const estimate = gedEstimate(done, policy)
  if (isLeftOut(estimate)) return estimate
  // Of kinds that disagree, any is an event to UCDP: the first told counts.
  const kind = settleKind(done, policy, () => 0)
  const time = settleTime(done, policy)
  const precision = time && datePrecision(time)
  if (!time || !precision) return leftOut('no time is told, or none as close as a year')
  const places = settlePlaces(done, policy)
  const [place] = places
  if (!place) return leftOut('no place is told')
  const [initiators, targets] = [
    settleActors(done, policy, 'initiators'),
    settleActors(done, policy, 'targets'),
  ]
  const dyad = dyadOf(kind, initiators, targets, civiliansKilled(done))
  if (isLeftOut(dyad)) return dyad
  return {
    ...idsOf(occurrence, time, settings),
    ...namesOf(dyad),
    ...sourcesOf(occurrence, settings),
    ...placed(place, places, settings),
    event_clarity: precision === 1 && places.length === 1 && ucdpWherePrecision(place) < 6 ? 1 : 2,
    date_prec: precision,
    date_start: time.first,
    date_end: time.last,
    ...counted(gedDeaths(done, dyad, estimate)),
  }
}

/** UCDP's `date_prec`: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 a year; null for longer times. */
function datePrecision({ days, about }: Stretch): 1 | 2 | 3 | 4 | 5 | null {
  if (days === 1) return about ? 2 : 1
  if (days <= 6) return 2
  if (days <= 7) return 3
  if (days <= 31) return 4
  return days <= 366 ? 5 : null
}

const civiliansKilled = (occurrence: Occurrence): boolean =>
  occurrence.some(({ event }) =>
    event.harm.some(({ value }) => value.what === 'killed' && victimSide(event, value.of) === 'civilians'),
  )

function idsOf(occurrence: Occurrence, { first }: Stretch, { policy }: FormatSettings) {
  const { event } = occurrence[0]
  const statuses = [...new Set(occurrence.map(({ event }) => event.status.value))].join(', ')
  return {
    id: Number.parseInt(event.id.replace(/^event:/, '').slice(0, 13), 16),
    relid: event.id,
    year: Number(first.slice(0, 4)),
    active_year: null,
    code_status: `policy=${policy.name}/${policy.version}; status=${statuses}; not reviewed by UCDP`,
  }
}

function namesOf({ type, a, b }: Dyad) {
  const [name, id] = [`${a.name} - ${b.name}`, `${a.id} - ${b.id}`]
  return {
    type_of_violence: type,
    conflict_dset_id: type === 1 ? null : id,
    conflict_new_id: null,
    conflict_name: type === 1 ? null : name,
    dyad_dset_id: id,
    dyad_new_id: null,
    dyad_name: name,
    side_a_dset_id: a.id,
    side_a_new_id: null,
    side_a: a.name,
    side_b_dset_id: b.id,
    side_b_new_id: null,
    side_b: b.name,
    gwnoa: a.number,
    gwnob: b.number,
  }
}

function sourcesOf(occurrence: Occurrence, { quotes }: FormatSettings) {
  const reports = [...new Map(occurrence.map(({ report }) => [report.id, report])).values()]
  const joined = (parts: readonly (string | null)[]): string | null =>
    listed(
      parts.filter(part => part !== null),
      ';',
    )
  const headline = (of: (typeof reports)[number]): string | null => (quotes ? of.headline : null)
  return {
    number_of_sources: reports.length,
    source_article: joined(
      reports.map(report =>
        [report.outlet ?? report.name, report.published?.edtf, headline(report)].filter(Boolean).join(', '),
      ),
    ),
    source_office: joined(reports.map(({ outlet }) => outlet)),
    source_date: joined(reports.map(({ published }) => published?.edtf ?? null)),
    source_headline: joined(reports.map(headline)),
    source_original: joined(occurrence.flatMap(({ event }) => event.said.map(({ value }) => value.holder))),
  }
}

function placed(place: PlaceValue, places: readonly PlaceValue[], { division }: FormatSettings) {
  const { name, known, country, level } = place
  const [latitude, longitude] = [known?.latitude ?? null, known?.longitude ?? null]
  const state = country ? conflictCountry(country) : null
  const point = latitude !== null && longitude !== null
  const admin1 = country && known?.admin1 ? division(country, known.admin1) : null
  return {
    where_prec: ucdpWherePrecision(place),
    where_coordinates: known?.name ?? name,
    where_description: places
      .map(({ name, relation }) => (relation ? `${relation} ${name}` : name))
      .join('; '),
    adm_1: admin1 ?? (level === 'province' ? (known?.name ?? null) : null),
    adm_2: null,
    latitude: latitude?.toFixed(6) ?? null,
    longitude: longitude?.toFixed(6) ?? null,
    geom_wkt: point ? `POINT (${longitude.toFixed(6)} ${latitude.toFixed(6)})` : null,
    priogrid_gid: point ? gridCell(latitude, longitude) : null,
    country: state?.ucdpName ?? null,
    country_id: state?.gleditschWard ?? null,
    region: state?.ucdpRegion ?? null,
  }
}

/** PRIO-GRID's number of the half-degree cell: rows of 720 from the south-west corner, from 1 (Tollefsen and others 2012). */
export function gridCell(latitude: number, longitude: number): number {
  const row = Math.min(Math.floor((latitude + 90) * 2), 359)
  const column = Math.min(Math.floor((longitude + 180) * 2), 719)
  return row * 720 + column + 1
}

const counted = ({ a, b, civilians, unknown, low, best, high }: Deaths) => ({
  deaths_a: a,
  deaths_b: b,
  deaths_civilians: civilians,
  deaths_unknown: unknown,
  best,
  high,
  low,
})

import { acledGeoPrecision, ucdpWherePrecision } from '../codebook/place-precision.js'
import type { RecordedEvent } from '../model/recorded.js'
import type { Report } from '../model/report.js'
import type { Cell } from './cells.js'
import { geojsonChecker } from './check/geojson.js'
import type { FileFormat } from './format.js'
import {
  type ExportSettings,
  occurrenceOf,
  permalink,
  quoteWriter,
  type ToldReport,
  type ToldReports,
} from './told.js'
import { voicesOn } from './voices.js'

/** The properties of a feature. */
const geojsonCells = [
  {
    name: 'permalink',
    type: 'string',
    filled: 'always',
    from: 'where the place, or the event, can be opened again',
  },
  { name: 'event', type: 'string', filled: 'always', from: 'id of the event' },
  {
    name: 'occurrence',
    type: 'string',
    filled: 'always',
    from: 'id of the first event that tells the occurrence: count by it',
  },
  { name: 'kind', type: 'string', filled: 'always', from: 'kind' },
  { name: 'status', type: 'string', filled: 'always', from: 'status' },
  { name: 'place', type: 'string', filled: 'told', from: 'name, as in the text' },
  {
    name: 'place_number',
    type: 'integer',
    filled: 'told',
    from: 'from 1: an event told of several places has a feature for each',
  },
  {
    name: 'places',
    type: 'integer',
    filled: 'always',
    from: 'how many places are told of the event; 0 where none is',
  },
  { name: 'country', type: 'string', filled: 'told', from: 'ISO 3166-1 alpha-2' },
  {
    name: 'level',
    type: 'string',
    filled: 'told',
    from: 'precision: site, town, district, province, region, country, water',
  },
  { name: 'relation', type: 'string', filled: 'told', from: 'near or between; null is in it' },
  {
    name: 'geo_precision',
    type: 'integer',
    filled: 'told',
    from: 'as ACLED has it, 1 to 3; null for a whole country',
  },
  { name: 'where_prec', type: 'integer', filled: 'told', from: 'as UCDP has it, 1 to 7' },
  { name: 'place_id', type: 'string', filled: 'told', from: 'id in the gazetteer; null where it abstains' },
  { name: 'disputed', type: 'string', filled: 'told', from: 'the disputed area that it lies in' },
  { name: 'edtf', type: 'string', filled: 'told', from: 'the narrowest time told' },
  { name: 'earliest', type: 'date', filled: 'told', from: 'its first day' },
  { name: 'latest', type: 'date', filled: 'told', from: 'its last day' },
  { name: 'initiators', type: 'array', filled: 'told', from: 'names' },
  { name: 'targets', type: 'array', filled: 'told', from: 'names' },
  { name: 'harm', type: 'array', filled: 'told', from: '{what, low, high, vague, of}; null is unknown' },
  {
    name: 'holder',
    type: 'array',
    filled: 'always',
    from: 'who stands for the place; of an event without one, for the event',
  },
  { name: 'denied_by', type: 'array', filled: 'told', from: 'who denies or doubts it' },
  { name: 'report', type: 'string', filled: 'always', from: 'id of the report' },
  { name: 'report_name', type: 'string', filled: 'always', from: 'the name that the report came with' },
  { name: 'outlet', type: 'string', filled: 'told', from: 'as handed in or told by the page' },
  { name: 'published', type: 'string', filled: 'told', from: 'EDTF' },
  {
    name: 'quotes',
    type: 'array',
    filled: 'told',
    from: '{start, end, exact}: the words for the place; none where a reviewer said that it has none; of an event without a place, its triggers',
  },
  { name: 'unit', type: 'string', filled: 'always', from: 'what the offsets count' },
  {
    name: 'reviewed',
    type: 'object',
    filled: 'told',
    from: '{how, review, reviewer, at} of the place; of an event without one, of the event',
  },
  { name: 'contested', type: 'array', filled: 'told', from: 'the reviews that clash over it' },
  {
    name: 'extent',
    type: 'object',
    filled: 'never',
    from: 'the gazetteer has points and no outlines: the point of a province or country stands for all of it, and `level` says so',
  },
] as const satisfies readonly Cell[]

export const geojson: FileFormat = {
  name: 'geojson',
  what: 'GeoJSON: a feature for each place of each event, with how exactly it is told',
  kind: 'file',
  extension: 'geojson',
  page: 'docs/export/columns.md#geojson',
  cells: geojsonCells,
  policy: null,
  check: {
    rows: { key: 'features' },
    marks: ['"FeatureCollection"'],
    checker: () => geojsonChecker(geojsonCells),
  },
  write: (source, settings) => toGeojson(source.reports(), settings),
}

type Properties = Readonly<Record<Exclude<(typeof geojsonCells)[number]['name'], 'extent'>, unknown>>

/**
 * A GeoJSON FeatureCollection (RFC 7946), a feature a line: one for each place of each event, and one with a null geometry for an
 * event of no place, or of a place that the gazetteer does not know.
 */
async function* toGeojson(reports: ToldReports, settings: ExportSettings): AsyncGenerator<string> {
  let before = '{"type":"FeatureCollection","features":[\n'
  for await (const told of reports) {
    for (const feature of featuresOf(told, settings)) {
      yield `${before}${JSON.stringify(feature)}`
      before = ',\n'
    }
  }
  yield before === ',\n' ? '\n]}\n' : `${before}]}\n`
}

function* featuresOf(told: ToldReport, settings: ExportSettings): Generator<object> {
  const { report, events } = told
  const out = quoteWriter(report, settings)
  for (const event of events) {
    const places = event.where.length === 0 ? [null] : event.where
    for (const [position, place] of places.entries()) {
      const at = place?.evidence?.[0] ?? null
      const link = permalink(settings.permalink, event, place ? { path: `where.${position}`, at } : undefined)
      const properties: Properties = {
        permalink: link,
        ...ofEvent(event),
        occurrence: occurrenceOf(event, told),
        ...ofPlace(place, position),
        ...ofReport(report),
        ...ofVoices(event, report, place),
        quotes: (place ? (place.evidence ?? []) : event.triggers).map(out),
        unit: settings.unit,
        reviewed: (place ?? event).decided,
        contested: (place ?? event).contested ?? [],
      }
      yield { type: 'Feature', id: link, geometry: pointOf(place), properties }
    }
  }
}

type Place = RecordedEvent['where'][number]

/** Longitude first, as the standard has it. */
function pointOf(place: Place | null): object | null {
  const { latitude = null, longitude = null } = place?.value.known ?? {}
  return latitude === null || longitude === null
    ? null
    : { type: 'Point', coordinates: [longitude, latitude] }
}

function ofEvent({ id, kind, status, when, where, initiators, targets, harm }: RecordedEvent) {
  const [time] = when
  return {
    event: id,
    kind: kind.value,
    status: status.value,
    places: where.length,
    edtf: time?.value.edtf ?? null,
    earliest: time?.value.earliest ?? null,
    latest: time?.value.latest ?? null,
    initiators: initiators.map(({ value: { name } }) => name),
    targets: targets.map(({ value: { name } }) => name),
    harm: harm.map(({ value: { what, low, high, vague, of } }) => ({ what, low, high, vague, of })),
  }
}

function ofPlace(place: Place | null, position: number) {
  const value = place?.value
  return {
    place: value?.name ?? null,
    place_number: value ? position + 1 : null,
    country: value?.country ?? null,
    level: value?.level ?? null,
    relation: value?.relation ?? null,
    geo_precision: value ? acledGeoPrecision(value) : null,
    where_prec: value ? ucdpWherePrecision(value) : null,
    place_id: value?.known?.id ?? null,
    disputed: value?.known?.disputed ?? null,
  }
}

function ofVoices(event: RecordedEvent, report: Report, place: Place | null) {
  const { says, denies } = voicesOn(event, report, place ? 'where' : 'kind')
  return { holder: says, denied_by: denies }
}

const ofReport = ({ id, name, outlet, published }: Report) => ({
  report: id,
  report_name: name,
  outlet,
  published: published?.edtf ?? null,
})

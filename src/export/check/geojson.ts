import type { Cell } from '../cells.js'
import { cellsOf, fault, idsOnce, quoted, wholeFaults } from './cells.js'
import { declaredChecker } from './declared.js'
import type { RowChecker, RowFault } from './row-checker.js'
import { at, boundFaults, listOf, orderFaults, wordFaults } from './words.js'

const geometries = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]

/** Checks the features of a GeoJSON file (RFC 7946), and their properties by what the format declares. */
export function geojsonChecker(declared: readonly Cell[]): RowChecker {
  const once = idsOnce('id')
  const properties = declaredChecker(declared)
  return {
    columns: () => [],
    row(feature) {
      if (feature.type !== 'Feature')
        return [fault('type', `${quoted(String(feature.type))} is no Feature`, 'write Feature')]
      const own = feature.properties
      return [
        ...(feature.id === undefined || feature.id === null ? [] : once(String(feature.id))),
        ...geometryFaults(feature.geometry),
        ...(typeof own === 'object' && own !== null
          ? [...properties.row({ ...own }), ...propertyFaults({ ...own })]
          : [fault('properties', 'the feature has none', 'give the properties of the format')]),
      ]
    },
    frame: frame =>
      frame?.type === 'FeatureCollection'
        ? []
        : [fault('type', 'the file is no FeatureCollection', 'put the features into one, under `features`')],
  }
}

function geometryFaults(geometry: unknown): RowFault[] {
  if (geometry === null) return []
  const type = at(geometry, 'type')
  if (!geometries.includes(String(type)))
    return [fault('geometry', 'there is no geometry of RFC 7946', 'write null where the place is not known')]
  if (type !== 'Point') return []
  const [longitude, latitude] = listOf(at(geometry, 'coordinates'))
  const isDegree = (value: unknown, most: number): boolean =>
    typeof value === 'number' && Math.abs(value) <= most
  if (isDegree(longitude, 180) && isDegree(latitude, 90)) return []
  return [
    fault(
      'geometry',
      `${JSON.stringify(at(geometry, 'coordinates'))} is no point`,
      'write [longitude, latitude] in degrees (WGS84), the longitude first',
    ),
  ]
}

function propertyFaults(own: Readonly<Record<string, unknown>>): RowFault[] {
  const cells = cellsOf(own)
  return [
    ...wholeFaults(cells, 'geo_precision', 1, 3),
    ...wholeFaults(cells, 'where_prec', 1, 7),
    ...wholeFaults(cells, 'place_number', 1, Number(own.places ?? 0)),
    ...orderFaults('latest', own.earliest, own.latest),
    ...listOf(own.harm).flatMap(harm => boundFaults('harm', at(harm, 'low'), at(harm, 'high'))),
    ...listOf(own.quotes).flatMap(quote =>
      wordFaults(
        'quotes',
        { start: at(quote, 'start'), end: at(quote, 'end'), exact: at(quote, 'exact') },
        own.unit,
      ),
    ),
  ]
}

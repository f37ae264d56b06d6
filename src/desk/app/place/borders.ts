import type { Feature, FeatureCollection, GeoJsonProperties, Geometry } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryObject, Topology } from 'topojson-specification'
import { countryCodes, countryNumbered } from '../../../codebook/iso-3166.js'

/** A country as the borders draw it. */
export interface Shape {
  /** ISO 3166-1 alpha-2; null where the file does not say, or ISO has none. */
  readonly country: string | null
  readonly feature: Feature<Geometry | null>
}

/** Borders from a file: GeoJSON, or TopoJSON, of which `countries` or else the first object is taken. Null where it is neither. */
export function shapesOf(file: unknown): Shape[] | null {
  const collection = collectionOf(file)
  return collection?.features.map(one => ({ country: countryOf(one), feature: one })) ?? null
}

function collectionOf(file: unknown): FeatureCollection<Geometry | null> | null {
  if (typeof file !== 'object' || file === null || !('type' in file)) return null
  if (file.type === 'FeatureCollection' && 'features' in file && Array.isArray(file.features))
    return file as FeatureCollection<Geometry | null>
  if (file.type !== 'Topology') return null
  const topology = file as Topology
  const object: GeometryObject<GeoJsonProperties> | undefined =
    topology.objects.countries ?? Object.values(topology.objects)[0]
  if (!object) return null
  const made = feature(topology, object)
  return made.type === 'FeatureCollection' ? made : { type: 'FeatureCollection', features: [made] }
}

/** Names under which files of borders keep the alpha-2 code. */
const codeNames = ['ISO_A2_EH', 'ISO_A2', 'iso_a2', 'ISO3166-1-Alpha-2', 'ISO2', 'iso2', 'cca2', 'country']

function countryOf({ id, properties }: Feature<Geometry | null>): string | null {
  for (const name of codeNames) {
    const code: unknown = properties?.[name]
    if (typeof code === 'string' && countryCodes(code) !== null) return code
  }
  if (typeof id === 'string' && countryCodes(id) !== null) return id
  if (id !== undefined && /^\d+$/.test(String(id))) return countryNumbered(Number(id))
  // Natural Earth gives Kosovo no number.
  return properties?.name === 'Kosovo' ? 'XK' : null
}

import { z } from 'zod'
import type { Labels } from '../../model/labels.js'
import type { Report } from '../../model/report.js'
import type { Span } from '../../model/span.js'
import type { GazetteerPlace } from '../../model/values.js'
import type { Gazetteer } from '../../ports.js'
import { resolvePlaces } from '../../stages/5-resolve/places/index.js'
import { quoteAt } from '../../text/quote.js'
import { f1Measure, type Measure, measure, noMeasure, percent } from '../measure.js'
import type { Parts } from '../read-parts.js'
import { accuracyNear, distanceKm, medianKm, type Off } from '../scorers/geo.js'
import { exactTally, overlapTally, pairSpans } from '../scorers/spans.js'
import { tallyOf } from '../scorers/tally.js'
import { type Suite, textSuite } from '../suite.js'

const Toponym = z.object({
  start: z.number(),
  end: z.number(),
  lat: z.number().nullish(),
  lon: z.number().nullish(),
  geonameid: z.string().nullish(),
  fcode: z.string().nullish(),
  country: z.string().nullish(),
})
export type Toponym = z.infer<typeof Toponym>
export const GeoRow = z.object({ id: z.string(), text: z.string(), toponyms: z.array(Toponym) })
export type GeoRow = z.infer<typeof GeoRow>

/** A place mention and what it was resolved to; null where the resolver abstained. */
interface Resolved extends Span {
  readonly place: GazetteerPlace | null
}

interface Item {
  readonly gold: readonly Toponym[]
  readonly found: readonly Resolved[]
  /** What each of the gold's spans is resolved to, in their order. */
  readonly onGold: readonly (GazetteerPlace | null)[]
  readonly gazetteer: Gazetteer
}

function resolvedAt(report: Report, spans: readonly Span[], gazetteer: Gazetteer): (GazetteerPlace | null)[] {
  const mentions = spans.map((span, i) => ({
    id: `m${i + 1}`,
    quote: quoteAt(report.body, span),
    kind: 'place' as const,
    by: 'bench:gold',
    score: null,
  }))
  const labels: Labels = { triggers: [], mentions, roles: [], harms: [], attributions: [], same: [] }
  const { value } = resolvePlaces(report, labels, gazetteer)
  return mentions.map(({ id }) => value.get(id)?.value.known ?? null)
}

export function placesOf({ labels, referents }: Pick<Parts, 'labels' | 'referents'>): Resolved[] {
  return labels.mentions
    .filter(({ kind }) => kind === 'place')
    .map(({ id, quote: { start, end } }) => ({
      start,
      end,
      place: referents.places.get(id)?.value.known ?? null,
    }))
}

// GeoNames codes political entities PCL…; the record names a country by its ISO code and has no GeoNames id for it.
const isCountry = ({ fcode }: Toponym): boolean => fcode?.startsWith('PCL') ?? false

/** Whether a place is the gold's: the same GeoNames id, or the same country. */
export function samePlace(gold: Toponym, place: GazetteerPlace | null, gazetteer: Gazetteer): boolean {
  if (!place) return false
  if (gold.geonameid && place.id === `geonames:${gold.geonameid}`) return true
  if (!isCountry(gold) || place.level !== 'country' || !gold.country) return false
  return gazetteer.lookup(gold.country).some(known => known.level === 'country' && known.id === place.id)
}

function off(gold: Toponym, place: GazetteerPlace | null, gazetteer: Gazetteer): Off {
  if (samePlace(gold, place, gazetteer)) return 0
  const { latitude, longitude } = place ?? { latitude: null, longitude: null }
  if (latitude === null || longitude === null || !hasPoint(gold)) return null
  return distanceKm({ latitude: gold.lat, longitude: gold.lon }, { latitude, longitude })
}

function hasPoint(gold: Toponym): gold is Toponym & { readonly lat: number; readonly lon: number } {
  return typeof gold.lat === 'number' && typeof gold.lon === 'number'
}

function farMeasures(where: string, offs: readonly Off[]): Measure[] {
  const known = offs.filter(one => one !== null).length
  const median = medianKm(offs)
  const near = `accuracy@161 km ${where}`
  const middle = `median km ${where}`
  if (median === null) return [noMeasure(near, 'not yet', offs.length), noMeasure(middle, 'not yet', known)]
  return [percent(near, accuracyNear(offs), offs.length), measure(middle, median, known, { unit: 'km' })]
}

export function scorePlaces(items: readonly Item[]): Measure[] {
  const spans = items.map(({ gold, found }) => ({ gold: gold.map(spanOf), system: found.map(spanOf) }))
  const paired = items.flatMap(({ gold, found, gazetteer }) =>
    pairSpans(gold, found).flatMap(([i, j]) => {
      const [toponym, mention] = [gold[i], found[j]]
      return toponym && mention ? [{ gold: toponym, place: mention.place, gazetteer }] : []
    }),
  )
  const onGold = items.flatMap(({ gold, onGold: places, gazetteer }) =>
    gold.map((toponym, i) => ({ gold: toponym, place: places[i] ?? null, gazetteer })),
  )
  const identified = onGold.filter(({ gold }) => gold.geonameid)
  const answered = items.flatMap(({ found }) => found.filter(({ place }) => place))
  const right = (pairs: typeof onGold): number =>
    pairs.filter(({ gold, place, gazetteer }) => samePlace(gold, place, gazetteer)).length
  const offs = (pairs: typeof onGold): Off[] =>
    pairs
      .filter(({ gold }) => hasPoint(gold))
      .map(({ gold, place, gazetteer }) => off(gold, place, gazetteer))
  return [
    f1Measure('toponym F1, exact', exactTally(spans)),
    f1Measure('toponym F1, overlap', overlapTally(spans)),
    f1Measure('GeoNames id F1, end to end', tallyOf(right(paired), identified.length, answered.length)),
    ...farMeasures('on found', offs(paired)),
    f1Measure(
      'GeoNames id F1, on gold spans',
      tallyOf(right(identified), identified.length, identified.filter(({ place }) => place).length),
    ),
    ...farMeasures('on gold spans', offs(onGold)),
  ]
}

const spanOf = ({ start, end }: Span): Span => ({ start, end })

const geoSuite = (name: string, measures: string): Suite =>
  textSuite({
    name,
    measures,
    row: GeoRow,
    text: ({ id, text }) => ({ name: id, text, published: null }),
    answer: (row, parts, { gazetteer }): Item => ({
      gold: row.toponyms,
      found: placesOf(parts),
      onGold: resolvedAt(parts.report, row.toponyms, gazetteer),
      gazetteer,
    }),
    score: scorePlaces,
  })

export const geoTrnews = geoSuite('geo_trnews', 'places of world news, to coordinates')
export const geoLgl = geoSuite('geo_lgl', 'places of local news, to coordinates')

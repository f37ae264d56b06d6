// Fits what each feature of a place is worth (src/stages/5-resolve/places/weights.ts) to coded places of news reports, and
// prints how well it does, and how true its probabilities are, on reports that it was not fitted to (five-fold):
//   npx tsx tools/fit-places.ts DATA        DATA as docs/bench.md tells
// The weights in use enter into what the other places of a report are likely to be: run it twice, until they stay.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { distanceKm } from '../src/bench/scorers/geo.js'
import { GeoRow, samePlace } from '../src/bench/suites/geo.js'
import { loadGazetteer } from '../src/gazetteer/index.js'
import type { Span } from '../src/model/span.js'
import type { GazetteerPlace } from '../src/model/values.js'
import { askAll } from '../src/stages/5-resolve/places/ask.js'
import { fittingPlaces } from '../src/stages/5-resolve/places/choose.js'
import { reportContext } from '../src/stages/5-resolve/places/context.js'
import { type Feature, featureNames, features } from '../src/stages/5-resolve/places/features.js'
import { quoteAt } from '../src/text/quote.js'

const all = Object.keys(featureNames) as readonly Feature[]
const data = process.argv[2] ?? '../shared'
const gazetteer = loadGazetteer()

/** A name with its places' features, and which of them are right; none where the right one is not among them. */
interface Case {
  readonly report: string
  readonly rows: readonly (readonly number[])[]
  readonly right: readonly number[]
}
interface Gold extends Span {
  /** Whether a place is right; failing such a one, whether it will do. */
  readonly isRight: (place: GazetteerPlace) => boolean
  readonly willDo: (place: GazetteerPlace) => boolean
}

function casesOf(report: string, text: string, gold: readonly Gold[]): Case[] {
  const mentions = gold.map((span, i) => ({
    id: `m${i + 1}`,
    quote: quoteAt(text, span),
    kind: 'place' as const,
    by: 'gold',
    score: null,
  }))
  return askAll(mentions, text, reportContext(text, gazetteer), gazetteer).flatMap((question, i) => {
    const places = fittingPlaces(question.candidates, question)
    const rows = places.map((place, rank) => {
      const values = features(place, rank, question)
      return all.map(feature => values[feature])
    })
    const where = (test: (place: GazetteerPlace) => boolean): number[] =>
      places.flatMap((place, at) => (test(place) ? [at] : []))
    const right = where(place => gold[i]?.isRight(place) ?? false)
    const chosen = right.length > 0 ? right : where(place => gold[i]?.willDo(place) ?? false)
    return rows.length > 0 ? [{ report, rows, right: chosen }] : []
  })
}

const lines = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

function geoCases(name: string): Case[] {
  return lines(join(data, 'bench', name, 'test.jsonl')).flatMap(line => {
    const { id, text, toponyms } = GeoRow.parse(line)
    const gold = toponyms.filter(({ geonameid }) => geonameid)
    return casesOf(
      id,
      text,
      gold.map(toponym => ({
        ...toponym,
        isRight: place => samePlace(toponym, place, gazetteer),
        // A town, and the division that is the town: the same place by two entries of GeoNames.
        willDo: ({ latitude, longitude }) =>
          latitude !== null &&
          longitude !== null &&
          distanceKm({ latitude, longitude }, { latitude: toponym.lat ?? 90, longitude: toponym.lon ?? 0 }) <=
            20,
      })),
    )
  })
}

interface Coding {
  readonly report: string
  readonly events: readonly {
    readonly where: readonly {
      readonly country: string | null
      readonly level: string
      readonly quotes: readonly Span[]
    }[]
  }[]
}

/** The corpus's coders give no ids: right is what has the country and the level. */
function corpusCases(): Case[] {
  const reports = lines(join(data, 'corpus', 'reports.jsonl')) as { id: string; text: string }[]
  const texts = new Map(reports.map(({ id, text }) => [id, text]))
  const folder = join(data, 'corpus', 'codings', 'train')
  return readdirSync(folder).flatMap(file => {
    const { report, events }: Coding = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    const points = [...(texts.get(report) ?? '')]
    const gold = new Map<number, Gold>()
    for (const { country, level, quotes } of events.flatMap(({ where }) => where)) {
      const [quote] = quotes
      if (!quote || !country) continue
      const start = points.slice(0, quote.start).join('').length
      const end = points.slice(0, quote.end).join('').length
      const isRight = (place: GazetteerPlace): boolean => place.country === country && place.level === level
      gold.set(start, { start, end, isRight, willDo: () => false })
    }
    return casesOf(report, points.join(''), [...gold.values()])
  })
}

interface Fit {
  readonly weights: readonly number[]
  readonly none: number
}

function shares(
  { weights, none }: Fit,
  { rows }: Case,
): { readonly places: number[]; readonly none: number } {
  const points = rows.map(row => row.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0))
  const highest = Math.max(none, ...points)
  const raised = points.map(point => Math.exp(point - highest))
  const total = raised.reduce((a, b) => a + b, Math.exp(none - highest))
  return { places: raised.map(one => one / total), none: Math.exp(none - highest) / total }
}

/** Conditional logit by gradient descent (Adam), with a little decay of weights. Local news is many and counts half. */
function fitTo(cases: readonly (Case & { readonly counts: number })[], rounds: number): Fit {
  const size = all.length + 1
  const [w, m, v] = [0, 0, 0].map(() => new Array<number>(size).fill(0)) as [number[], number[], number[]]
  for (let round = 1; round <= rounds; round++) {
    const slope = w.map(weight => 0.0005 * weight)
    for (const one of cases) {
      const { places, none } = shares({ weights: w, none: w[all.length] ?? 0 }, one)
      const counts = one.counts / cases.length
      const onRight = one.right.reduce((sum, i) => sum + (places[i] ?? 0), 0)
      for (const [i, share] of places.entries()) {
        const due = one.right.includes(i) ? share / Math.max(onRight, 1e-12) : 0
        one.rows[i]?.forEach((value, k) => {
          slope[k] = (slope[k] ?? 0) + counts * (share - due) * value
        })
      }
      slope[all.length] = (slope[all.length] ?? 0) + counts * (none - Number(one.right.length === 0))
    }
    for (const [k, gradient] of slope.entries()) {
      m[k] = 0.9 * (m[k] ?? 0) + 0.1 * gradient
      v[k] = 0.999 * (v[k] ?? 0) + 0.001 * gradient * gradient
      const step = (m[k] ?? 0) / (1 - 0.9 ** round) / (Math.sqrt((v[k] ?? 0) / (1 - 0.999 ** round)) + 1e-8)
      w[k] = (w[k] ?? 0) - 0.08 * step
    }
  }
  return { weights: w.slice(0, all.length), none: w[all.length] ?? 0 }
}

const cases = [
  ...geoCases('geo_trnews').map(one => ({ ...one, counts: 1.5 })),
  ...geoCases('geo_lgl').map(one => ({ ...one, counts: 0.5 })),
  ...corpusCases().map(one => ({ ...one, counts: 1 })),
]
const fold = (report: string): number =>
  [...report].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 100_003, 7) % 5
const bins = Array.from({ length: 10 }, () => ({ cases: 0, right: 0, score: 0 }))
for (let held = 0; held < 5; held++) {
  const fitted = fitTo(
    cases.filter(({ report }) => fold(report) !== held),
    250,
  )
  for (const one of cases.filter(({ report }) => fold(report) === held)) {
    const { places } = shares(fitted, one)
    const score = Math.max(...places)
    const bin = bins[Math.min(9, Math.floor(score * 10))]
    if (!bin) continue
    bin.cases++
    bin.score += score
    bin.right += Number(one.right.includes(places.indexOf(score)))
  }
}
console.log('score   right   names')
for (const { cases: n, right, score } of bins) {
  if (n > 0) console.log(`${(score / n).toFixed(2)}    ${(right / n).toFixed(2)}    ${n}`)
}
const { weights, none } = fitTo(cases, 400)
const key = (feature: string): string => (/-/.test(feature) ? `'${feature}'` : feature)
writeFileSync(
  'src/stages/5-resolve/places/weights.ts',
  `import type { Feature } from './features.js'

/** What each feature is worth. Made by tools/fit-places.ts from coded places of news reports; docs/places.md tells how. */
export const weights: Readonly<Record<Feature, number>> = {
${all.map((feature, i) => `  ${key(feature)}: ${Number((weights[i] ?? 0).toFixed(3))},`).join('\n')}
}

/** What the chance is worth that none of the places of a name is meant. */
export const noneWeight = ${Number(none.toFixed(3))}
`,
)

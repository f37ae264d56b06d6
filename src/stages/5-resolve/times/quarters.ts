import { daysOf, holding, isLonger, type Period } from './calendar.js'
import { type Context, found, nothing, type Resolved } from './resolved.js'
import { stretchOf } from './round.js'

/** "A year earlier" in a report of a quarter means that quarter of the year before. */
export function quarterBefore(context: Context): Period | null {
  const near = context.told.slice(-6).some(period => period.unit === 'quarter')
  const quarter = near ? latestQuarter(context) : null
  return quarter && { unit: 'quarter', at: quarter.at - 4 }
}

/** The latest quarter told that is over: earlier ones are there to be compared with it. */
function latestQuarter({ told, published }: Context): Period | null {
  const before = published ? daysOf(published).first : Number.POSITIVE_INFINITY
  const quarters = told.filter(period => period.unit === 'quarter' && daysOf(period).last < before)
  return quarters.reduce<Period | null>((best, one) => (best && best.at >= one.at ? best : one), null)
}

/** "The quarter", "the latest period": the one told of, else the last that was over at publication. */
export function resolveQuarter(years: 0 | -1, context: Context): Resolved {
  const { published } = context
  const latest = latestQuarter(context)
  if (!latest && (!published || isLonger(published.unit, 'quarter')))
    return { ...nothing, timex: 'XXXX-QX', fault: 'unpublished' }
  // Business reports tell of the quarter that has ended.
  const base = latest ?? (published && { unit: 'quarter' as const, at: holding('quarter', published).at - 1 })
  if (!base) return nothing
  const source = latest
    ? ({ anchor: 'text', from: latest, implied: 'from-text' } as const)
    : ({ anchor: 'published', implied: 'from-publication' } as const)
  return found(stretchOf({ unit: 'quarter', at: base.at + years * 4 }), source)
}

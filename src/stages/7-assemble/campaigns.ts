import { isDoneInFighting } from '../../codebook/index.js'
import type { Event } from '../../model/event.js'

const campaignWord =
  /(?:offensive|campaign|operation|war|battle|siege|conflict|insurgency|invasion|uprising|hostilities)s?$/i

/**
 * Makes events part of the campaign that they belong to (codebook section 1), where the report tells enough: fighting that it
 * calls an offensive, a war and the like, with a place that holds the event's, a side in common, and no time that speaks
 * against it. Of several, the one told most. The rule goes by the name of `event:within-campaign`.
 */
export function inCampaigns(events: readonly Event[]): Event[] {
  const campaigns = events
    .filter(isCampaign)
    .sort((a, b) => b.triggers.length - a.triggers.length)
    .slice(0, mostCampaigns)
  return events.map(event => {
    if (!isDoneInFighting(event.kind.value) || !happened(event) || isCampaign(event)) return event
    const whole = campaigns.find(
      one => isWithin(event, one) && sharesSide(event, one) && mayBeDuring(event, one),
    )
    return { ...event, partOf: whole?.id ?? null }
  })
}

/** A bound on the work, whatever the text. */
const mostCampaigns = 50

const happened = ({ status: { value } }: Event): boolean => value !== 'prospective' && value !== 'negated'

const isCampaign = (event: Event): boolean =>
  event.kind.value === 'armed-clash' &&
  happened(event) &&
  event.triggers.some(({ exact }) => campaignWord.test(exact))

/** Whether no day that the event may have happened on is told to lie outside the campaign. */
function mayBeDuring({ when: [part] }: Event, { when: [whole] }: Event): boolean {
  if (!part || !whole) return true
  const { earliest, latest } = part.value
  const { earliest: from, latest: to } = whole.value
  const isBefore = (a: string | null, b: string | null): boolean => a !== null && b !== null && a < b
  return ![
    isBefore(earliest, from),
    isBefore(latest, from),
    isBefore(to, latest),
    isBefore(to, earliest),
  ].some(Boolean)
}

/** Whether a place of the one is, or lies in, a place of the other. */
function isWithin(part: Event, whole: Event): boolean {
  return part.where.some(({ value: x }) =>
    whole.where.some(({ value: y }) => {
      if (x.name === y.name) return true
      if (x.country === null || x.country !== y.country) return false
      return (
        y.level === 'country' ||
        (y.level === 'province' && y.known?.admin1 != null && x.known?.admin1 === y.known.admin1)
      )
    }),
  )
}

function sharesSide(a: Event, b: Event): boolean {
  const sides = ({ initiators, targets }: Event): string[] =>
    [...initiators, ...targets].flatMap(({ value: { name, registry, type } }) =>
      type === 'place' ? [] : [registry ?? name],
    )
  const others = new Set(sides(b))
  return sides(a).some(side => others.has(side))
}

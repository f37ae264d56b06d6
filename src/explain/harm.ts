import type { HarmLink } from '../model/labels.js'
import type { Sourced } from '../model/sourced.js'
import type { HarmValue } from '../model/values.js'
import { contains, overlaps } from '../text/quote.js'
import type { FieldExplanation, Lost, Reason } from './explanation.js'
import { nothingTold } from './nothing.js'
import { cited, competitors, lost, reason, type Scene, sources } from './scene.js'

/** The count's words and the victims', parts and running totals, and the other numbers told. */
export function explainHarm(scene: Scene): FieldExplanation[] {
  const { harm } = scene.event
  const linked = new Set(linksOf(scene).map(({ count }) => count))
  const free = competitors(scene, 'count', { name: null, values: harm }).filter(
    ({ words }) => ![...linked].some(id => words.some(word => scene.mention(id)?.quote.start === word.start)),
  )
  if (harm.length === 0) {
    return [
      nothingTold(
        'harm',
        'count of people harmed',
        free,
        'It would have harm if a count or a word of harm were tied to it.',
      ),
    ]
  }
  return harm.map((one, i) => ({
    field: `harm.${i}`,
    value: one.value,
    ...sources(scene, one),
    reasons: [...linkReasons(scene, one), ...relations(scene, one)],
    lost: [...otherNumbers(scene, one), ...(i === 0 ? free : [])],
    change: changeOfHarm(one),
  }))
}

const linksOf = ({ reading, tellings }: Scene): readonly HarmLink[] =>
  reading.labels.harms.filter(({ trigger }) => tellings.some(telling => telling.trigger?.id === trigger))

function linkReasons(scene: Scene, { value, evidence }: Sourced<HarmValue>): Reason[] {
  return linksOf(scene).flatMap(({ trigger: id, count: countId, what, of, by, score }) => {
    const [trigger, count] = [scene.trigger(id), scene.mention(countId)]
    if (!trigger || !count || what !== value.what) return []
    if (!evidence.some(quote => contains(quote, count.quote))) return []
    const whom = of ? ` of ${cited(of)}` : ''
    const says = `${cited(count.quote)}${whom}: ${what}, by ${cited(trigger.quote)}`
    return [reason(scene, says, { by, score, words: of ? [count.quote, of] : [count.quote] })]
  })
}

function relations(scene: Scene, { value, basis }: Sourced<HarmValue>): Reason[] {
  const { by } = basis
  const rules = by.split('+')
  const rule = (prefix: string): string => rules.find(one => one.startsWith(prefix)) ?? by
  return [
    ...(value.partOf
      ? [reason(scene, `it is part of ${cited(value.partOf)}`, { by: rule('part:'), words: [value.partOf] })]
      : []),
    ...(value.cumulative
      ? [reason(scene, 'it is a running total, and not what is new', { by: rule('total:') })]
      : []),
  ]
}

/** Other numbers told of the same harm: kept beside it, since values are collected and not chosen. */
function otherNumbers(scene: Scene, one: Sourced<HarmValue>): Lost[] {
  return scene.event.harm.flatMap((other, i) => {
    if (other === one || other.value.what !== one.value.what) return []
    if (other.evidence.some(quote => one.evidence.some(own => overlaps(own, quote)))) return []
    const why = `told of the event as well: it stands as harm.${i}`
    return [lost(scene, other.evidence[0].exact, why, { by: 'event:collected', words: other.evidence })]
  })
}

const totalRule = (by: string): string => by.split('+').find(one => one.startsWith('total:')) ?? by

function changeOfHarm({ value, evidence, basis }: Sourced<HarmValue>): string {
  const { low, high, vague, partOf } = value
  const said = `“${evidence[0].exact}”`
  if (low === null && high === null)
    return `It would have a number if one stood with “${vague ?? evidence[0].exact}”.`
  if (partOf) return `It would stand for itself, and not as a part, were it not told with ${cited(partOf)}.`
  if (value.cumulative)
    return `It would be new harm and no running total without the words that sum it up (${totalRule(basis.by)}).`
  if (high === null) return `It would have an upper bound if ${said} did not leave it open.`
  if (low === null) return `It would have a lower bound if ${said} did not leave it open.`
  if (vague) return `It would be exact without “${vague}”.`
  return `Only another number than the one in ${said} would change it; another telling's number would be kept beside it.`
}

import type { Span } from '../../../model/span.js'
import type { PlaceValue } from '../../../model/values.js'

type Relation = NonNullable<PlaceValue['relation']>

const kind = '(?:(?:a|the) )?(?:[\\p{Ll}-]+ )?(?:town|city|village|base|airport|border|camp) of |the '
const near = new RegExp(
  `(?:\\bnear(?: to)?|\\bclose to|\\boutside(?: of)?|\\baround|\\bnot far from|\\b(?:the )?outskirts of|\\boff(?: the coast of)?|\\b(?:north|south|east|west)[\\p{Ll}-]* of|\\b(?:km|kms|kilomet(?:re|er)s?|miles?) from) (?:${kind})?$`,
  'iu',
)
const first = new RegExp(`\\bbetween (?:${kind})?$`, 'iu')
const second = new RegExp(`\\bbetween (?:${kind})?(?:[\\p{Lu}][^.;:]{1,40}?) and (?:${kind})?$`, 'u')

/** How what is told lies to a place, by the words before its mention: "near Mosul", "between Homs and Hama"; null for in it. */
export function relationBefore(body: string, { start, end }: Span): Relation | null {
  const before = body.slice(Math.max(0, start - 80), start).replace(/\s+/g, ' ')
  if (near.test(before.slice(-45))) return 'near'
  if (first.test(before)) return /^ and (?:the )?\p{Lu}/u.test(body.slice(end, end + 20)) ? 'between' : null
  return second.test(before) ? 'between' : null
}

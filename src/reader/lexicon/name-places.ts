import type { Mention } from '../../model/labels.js'
import type { Span } from '../../model/span.js'
import type { Gazetteer } from '../../ports.js'
import { overlaps, quoteAt } from '../../text/quote.js'

/** Nouns that make what stands before them a name of an institution, and the place in it the place that it is of. */
const institutions =
  /\b(?:police|sheriff|department|council|school|schools|college|university|hospital|county|city|mayor|court|fire|public|library|museum|zoo|airport|times|news|herald|post|journal|chamber|association|society|authority|commission|board|bureau|office|church|bank|park|parks|turnpike|highway|street|guard|state|states|senate|house|assembly|ministry|government|governor|legislature|embassy|army|forces|district|region|area|club|united|festival|center|centre|station|service|services|patrol|agency|institute|republican|democratic|democrat|company|district|foundation|union|federation|league)\b/i
const whole = new RegExp(`^(?:${institutions.source})$`, 'i')
/** Those that a small town has: its bare name may else be a person's. */
const municipal =
  /^[’']?s? ?(?:police|sheriff|fire|county|city|mayor|council|school|schools|public|parks|township|town|high|middle|elementary|chamber|area|firefighter|resident|residents|native|woman|man|officers?|department|community)\b/i
/** A place of the wire's dateline: the first words of a paragraph, in capitals, before a dash or a bracket. */
const dateline =
  /(?:^|\n|[.!?”"] )[ \t]*(\p{Lu}[\p{Lu} .’'-]{2,30}\p{Lu})(?=,? ?(?:\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)?)? ?(?:\([^)\n]{2,30}\))?[ ,]*(?:--|—|–|- ))/gu
const wellKnown = 100_000
/** What a name that is only such a word names is a part of an institution's name ("East Bank Middle School"). */
const noName =
  /^(?:north|south|east|west|northern|southern|eastern|western|central|upper|lower|new|old|the|area|general|national|international|royal|social|high|middle|white|black|green|red|best|christian|union|liberty|independence|victoria|george|god)$/i

/**
 * Places that are named in passing: in the name of an institution ("Velato Police Department"), as a people ("Syrian
 * forces"), in a dateline. They tell which places the report is about, and none of them is where something happened: they
 * are found after the roles have been read.
 */
export function placesInPassing(body: string, mentions: readonly Mention[], gazetteer: Gazetteer): Mention[] {
  const taken: Span[] = mentions.filter(({ kind }) => kind === 'place').map(({ quote }) => quote)
  const found: Mention[] = []
  const add = (span: Span, by: string, within?: Span): void => {
    if (taken.some(other => other !== within && overlaps(other, span))) return
    taken.push(span)
    const id = `p${found.length + 1}`
    found.push({ id, quote: quoteAt(body, span), kind: 'place', by: `lexicon:${by}`, score: null })
  }
  for (const match of body.matchAll(dateline)) {
    const start = match.index + match[0].lastIndexOf(match[1] ?? '')
    const span = { start, end: start + (match[1]?.length ?? 0) }
    if (gazetteer.lookup(body.slice(span.start, span.end), 'written').length > 0) add(span, 'dateline')
  }
  for (const { quote, kind } of mentions) {
    const isName = kind === 'actor' || (kind === 'place' && isInstitution(quote.exact, gazetteer))
    for (const span of isName ? inName(body, quote, gazetteer) : []) add(span, 'place-in-name', quote)
  }
  return found
}

/** A site that is named after a place and goes by no name of its own ("at the Velato Police Department"). */
const isInstitution = (name: string, gazetteer: Gazetteer): boolean =>
  institutions.test(name) && / /.test(name) && gazetteer.lookup(name, 'written').length === 0

const word = /(?:\p{Lu}\.){2,}|\p{Lu}\p{M}*[\p{L}\p{M}]*(?:[.’'-]?[\p{L}\p{M}]+)*(?<![’']s)/gu

/** Places and peoples among the capitalised words of a name, the longest first. */
function inName(body: string, quote: Span, gazetteer: Gazetteer): Span[] {
  const words = [...body.slice(quote.start, quote.end).matchAll(word)].map(match => ({
    start: quote.start + match.index,
    end: quote.start + match.index + match[0].length,
  }))
  const spans: Span[] = []
  for (let first = 0; first < words.length; first++) {
    for (let length = Math.min(3, words.length - first); length > 0; length--) {
      const [a, b] = [words[first], words[first + length - 1]]
      if (!a || !b || !isOneName(body.slice(a.start, b.end))) continue
      const span = { start: a.start, end: b.end }
      if (!isNamed(body, span, quote, gazetteer)) continue
      spans.push(span)
      first += length - 1
      break
    }
  }
  return spans
}

const isOneName = (text: string): boolean => !/[^\p{L}\p{M}.’' -]/u.test(text)

function isNamed(body: string, span: Span, quote: Span, gazetteer: Gazetteer): boolean {
  const name = body.slice(span.start, span.end)
  if (gazetteer.demonym(name) !== null) return true
  const [place] = gazetteer.lookup(name, 'written')
  if (!place || noName.test(name) || whole.test(name)) return false
  if (/ (?:County|Parish)$/.test(name)) return true
  const after = body.slice(span.end, Math.max(quote.end, span.end + 20))
  if (place.level === 'country' || (place.level === 'province' && place.country === 'US')) return true
  const isKnown = place.population === null || place.population >= wellKnown
  return isKnown ? institutions.test(body.slice(span.end, quote.end + 14)) : municipal.test(after.trimStart())
}

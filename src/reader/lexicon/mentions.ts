import type { Mention } from '../../model/labels.js'
import type { Span } from '../../model/span.js'
import { overlaps, quoteAt } from '../../text/quote.js'
import { type Parsed, parse } from './clauses.js'
import type { Known } from './known.js'
import { namesIn } from './names.js'
import { readTable } from './role-tables.js'
import type { TaggedSentence } from './tag.js'

const means = readTable(new URL('./means.tsv', import.meta.url))

/** Finds the words that may fill a role: actors, places, times, counts, means. */
export function findMentions(body: string, tagged: readonly TaggedSentence[], known: Known): Mention[] {
  const mentions: Mention[] = []
  const add = (kind: Mention['kind'], span: Span, by: string): void => {
    mentions.push({ id: `m${mentions.length + 1}`, quote: quoteAt(body, span), kind, by, score: null })
  }
  const sentences = tagged.map(({ sentence }) => sentence)
  const times = known.findTimes(body, sentences)
  for (const span of times) add('time', span, 'lexicon:time')
  for (const span of known.findCounts(body, sentences)) add('count', span, 'lexicon:count')
  // Some papers' archives keep no capitals: there every noun may be a name.
  const inSmallLetters = (body.match(/\p{Lu}/gu)?.length ?? 0) * 200 < body.length
  for (const sentence of tagged) {
    const parsed = parse(sentence)
    for (const { kind, span } of namesIn(body, parsed, known, inSmallLetters)) {
      if (!times.some(time => overlaps(time, span))) add(kind, span, `lexicon:${kind}-name`)
    }
    for (const span of meansIn(parsed)) add('means', span, 'lexicon:means')
  }
  return mentions
}

/** Weapons, vehicles and instruments, the longest name first. */
function meansIn({ pieces }: Parsed): Span[] {
  const found: Span[] = []
  for (let at = 0; at < pieces.length; at++) {
    for (let length = 3; length > 0; length--) {
      const run = pieces.slice(at, at + length)
      const [first, last] = [run[0], run.at(-1)]
      if (run.length < length || !first || !last || !/^(NOUN|PROPN|ADJ)$/.test(last.pos)) continue
      const start = run
        .slice(0, -1)
        .map(({ lower }) => `${lower} `)
        .join('')
      const forms = [last.lower, last.lemma, last.lower.replace(/s$/, '')]
      if (!forms.some(form => means.has(start + form))) continue
      // "A suicide bomber" is a person.
      if (/^bombers?$/.test(last.lower) && pieces[at - 1]?.lower === 'suicide') continue
      found.push({ start: first.start, end: last.end })
      at += length - 1
      break
    }
  }
  return found
}

import { z } from 'zod'
import { offsetMap } from '../../src/text/offsets.js'
import type { AsRead, WordPair } from './as-read.js'

/** Quotes of a coding are in code points. */
const Quotes = z.array(z.object({ start: z.number().int(), end: z.number().int() })).nullish()
type Quotes = z.infer<typeof Quotes>
const Actors = z.array(z.object({ quotes: Quotes, certainty: z.string() })).nullish()

/** As much of a coding (codebook, section 6) as is learned. */
export const Coding = z.object({
  report: z.string(),
  events: z.array(
    z.object({
      kind: z.string(),
      status: z.string(),
      trigger: Quotes,
      when: z.object({ quotes: Quotes }).nullish(),
      where: z.array(z.object({ quotes: Quotes })).nullish(),
      initiators: Actors,
      targets: Actors,
      means: Quotes,
      harm: z.array(z.object({ what: z.string(), quotes: Quotes })).nullish(),
      said: z
        .array(
          z.object({
            holder: z.string().nullish(),
            cue: z.string().nullish(),
            stance: z.string(),
            about: z.string(),
            quotes: Quotes,
          }),
        )
        .nullish(),
    }),
  ),
})
export type Coding = z.infer<typeof Coding>
type CodedEvent = Coding['events'][number]
type Said = NonNullable<CodedEvent['said']>[number]

/** The events of a coding in words; what the lexicon says of the words around each trigger, by its first and last word. */
export function codedExample(coding: Coding, read: AsRead) {
  const points = offsetMap(read.body)
  const spans = (quotes: Quotes): WordPair[] =>
    (quotes ?? []).flatMap(({ start, end }) => found(read.at(points.toUtf16(start), points.toUtf16(end))))
  const events = coding.events.map(event => inWords(event, spans, read))
  const lexical = events
    .flatMap(({ triggers }) => triggers)
    .map(([first, last]) => [
      `${first} ${last}`,
      read.lexical.pairsWith({ first, last }).map(pair => [pair.first, pair.last, pair.relation]),
    ])
  return { events, lexical: Object.fromEntries(lexical) }
}

const found = (span: WordPair | null): WordPair[] => (span ? [span] : [])

function inWords(event: CodedEvent, spans: (quotes: Quotes) => WordPair[], read: AsRead) {
  const actors = (list: z.infer<typeof Actors>) =>
    (list ?? []).flatMap(({ quotes, certainty }) => spans(quotes).map(span => [...span, certainty]))
  return {
    kind: event.kind,
    status: event.status,
    triggers: spans(event.trigger),
    initiator: actors(event.initiators),
    target: actors(event.targets),
    place: (event.where ?? []).flatMap(({ quotes }) => spans(quotes)),
    time: spans(event.when?.quotes),
    means: spans(event.means),
    harm: (event.harm ?? []).flatMap(({ what, quotes }) => spans(quotes).map(span => [...span, what])),
    said: (event.said ?? []).flatMap(said => voice(said, spans(said.quotes), read)),
  }
}

/** A line of `said`: its holder and cue are words without a place, and are looked for in its quotes. */
function voice(said: Said, quotes: readonly WordPair[], read: AsRead) {
  const [quote] = quotes
  if (!quote) return []
  const { stance, about, holder, cue } = said
  const where = (words: string | null | undefined) => (words ? within(words, quotes, read) : null)
  return [{ quote, holder: where(holder), named: typeof holder === 'string', cue: where(cue), stance, about }]
}

function within(name: string, quotes: readonly WordPair[], { body, words, at }: AsRead): WordPair | null {
  const bare = name.toLowerCase().replace(/^(the|a|an) /, '')
  for (const [first, last] of quotes) {
    const start = words.start[first] ?? 0
    const index = body.slice(start, words.end[last]).toLowerCase().indexOf(bare)
    if (index >= 0) return at(start + index, start + index + bare.length)
  }
  return null
}

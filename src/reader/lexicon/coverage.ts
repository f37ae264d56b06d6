import type { Attribution, HarmLink, Mention, Trigger } from '../../model/labels.js'
import type { Span } from '../../model/span.js'
import type { EventKind } from '../../model/vocabulary.js'
import { isPublisher } from './antecedents.js'
import { itemsWithin } from './span-search.js'
import type { Voice } from './voices.js'

type Cover = Attribution['covers'][number]

// "Nor has the speaker of a speech event for that event" a line (codebook section 5).
const speech: ReadonlySet<EventKind> = new Set(['accusation', 'demand', 'threat', 'refusal'])

// "IS claimed responsibility": for the last violence told, if it was told within so many characters.
const nearby = 400
const violent: ReadonlySet<EventKind> = new Set([
  'armed-clash',
  'shelling',
  'air-strike',
  'drone-strike',
  'bombing',
  'suicide-bombing',
  'shooting',
  'melee-attack',
  'execution',
  'assassination',
  'massacre',
  'abduction',
  'attack',
  'property-destruction',
  'shoot-down',
  'raid',
  'cyber-attack',
])

/** A number of those harmed, with the trigger whose event harmed them. */
interface Count {
  readonly trigger: string
  readonly quote: Span
}

/**
 * Says of a voice, with its holder's words, what it vouches for: the events that its content tells, their harm where it
 * gives the number, who did it.
 */
export function coverage(
  triggers: readonly Trigger[],
  mentions: readonly Mention[],
  harms: readonly HarmLink[],
): (voice: Voice, holder: string | null) => Cover[] {
  const told = [...triggers].sort((a, b) => a.quote.start - b.quote.start)
  const quotes = new Map(mentions.map(({ id, quote }) => [id, quote]))
  const counts = harms
    .flatMap(({ trigger, count }): Count[] => {
      const quote = quotes.get(count)
      return quote ? [{ trigger, quote }] : []
    })
    .sort((a, b) => a.quote.start - b.quote.start)
  return (voice, holder) => {
    if (!vouches(voice, holder)) return []
    const events = voice.content
      .flatMap(piece => itemsWithin(told, piece))
      .filter(({ kind }) => !speech.has(kind))
    if (voice.cue.vouches === 'claim' && events.length === 0)
      return about('initiator', violenceBefore(told, voice))
    if (/^(claim|blame)$/.test(voice.cue.vouches))
      return about(
        'initiator',
        events.map(({ id }) => id),
      )
    const harmed = voice.content.flatMap(piece => itemsWithin(counts, piece)).map(({ trigger }) => trigger)
    return [
      ...about(
        'event',
        events.map(({ id }) => id),
      ),
      ...about('harm', harmed),
    ]
  }
}

const about = (what: Cover['about'], triggers: readonly string[]): Cover[] =>
  [...new Set(triggers)].map(trigger => ({ trigger, about: what }))

// "A thing (‘the video shows’) is no holder" (codebook section 5).
const thing =
  /\b(videos?|footage|clips?|images?|photos?|photographs?|pictures?|maps?|polls?|speech|comments?|plans?|move|attacks?)$/i

/** Whether somebody vouches for what is said: not the publisher, not words that only name a saying. */
function vouches({ cue, unsaid }: Voice, holder: string | null): boolean {
  if (cue.vouches === 'none' || unsaid || (holder !== null && isPublisher(holder))) return false
  if (holder !== null && thing.test(holder)) return false
  const ownerless = cue.pattern === 'noun' && holder === null
  return !ownerless || /^(allegation|suspicion|rumou?r|speculation)$/.test(cue.words[0] ?? '')
}

function violenceBefore(triggers: readonly Trigger[], { cueSpan }: Voice): string[] {
  const before = { start: Math.max(0, cueSpan.start - nearby), end: cueSpan.start }
  const last = itemsWithin(triggers, before).findLast(({ kind }) => violent.has(kind))
  return last ? [last.id] : []
}

import type { Attribution, HarmLink, Mention, Trigger } from '../../model/labels.js'
import type { Span } from '../../model/span.js'
import type { EventKind } from '../../model/vocabulary.js'
import { contains } from '../../text/quote.js'
import { isPublisher } from './antecedents.js'
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

/** What a voice vouches for: the events that its content tells, their harm where it gives the number, who did it. */
export function coversOf(
  voice: Voice,
  holder: string | null,
  triggers: readonly Trigger[],
  mentions: readonly Mention[],
  harms: readonly HarmLink[],
): Cover[] {
  const { vouches } = voice.cue
  if (vouches === 'none' || voice.unsaid || (holder !== null && isPublisher(holder))) return []
  if (
    voice.cue.pattern === 'noun' &&
    !voice.holder &&
    !/^(allegation|suspicion|rumou?r|speculation)$/.test(voice.cue.words[0] ?? '')
  )
    return []
  const told = triggers.filter(({ quote, kind }) => within(voice.content, quote) && !speech.has(kind))
  if (vouches === 'claim' && told.length === 0) {
    const last = triggers.findLast(({ quote, kind }) => {
      const distance = voice.cueSpan.start - quote.end
      return distance >= 0 && distance < nearby && violent.has(kind)
    })
    return last ? [{ trigger: last.id, about: 'initiator' }] : []
  }
  if (vouches === 'claim' || vouches === 'blame')
    return told.map(({ id }) => ({ trigger: id, about: 'initiator' as const }))
  const numbers = harms.filter(({ trigger, count }) => {
    const quote = mentions.find(({ id }) => id === count)?.quote
    return quote && within(voice.content, quote) && triggers.some(({ id }) => id === trigger)
  })
  return [
    ...told.map(({ id }) => ({ trigger: id, about: 'event' as const })),
    ...[...new Set(numbers.map(({ trigger }) => trigger))].map(trigger => ({
      trigger,
      about: 'harm' as const,
    })),
  ]
}

const within = (content: readonly Span[], words: Span): boolean =>
  content.some(piece => contains(piece, words))

import type { Holder, SaidValue } from '../../model/claim.js'
import type { Attribution, Trigger } from '../../model/labels.js'
import type { Referents } from '../../model/referents.js'
import type { Sourced } from '../../model/sourced.js'
import { evidence } from '../../text/quote.js'

/** Who vouches for a telling: the voice that covers the event, else the report itself. */
export function holderOf(
  voices: readonly Attribution[],
  trigger: Trigger,
  { holders }: Pick<Referents, 'holders'>,
): Holder {
  const voice = voices.find(({ covers }) => covers.some(c => c.trigger === trigger.id && c.about === 'event'))
  const quote = voice?.holder ?? voice?.cue
  if (!voice || !quote) return { kind: 'report' }
  const speaker = holders.get(voice.id)
  return {
    kind: 'cited',
    name: speaker?.holder ?? null,
    holderType: speaker?.holderType ?? null,
    via: speaker?.via ?? null,
    stance: voice.stance,
    quote,
  }
}

/** A line for each voice and each thing that it vouches for (codebook section 5). */
export function saidLines(
  voices: readonly Attribution[],
  trigger: Trigger,
  { holders }: Pick<Referents, 'holders'>,
): Sourced<SaidValue>[] {
  return voices.flatMap(voice =>
    voice.covers
      .filter(cover => cover.trigger === trigger.id)
      .flatMap(({ about }) => {
        const [first, ...rest] = [voice.holder, voice.cue].filter(quote => quote !== null)
        if (!first) return []
        const speaker = holders.get(voice.id)
        const value = {
          holder: speaker?.holder ?? null,
          holderType: speaker?.holderType ?? null,
          // "Who says of a negated event that it did not happen denies it" (codebook section 5).
          stance: about === 'event' && isDenial(trigger, voice) ? ('denies' as const) : voice.stance,
          about,
          via: speaker?.via ?? null,
          cue: voice.cue?.exact ?? null,
        }
        const basis = { kind: 'stated' as const, by: voice.by }
        return [{ value, basis, evidence: evidence(first, ...rest), score: voice.score }]
      }),
  )
}

const isDenial = (trigger: Trigger, voice: Attribution): boolean =>
  trigger.status === 'negated' && voice.stance === 'says'

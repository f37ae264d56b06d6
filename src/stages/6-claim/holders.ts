import type { Holder, SaidValue } from '../../model/claim.js'
import type { Attribution, Mention, Trigger } from '../../model/labels.js'
import type { Referents } from '../../model/referents.js'
import type { Sourced } from '../../model/sourced.js'
import type { Quote } from '../../model/span.js'
import { evidence } from '../../text/quote.js'
import type { Lookup } from './lookup.js'

/** Who vouches for a telling: the voice that covers the event, else the report itself. */
export function holderOf(voices: readonly Attribution[], trigger: Trigger): Holder {
  const voice = voices.find(({ covers }) => covers.some(c => c.trigger === trigger.id && c.about === 'event'))
  const quote = voice?.holder ?? voice?.cue
  if (!voice || !quote) return { kind: 'report' }
  return {
    kind: 'cited',
    name: voice.holder?.exact ?? null,
    via: voice.via?.exact ?? null,
    stance: voice.stance,
    quote,
  }
}

/** A line for each voice and each thing that it vouches for (codebook section 5). */
export function saidLines(
  voices: readonly Attribution[],
  trigger: Trigger,
  referents: Referents,
  lookup: Lookup,
): Sourced<SaidValue>[] {
  return voices.flatMap(voice =>
    voice.covers
      .filter(cover => cover.trigger === trigger.id)
      .flatMap(({ about }) => {
        const [first, ...rest] = [voice.holder, voice.cue].filter(quote => quote !== null)
        if (!first) return []
        const value = {
          holder: voice.holder && nameOf(voice.holder, referents, lookup),
          // "Who says of a negated event that it did not happen denies it" (codebook section 5).
          stance: about === 'event' && isDenial(trigger, voice) ? ('denies' as const) : voice.stance,
          about,
          via: voice.via && nameOf(voice.via, referents, lookup),
          cue: voice.cue?.exact ?? null,
        }
        const basis = { kind: 'stated' as const, by: voice.by }
        return [{ value, basis, evidence: evidence(first, ...rest), score: voice.score }]
      }),
  )
}

const isDenial = (trigger: Trigger, voice: Attribution): boolean =>
  trigger.status === 'negated' && voice.stance === 'says'

/**
 * The fullest name that the report uses for a holder; its words, less an article, where no known actor is most of them
 * ("agencies in Syria" are not Syria).
 */
function nameOf(words: Quote, referents: Referents, lookup: Lookup): string {
  const shared = ({ quote }: Mention): number =>
    Math.min(quote.end, words.end) - Math.max(quote.start, words.start)
  const [nearest] = lookup
    .actorsAt(words)
    .filter(mention => shared(mention) >= (words.end - words.start) / 2)
    .sort((a, b) => shared(b) - shared(a))
  const actor = nearest && referents.actors.get(nearest.id)
  return actor?.value.name ?? words.exact.replace(/^(the|an?) /i, '')
}

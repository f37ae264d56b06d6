import type { Diagnostic, Noted } from '../../model/diagnostic.js'
import type { Labels } from '../../model/labels.js'
import type { Quote } from '../../model/span.js'
import { holds } from '../../text/quote.js'

/**
 * Refuses labels whose words are not in the body, and whatever hangs on them: a reader can only point at what is there.
 * Each refusal is noted.
 */
export function soundLabels(body: string, labels: Labels): Noted<Labels> {
  const notes: Diagnostic[] = []
  const stands = (...quotes: readonly (Quote | null)[]): boolean => {
    const missing = quotes.find(quote => quote !== null && !holds(body, quote))
    if (missing) notes.push(notThere(missing))
    return !missing
  }
  const triggers = labels.triggers.filter(({ quote, cues }) => stands(quote, ...cues))
  const mentions = labels.mentions.filter(({ quote }) => stands(quote))
  const known = new Set([...triggers, ...mentions].map(({ id }) => id))
  return {
    value: {
      triggers,
      mentions,
      roles: labels.roles.filter(({ trigger, mention }) => known.has(trigger) && known.has(mention)),
      harms: labels.harms.filter(
        ({ trigger, count, of }) => known.has(trigger) && known.has(count) && stands(of),
      ),
      attributions: labels.attributions
        .filter(({ holder, cue, via, content }) => stands(holder, cue, via, ...content))
        .map(voice => ({ ...voice, covers: voice.covers.filter(({ trigger }) => known.has(trigger)) })),
      same: labels.same.filter(({ a, b }) => known.has(a) && known.has(b)),
      ...(labels.sameIsWhole && { sameIsWhole: true as const }),
    },
    notes,
  }
}

function notThere({ exact }: Quote): Diagnostic {
  return {
    code: 'label-not-in-text',
    severity: 'warning',
    message: `the reader pointed at ${JSON.stringify(exact)}, which the report does not say there; the label was refused`,
    at: null,
    help: 'This is a fault of the reader, not of the report; docs/diagnostics/label-not-in-text.md says what to do.',
  }
}

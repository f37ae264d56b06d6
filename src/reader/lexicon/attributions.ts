import type { Attribution, HarmLink, Mention, Trigger } from '../../model/labels.js'
import type { Span } from '../../model/span.js'
import { contains, inTextOrder, overlaps, quoteAt } from '../../text/quote.js'
import { nameSpeakers } from './antecedents.js'
import { coverage } from './coverage.js'
import { findOffices, type Office } from './offices.js'
import { type Passage, passagesOf } from './passages.js'
import { findQuotations } from './quotations.js'
import { scareQuoted } from './scare-quotes.js'
import { firstEndingAfter } from './span-search.js'
import type { TaggedSentence } from './tag.js'
import { type Voice, voicesIn } from './voices.js'

/** Finds who says what: holder, cue and content, and the triggers that the content covers. */
export function findAttributions(
  body: string,
  tagged: readonly TaggedSentence[],
  triggers: readonly Trigger[],
  mentions: readonly Mention[],
  harms: readonly HarmLink[],
): Attribution[] {
  const quotations = findQuotations(body)
  const passages = passagesOf(body, tagged, quotations)
  const spoken = passages.flatMap((passage, i) => voicesIn(passage, i, quotations))
  const offices = findOffices(passages)
  const heard = goOn(body, introduce(spoken, passages, quotations), quotations).filter(
    ({ content, cue }) => content.length > 0 || cue.vouches === 'claim',
  )
  const voices = nameSpeakers(body, heard, passages, mentions).map(voice => onBehalf(body, voice, offices))
  const coversOf = coverage(triggers, mentions, harms)
  const heardSaying = voices.map((voice, i) => ({
    id: `a${i}`,
    holder: voice.holder && quoteAt(body, voice.holder),
    cue: quoteAt(body, voice.cueSpan),
    content: inTextOrder(voice.content.map(span => quoteAt(body, span))),
    via: voice.via && quoteAt(body, voice.via),
    stance: voice.cue.stance,
    covers: coversOf(voice, voice.holder && body.slice(voice.holder.start, voice.holder.end)),
    by: `lexicon:${voice.cue.words.join('-')}`,
    score: null,
  }))
  const hedged = scareQuoted(body, triggers, quotations, voices).map(({ id, quote }, i) => ({
    id: `a${voices.length + i}`,
    holder: null,
    cue: quote,
    content: [quote],
    via: null,
    stance: 'says' as const,
    covers: [{ trigger: id, about: 'event' as const }],
    by: 'lexicon:scare-quotes',
    score: null,
  }))
  return [...heardSaying, ...hedged]
}

/** "The minister said:" at the end of its line: what follows is said, to the next voice, unless it is a quotation. */
function introduce(
  voices: readonly Voice[],
  passages: readonly Passage[],
  quotations: readonly Span[],
): Voice[] {
  return voices.map((voice, i) => {
    const first = passages[voice.passage + 1]
    if (voice.content.length > 0 || voice.cue.vouches === 'claim' || !first) return voice
    const quotation = quotations[firstEndingAfter(quotations, first.start)]
    if (quotation && quotation.start <= first.start) return voice
    const next = voices.slice(i + 1).find(({ cue, isSelf }) => cue.vouches !== 'none' && !isSelf)
    const last = passages[(next?.passage ?? passages.length) - 1]
    return last && last.end > first.start
      ? { ...voice, content: [{ start: first.start, end: last.end }] }
      : voice
  })
}

// A quotation of fewer words is a title or an irony, not speech that goes on.
const shortest = 25

/** A quotation that nobody is named for goes on with the speaker of the one before it. */
function goOn(body: string, voices: readonly Voice[], quotations: readonly Span[]): Voice[] {
  const found = [...voices]
  const taken = quotationsIn(voices, quotations)
  let next = 0
  let last = -1
  for (const [i, quotation] of quotations.entries()) {
    for (let voice = found[next]; voice && voice.cueSpan.end <= quotation.start; voice = found[next]) {
      if (voice.within < 0 && voice.cue.pattern !== 'hedge') last = next
      next++
    }
    const voice = found[last]
    if (!voice || taken.has(i) || quotation.end - quotation.start < shortest) continue
    const from = Math.max(voice.cueSpan.end, ...voice.content.map(({ end }) => end))
    const between = body.slice(from, quotation.start)
    const near = between.split(/\n\s*/).length <= 2 && between.length < 120
    if (near) found[last] = { ...voice, content: [...voice.content, quotation] }
  }
  return found
}

/** The quotations, by place, in which a voice from outside them is heard. */
function quotationsIn(voices: readonly Voice[], quotations: readonly Span[]): Set<number> {
  const taken = new Set<number>()
  for (const { content, cueSpan } of voices) {
    for (const piece of content) {
      for (let at = firstEndingAfter(quotations, piece.start); ; at++) {
        const quotation = quotations[at]
        if (!quotation || quotation.start >= piece.end) break
        if (!contains(quotation, cueSpan)) taken.add(at)
      }
    }
  }
  return taken
}

/** Of a spokesperson, the office is the holder and the spokesperson the one through whom it speaks (codebook section 5). */
function onBehalf(body: string, voice: Voice, offices: readonly Office[]): Voice {
  const { holder } = voice
  if (!holder) return voice
  const lastWord = body.slice(holder.start, holder.end).toLowerCase().split(/\s+/).at(-1)
  const office =
    offices.find(({ speaker }) => overlaps(speaker, holder)) ??
    offices.findLast(({ name, speaker }) => name === lastWord && speaker.start < holder.start)
  return office ? { ...voice, holder: office.office, via: voice.via ?? office.speaker } : voice
}

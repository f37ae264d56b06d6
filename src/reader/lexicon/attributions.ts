import type { Attribution, HarmLink, Mention, Trigger } from '../../model/labels.js'
import type { Span } from '../../model/span.js'
import { contains, inTextOrder, overlaps, quoteAt } from '../../text/quote.js'
import { nameSpeakers } from './antecedents.js'
import { coverage } from './coverage.js'
import { findOffices, type Office } from './offices.js'
import { type Passage, passagesOf } from './passages.js'
import { findQuotations } from './quotations.js'
import { scareQuoted } from './scare-quotes.js'
import { firstEndingAfter, lastWhere } from './span-search.js'
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
  const officeOf = officesBy(findOffices(passages))
  const heard = goOn(body, introduce(spoken, passages, quotations), quotations).filter(
    ({ content, cue }) => content.length > 0 || cue.vouches === 'claim',
  )
  const voices = nameSpeakers(body, heard, passages, mentions).map(voice => onBehalf(body, voice, officeOf))
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
  const nexts = nextHeard(voices, passages.length)
  return voices.map((voice, i) => {
    const first = passages[voice.passage + 1]
    if (voice.content.length > 0 || voice.cue.vouches === 'claim' || !first) return voice
    const quotation = quotations[firstEndingAfter(quotations, first.start)]
    if (quotation && quotation.start <= first.start) return voice
    const last = passages[(nexts[i] ?? passages.length) - 1]
    return last && last.end > first.start
      ? { ...voice, content: [{ start: first.start, end: last.end }] }
      : voice
  })
}

/** For each voice, the sentence in which the next one vouches for something; the end of the text where none does. */
function nextHeard(voices: readonly Voice[], end: number): number[] {
  const nexts: number[] = []
  let next = end
  for (let i = voices.length - 1; i >= 0; i--) {
    nexts[i] = next
    const voice = voices[i]
    if (voice && voice.cue.vouches !== 'none' && !voice.isSelf) next = voice.passage
  }
  return nexts
}

// A quotation of fewer words is a title or an irony, not speech that goes on.
const shortest = 25
// How far, in characters, it may stand from what was said before.
const farthest = 120

/** A quotation that nobody is named for goes on with the speaker of the one before it. */
function goOn(body: string, voices: readonly Voice[], quotations: readonly Span[]): Voice[] {
  const more = new Map<Voice, Span[]>()
  const taken = quotationsIn(voices, quotations)
  let next = 0
  let last: Voice | undefined
  let from = 0
  for (const [i, quotation] of quotations.entries()) {
    for (let voice = voices[next]; voice && voice.cueSpan.end <= quotation.start; voice = voices[++next]) {
      if (voice.within >= 0 || voice.cue.pattern === 'hedge') continue
      last = voice
      from = voice.content.reduce((end, piece) => Math.max(end, piece.end), voice.cueSpan.end)
    }
    if (!last || taken.has(i) || quotation.end - quotation.start < shortest) continue
    const between = body.slice(from, Math.min(quotation.start, from + farthest))
    const near = quotation.start - from < farthest && between.split(/\n\s*/).length <= 2
    if (!near) continue
    const further = more.get(last) ?? []
    further.push(quotation)
    more.set(last, further)
    from = Math.max(from, quotation.end)
  }
  return voices.map(voice => ({ ...voice, content: [...voice.content, ...(more.get(voice) ?? [])] }))
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

type OfficeOf = (holder: Span, lastWord: string) => Office | undefined

/** Finds for whom a holder speaks: told beside those words, or the last time before that the name was. */
function officesBy(offices: readonly Office[]): OfficeOf {
  const inOrder = [...offices].sort((a, b) => a.speaker.start - b.speaker.start)
  const named = new Map<string, Office[]>()
  for (const office of inOrder) {
    if (office.name === null) continue
    const others = named.get(office.name)
    if (others) others.push(office)
    else named.set(office.name, [office])
  }
  return (holder, lastWord) => {
    const beside = lastWhere(inOrder, ({ speaker }) => speaker.start < holder.end)
    if (beside && overlaps(beside.speaker, holder)) return beside
    return lastWhere(named.get(lastWord) ?? [], ({ speaker }) => speaker.start < holder.start)
  }
}

/** Of a spokesperson, the office is the holder and the spokesperson the one through whom it speaks (codebook section 5). */
function onBehalf(body: string, voice: Voice, officeOf: OfficeOf): Voice {
  const { holder } = voice
  if (!holder) return voice
  const lastWord = body.slice(holder.start, holder.end).toLowerCase().split(/\s+/).at(-1) ?? ''
  const office = officeOf(holder, lastWord)
  return office ? { ...voice, holder: office.office, via: voice.via ?? office.speaker } : voice
}

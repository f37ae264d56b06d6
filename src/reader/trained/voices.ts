import type { Attribution } from '../../model/labels.js'
import type { Quote } from '../../model/span.js'
import { About, Stance } from '../../model/vocabulary.js'
import { overlaps, quoteAt } from '../../text/quote.js'
import type { Around } from './around.js'
import type { MentionsAt } from './mentions-at.js'
import { decisionOf } from './model-files.js'
import { indexOfLargest, type Run, spanOf } from './runs.js'
import type { Scored } from './scored.js'
import { findSpeech } from './speech.js'
import { type WordSpan, wordsAt } from './windows.js'

/** Words that somebody speaks by ("officials said"), and what they are to a trigger. */
export interface VoiceScore extends WordSpan {
  readonly trigger: string
  readonly about: About
  readonly isHedge: boolean
  readonly stance: Stance
  readonly score: number
}

/** The words around a trigger that vouch for it or for something of it. */
export function voicesTowards(here: Around): VoiceScore[] {
  const trigger = here.found.trigger.id
  const hedges = here.runs('hedge').map(run => ({
    ...run,
    trigger,
    about: 'event' as const,
    isHedge: true,
    stance: 'says' as const,
  }))
  const holders = About.options.flatMap(about =>
    here.runs(`about:${about}`).map(run => ({
      ...run,
      trigger,
      about,
      isHedge: false,
      stance: stanceOf(here, run),
    })),
  )
  return [...holders, ...hedges]
}

function stanceOf(here: Around, run: Run): Stance {
  for (const stance of Stance.options) {
    if (stance === 'says') continue
    for (let word = run.first; word <= run.last; word++) {
      if ((here.of(word, `stance:${stance}`) ?? 0) >= decisionOf(here.scored.model, 'stance').threshold)
        return stance
    }
  }
  return 'says'
}

/**
 * Who says what. The lexicon delimits the voices of a report: who speaks, by which cue, in what words; the model decides what
 * each vouches for, and adds voices that the lexicon does not see.
 */
export function findVoices(
  scored: Scored,
  voices: readonly VoiceScore[],
  mentionsAt: MentionsAt,
): Attribution[] {
  const known = voicesByWord(scored)
  const made = new Map<string, Attribution>()
  const take = (
    voice: VoiceScore,
    of: Omit<Attribution, 'id' | 'covers' | 'score' | 'stance' | 'by'>,
  ): void => {
    const quote = of.holder ?? of.cue
    if (!quote) return
    const key = `${of.holder ? 'h' : 'c'} ${quote.start} ${quote.end} ${of.cue?.start} ${voice.stance}`
    const before = made.get(key)
    const cover = { trigger: voice.trigger, about: voice.about }
    const isCovered = before?.covers.some(c => c.trigger === cover.trigger && c.about === cover.about)
    if (before && isCovered) return
    made.set(key, {
      ...of,
      id: before?.id ?? `a${made.size}`,
      stance: voice.stance,
      covers: [...(before?.covers ?? []), cover],
      by: scored.by,
      score: Math.max(voice.score, before?.score ?? 0),
    })
  }
  for (const voice of voices) {
    const lexical = wordsOf(voice)
      .map(word => known.get(word))
      .find(v => v !== undefined)
    if (voice.isHedge) {
      const cue = quoteAt(scored.body, spanOf(scored.words, voice))
      take(voice, { holder: null, cue, content: [], via: null })
    } else if (lexical?.holder) take(voice, { ...pick(lexical) })
    else {
      const { holder, cue } = splitVoice(scored, voice, mentionsAt)
      if (holder) take(voice, { holder, cue, content: [], via: null })
    }
  }
  // The model tags that somebody speaks, the lexicon knows how ("denied").
  const stanceAt = (cue: Quote | null): Stance => {
    const at = cue && wordsAt(scored.words, cue)
    return (
      (at &&
        wordsOf(at)
          .map(word => known.get(word))
          .find(v => v !== undefined)?.stance) ??
      'says'
    )
  }
  const other = findSpeech(scored)
    .filter(({ cue }) => ![...made.values()].some(known => cue && known.cue && overlaps(known.cue, cue)))
    .map((speech, i) => ({
      ...speech,
      id: `a${made.size + i}`,
      via: null,
      stance: stanceAt(speech.cue),
      covers: [],
      by: scored.by,
      score: null,
    }))
  return [...made.values(), ...other]
}

const pick = ({ holder, cue, content, via }: Attribution) => ({ holder, cue, content, via })

const wordsOf = ({ first, last }: WordSpan): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i)

/** The lexicon's voices by the words of their cue, and of their holder where it stands beside the cue. */
function voicesByWord({ words, lexical }: Scored): ReadonlyMap<number, Attribution> {
  const found = new Map<number, Attribution>()
  for (const quoteOf of [(a: Attribution) => a.cue, (a: Attribution) => a.holder]) {
    for (const attribution of lexical.attributions) {
      const quote = quoteOf(attribution)
      const at = quote && wordsAt(words, quote)
      for (const word of at ? wordsOf(at) : []) if (!found.has(word)) found.set(word, attribution)
    }
  }
  return found
}

/** Holder and cue of a voice that the lexicon does not know: the first noun phrase of its words, and what is tagged as a cue. */
function splitVoice(
  { body, words, scores, model }: Scored,
  voice: WordSpan,
  mentionsAt: MentionsAt,
): { holder: Quote | null; cue: Quote | null } {
  const layer = model.layers.indexOf('cue')
  const isCue = (word: number): boolean => indexOfLargest(scores.layer(word, layer)) > 0
  const cues = wordsOf(voice).filter(isCue)
  const [first, last] = [cues[0], cues.at(-1)]
  const holders = wordsOf(voice).filter(word => !isCue(word))
  const holder = holders.map(word => mentionsAt.meantAt(word)).find(span => span !== null)
  return {
    holder: holder ? quoteAt(body, holder) : null,
    cue: first === undefined || last === undefined ? null : quoteAt(body, spanOf(words, { first, last })),
  }
}

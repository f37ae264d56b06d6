import type { Span } from '../../model/span.js'
import { type Cue, type CueMatch, findCues } from './cues.js'
import { readCue } from './drafts.js'
import { type NounPhrase, type Passage, type Range, spanOf } from './passages.js'
import { eachOf, speakerBefore } from './speakers.js'

/** Somebody who speaks in one sentence, as the words there have it: the holder may still be a pronoun. */
export interface Voice {
  readonly cue: Cue
  readonly cueSpan: Span
  readonly holder: Span | null
  readonly via: Span | null
  readonly content: readonly Span[]
  /** The sentence, by its place in the list. */
  readonly passage: number
  /** The quotation that the voice itself stands in, or -1. */
  readonly within: number
  /** Not told as having been said: "would say", "declined to confirm", "did not say". */
  readonly unsaid: boolean
  /** "I", "we": whoever speaks around the voice, if anybody does. */
  readonly isSelf: boolean
}

/** "No group has claimed the attack" is nobody's voice. */
const isNobody = (p: Passage, holder: Range | null): boolean =>
  holder !== null && /^(no|nobody|none|neither|nothing)$/.test(p.words[holder.from]?.lower ?? '')

/** "I think", within a quotation, adds nothing to who is quoted. */
const isQuotedSelf = (p: Passage, { from }: CueMatch, holder: Range | null): boolean =>
  (p.quoted[from] ?? -1) >= 0 && isSelf(p, holder)

const isSelf = (p: Passage, holder: Range | null): boolean =>
  holder !== null && /^(i|we|you)$/.test(p.words[holder.from]?.lower ?? '')

/** Where the verb group of a cue begins: "has said", "did not deny", "declined to say". */
function groupStart(p: Passage, { from, cue }: CueMatch): number {
  if (/^(hedge|noun|source)$/.test(cue.pattern)) return from
  let at = from
  for (;;) {
    const word = p.words[at - 1]
    if (!word || p.phraseAt.has(at - 1) || p.quoted[at - 1] !== p.quoted[from]) return at
    const governs = word.pos === 'VERB' && p.words[at]?.lower === 'to'
    if (!governs && !/^(AUX|PART|ADV)$/.test(word.pos) && !/^(has|have|had)$/.test(word.lower)) return at
    at--
  }
}

/** Finds the voices of one sentence, in order of the text. */
export function voicesIn(p: Passage, index: number, quotations: readonly Span[]): Voice[] {
  const matches = findCues(p.words)
  const voices: Voice[] = []
  let last: Range | null = null
  let floor = 0
  for (const [i, found] of matches.entries()) {
    const match = inContext(p, found)
    const stop = nextSpeech(p, matches, i)
    const draft = readCue({ p, match, quotations, floor, last, stop })
    const cueSpan = spanOf(p.words, { from: groupStart(p, match), to: match.to })
    if (!draft || !cueSpan || isNobody(p, draft.holder) || isQuotedSelf(p, match, draft.holder)) continue
    const content = draft.content.filter(span => span !== null)
    if (draft.holder && match.cue.pattern !== 'noun') last = draft.holder
    const introduces = p.words.at(-1)?.text === ':' && match.cue.vouches === 'fact'
    if (content.length === 0 && match.cue.vouches !== 'claim' && !introduces) continue
    if (content.every(({ end }) => end <= cueSpan.start)) floor = match.to
    const via = draft.via && spanOf(p.words, draft.via)
    // Who cites others says nothing else by it ("the army said, citing residents").
    if (match.cue.pattern === 'source' && via && voices.at(-1)?.holder?.start === via.start) voices.pop()
    const holders = draft.holder ? eachOf(p, draft.holder).map(holder => spanOf(p.words, holder)) : [null]
    const voice = {
      cue: match.cue,
      cueSpan,
      via,
      content,
      passage: index,
      within: p.quoted[match.from] ?? -1,
      unsaid: isUnsaid(p, match),
      isSelf: isSelf(p, draft.holder),
    }
    voices.push(...holders.map(holder => ({ ...voice, holder })))
  }
  return voices
}

/** A cue as its object has it. */
function inContext(p: Passage, match: CueMatch): CueMatch {
  const { cue, from, to } = match
  const object = p.phraseAt.get(to)
  const follows = object?.from === to ? object : null
  switch (cue.words.join(' ')) {
    case 'claim':
      return claimed(p, match, follows)
    // "Announced sanctions" imposes them; "announced the arrest" tells of it.
    case 'announce':
      return follows && !/^(the|that)$/.test(p.words[to]?.lower ?? '') && isObject(p, follows)
        ? { ...match, cue: { ...cue, vouches: 'none' } }
        : match
    // "Rejected claims that the bridge had fallen" denies; "rejected the offer" does not.
    case 'reject':
    case 'dismiss':
      return follows && hearsay.test(p.words[follows.head]?.lower ?? '')
        ? { ...match, cue: { ...cue, vouches: 'fact' } }
        : { ...match, cue: { ...cue, vouches: 'none' } }
    // "Described beatings" tells; "described the raid as a crime" judges.
    case 'describe':
      return p.words.slice(from, from + 12).some(({ lower }) => lower === 'as')
        ? match
        : { ...match, cue: { ...cue, pattern: 'object', vouches: 'fact' } }
    default:
      return match
  }
}

/** Whether a phrase after a verb is its object, not the subject of a clause. */
const isObject = (p: Passage, { to }: NounPhrase): boolean =>
  !/^(VERB|AUX|PRON|PART)$/.test(p.words[to]?.pos ?? '')

const hearsay = /^(claims?|allegations?|accusations?|reports?|suggestions?|charges?|rumou?rs?)$/

/** "Claimed the raid" and "claimed by" take responsibility; "claimed the raid failed" and "claimed that" say. */
function claimed(p: Passage, match: CueMatch, object: NounPhrase | null): CueMatch {
  const { cue, to } = match
  if (cue.pattern !== 'clause') return match
  const taken = object !== null && p.words[object.head]?.pos === 'NOUN' && isObject(p, object)
  if (!taken && p.words[to]?.lower !== 'by') return match
  return { ...match, cue: { ...cue, pattern: 'object', stance: 'claims', vouches: 'claim' } }
}

/** What is said ends where speech goes on: ", adding that", or somebody else speaks: "and residents said". */
function nextSpeech(p: Passage, matches: readonly CueMatch[], i: number): number {
  const own = matches[i]
  for (const { from, cue } of matches.slice(i + 1)) {
    if (/^(hedge|noun)$/.test(cue.pattern) || p.quoted[from] !== p.quoted[own?.from ?? -1]) continue
    if (/^([,;]|and|but)$/.test(p.words[from - 1]?.lower ?? '')) return from - 1
    const subject = speakerBefore(p, from)
    const link = subject && subject !== 'shared' ? subject.from - 1 : -1
    if (own && link > own.to && /^(and|but|while|whereas)$/.test(p.words[link]?.lower ?? '')) return link
  }
  return p.words.length
}

const unreal = new Set([
  'not',
  "n't",
  'n’t',
  'never',
  'would',
  'could',
  'should',
  'might',
  'may',
  'must',
  'can',
  'if',
  'to',
  'cannot',
  'without',
  'will',
])

function isUnsaid(p: Passage, { from, cue }: CueMatch): boolean {
  if (cue.pattern === 'hedge' || cue.pattern === 'noun' || cue.pattern === 'source') return false
  for (let at = from - 1; at >= Math.max(0, from - 3); at--) {
    const word = p.words[at]
    if (!word || (p.phraseAt.has(at) && word.pos !== 'AUX')) return false
    if (unreal.has(word.lower)) return true
  }
  return false
}

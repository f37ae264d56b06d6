import type { Span } from '../../model/span.js'
import { clauseEndsBefore, contentAfter, contentBefore, isClosed, skipAdverbials } from './contents.js'
import type { CueMatch } from './cues.js'
import { type Passage, type Range, spanOf } from './passages.js'
import { byName, phraseFrom, speakerBefore, wholePhrase } from './speakers.js'

/** Who speaks by one cue, and what is said, as words of the sentence. */
export interface Draft {
  readonly holder: Range | null
  readonly via: Range | null
  readonly content: readonly (Span | null)[]
}

/** A cue with what was read before it in the sentence. */
export interface CueInSentence {
  readonly p: Passage
  readonly match: CueMatch
  readonly quotations: readonly Span[]
  /** Where the words of the voice before this one end. */
  readonly floor: number
  /** The speaker of the verb before this one. */
  readonly last: Range | null
  /** Where the next cue's own words begin. */
  readonly stop: number
}

/** Reads a cue by its pattern; null where it shows no speech. */
export function readCue(at: CueInSentence): Draft | null {
  const { p, match } = at
  switch (match.cue.pattern) {
    case 'source':
      return readSource(at)
    case 'hedge':
      return { holder: null, via: null, content: [hedged(p, match)] }
    case 'hedge verb':
      return /^to$/.test(p.words[match.to]?.lower ?? '')
        ? { holder: null, via: null, content: wholeClause(at) }
        : null
    case 'noun':
      return readNoun(at)
    default:
      return isPassive(p, match) ? readPassive(at) : readVerb(at)
  }
}

function isPassive(p: Passage, { from: verb, to, cue }: CueMatch): boolean {
  if (!/(ed|id|en|ld|ught|own|eard|ood)$/.test(p.words[verb]?.lower ?? '')) return false
  // "a man believed to be", "men accused of": the participle stands for a clause.
  const next = p.words[to]?.lower ?? ''
  if (next === 'by' || (cue.vouches === 'blame' && next === 'of')) return true
  if (cue.vouches === 'fact' && next === 'to' && cue.words[0] !== 'agree') return true
  for (let at = verb - 1; at >= Math.max(0, verb - 3); at--) {
    const word = p.words[at]
    if (word?.pos === 'PROPN') return false
    if (/^(is|are|was|were|be|been|being|'s|’s)$/.test(word?.lower ?? '')) return true
    if (word?.pos !== 'ADV' && word?.pos !== 'PART') return false
  }
  return false
}

/** "He was believed to be dead", "it was reported that", "the raid was reported by residents", "blamed on". */
function readPassive(at: CueInSentence): Draft | null {
  const { p, match, stop, quotations } = at
  if (match.cue.vouches === 'none' && p.words[match.to]?.lower !== 'by') return null
  const by = p.words.slice(match.to, stop).findIndex(({ lower }) => lower === 'by')
  const agent = by >= 0 && by <= 1 ? phraseFrom(p, match.to + by + 1) : null
  // "Talks are planned", "is expected": a plan of nobody's.
  if (!agent && (match.cue.vouches === 'plan' || match.cue.words[0] === 'expect')) return null
  const subject = speakerBefore(p, match.from)
  // "No casualties were reported".
  if (!agent && subject && subject !== 'shared' && p.words[subject.from]?.lower === 'no') return null
  const isIt = subject && subject !== 'shared' && /^(it)$/.test(p.words[subject.from]?.lower ?? '')
  const rest = contentAfter(p, skipAdverbials(p, agent?.to ?? match.to), stop, quotations)
  if (match.cue.pattern === 'tell') return rest ? { holder: agent, via: null, content: [rest] } : null
  const head = subject && subject !== 'shared' && !isIt ? spanOf(p.words, subject) : null
  return { holder: agent, via: null, content: [head, rest] }
}

function readVerb(at: CueInSentence): Draft | null {
  const { p, match, quotations, floor, last, stop } = at
  const found = speakerBefore(p, match.from)
  const subject = found === 'shared' ? last : found
  const participle = /ing$/.test(p.words[match.from]?.lower ?? '') && found === null
  const inverted = !subject || found === 'shared' ? inversion(at) : null
  const holder = inverted ?? subject ?? (participle ? (last ?? firstSubject(p, match.from)) : null)
  if (!holder || !blames(p, match)) return null
  const { next, via } = addressee(p, match, inverted)
  const opening = inverted ? match.from : Math.min(holder.from, match.from)
  const followed = clauseEndsBefore(p, opening, floor) || isBetweenCommas(p, opening, next)
  if ((inverted || found !== 'shared') && followed && isClosed(p, next)) {
    const before = contentBefore(p, opening, floor, quotations)
    return { holder, via, content: [before, resumed(p, next, quotations) ?? aside(at, next)] }
  }
  if (match.cue.pattern === 'quotation' && !/^[,:"“]$/.test(p.words[next]?.text ?? '')) return null
  const from = match.cue.pattern === 'object' ? next : skipAdverbials(p, next)
  return { holder, via, content: [contentAfter(p, from, stop, quotations)] }
}

/** Blame needs somebody who is blamed ("whom they accuse of"): "Man charged after raid" is a passive. */
const blames = (p: Passage, { cue, to }: CueMatch): boolean =>
  cue.vouches !== 'blame' || p.phraseAt.has(to) || p.words[to]?.lower === 'of'

/** "The bridge, she said, had fallen". */
const isBetweenCommas = (p: Passage, from: number, to: number): boolean =>
  p.words[from - 1]?.text === ',' && p.words[to]?.text === ',' && p.phraseAt.get(from - 2)?.from === 0

/** `“…,” said the mayor`: the speaker after the verb. */
function inversion({ p, match, floor }: CueInSentence): Range | null {
  if (match.cue.pattern === 'object' || match.cue.pattern === 'tell') return null
  if (/ing$/.test(p.words[match.from]?.lower ?? '') || !clauseEndsBefore(p, match.from, floor)) return null
  const speaker = phraseFrom(p, match.to)
  const afterQuotation =
    p.words[match.from - 1]?.text !== ',' || p.quoted[match.from - 2] !== p.quoted[match.from]
  return speaker && (afterQuotation || isClosed(p, speaker.to)) ? byName(p, speaker) : null
}

const firstSubject = (p: Passage, before: number): Range | null => {
  for (let at = 0; at < before; at++) {
    const phrase = p.phraseAt.get(at)
    if (phrase && p.quoted[at] === p.quoted[before]) return wholePhrase(p, phrase.to - 1)
  }
  return null
}

const news =
  /^(afp|reuters|ap|bbc|cnn|voa|guardian|times|post|agency|television|tv|radio|newspaper|channel|news|press|journal|france-presse|independent|telegraph|rudaw|aljazeera|jazeera|xinhua|tass|interfax)$/

/** Skips whom it was told to; a news outlet is the one through whom it was said. */
function addressee(p: Passage, match: CueMatch, inverted: Range | null): { next: number; via: Range | null } {
  if (inverted) return { next: inverted.to, via: null }
  const told = match.cue.pattern === 'tell' || p.words[match.to]?.lower === 'to'
  if (!told) return { next: match.to, via: null }
  const object = phraseFrom(p, p.words[match.to]?.lower === 'to' ? match.to + 1 : match.to)
  if (!object) return { next: match.to, via: null }
  const head = p.words[p.phraseAt.get(object.from)?.head ?? object.from]
  return { next: object.to, via: head && news.test(head.lower) ? object : null }
}

/** The rest of a clause that the attribution stands within: "The raids, he said, had gone on for weeks". */
function aside({ p, match, stop, quotations }: CueInSentence, next: number): Span | null {
  if (p.words[next]?.text !== ',' || p.words[match.from - 1]?.lower === ',') return null
  if (
    (p.quoted[next + 1] ?? -1) >= 0 ||
    /^(who|which|while|as|in|at|citing|using)$|ing$/.test(p.words[next + 1]?.lower ?? '')
  )
    return null
  return contentAfter(p, next, stop, quotations)
}

/** The rest of a quotation that the attribution broke off: `“We stay,” he said, “and fight.”` */
function resumed(p: Passage, from: number, quotations: readonly Span[]): Span | null {
  const own = p.quoted[from - 1]
  for (let at = from; at < p.words.length; at++) {
    const q = quotations[p.quoted[at] ?? -1]
    if (q && p.quoted[at] !== own) return q
    if (/^(VERB|AUX)$/.test(p.words[at]?.pos ?? '')) return null
  }
  return null
}

/** "according to residents", "citing a military source", "quoted a doctor as saying". */
function readSource(at: CueInSentence): Draft | null {
  const { p, match, quotations, floor, stop, last } = at
  const source = phraseFrom(p, match.to)
  if (!source) return null
  const named = byName(p, source)
  const close =
    p.words[named.to]?.text === '(' ? p.words.findIndex(({ text }, i) => text === ')' && i > named.to) : -1
  const next = close < 0 ? named.to : close + 1
  const verb = p.words[match.from]?.lower ?? ''
  if (/^(quot|cit)/.test(verb)) {
    const subject = speakerBefore(p, match.from)
    const via = subject === 'shared' || !subject ? last : subject
    const asSaying = p.words[named.to]?.lower === 'as' ? named.to + 2 : -1
    if (asSaying >= 0)
      return { holder: named, via, content: [contentAfter(p, skipAdverbials(p, asSaying), stop, quotations)] }
    if (!/ing$/.test(verb)) return null
    // "The army said, citing residents, that the bridge had fallen"; what is told of the residents may stand between.
    const that = p.words.findIndex(
      ({ lower }, i) => i >= next && lower === 'that' && p.words[i - 1]?.text === ',',
    )
    if (p.words[next]?.text === ',' && that >= 0)
      return { holder: named, via, content: [contentAfter(p, that, p.words.length, quotations)] }
    return { holder: named, via, content: [contentBefore(p, match.from, 0, quotations)] }
  }
  if (p.words[next]?.text === ',' && match.from <= floor + 1) {
    const said = pastSources(p, next)
    return { holder: named, via: null, content: [contentAfter(p, said, p.words.length, quotations)] }
  }
  return { holder: named, via: null, content: [contentBefore(p, match.from, floor, quotations)] }
}

/** Past further sources of one thing: "according to the militia, according to residents, gunmen …". */
function pastSources(p: Passage, from: number): number {
  let at = from
  while (p.words[at + 1]?.lower === 'according' && p.words[at + 2]?.lower === 'to') {
    const source = phraseFrom(p, at + 3)
    if (!source) return at
    at = source.to
  }
  return at
}

/** "the army's claim that", "reports of shelling", "an announcement by the ministry that". */
function readNoun({ p, match, quotations, stop }: CueInSentence): Draft | null {
  const phrase = p.phraseAt.get(match.from)
  if (!phrase || phrase.head !== match.from) return null
  const by = /^(by|from)$/.test(p.words[match.to]?.lower ?? '') ? phraseFrom(p, match.to + 1) : null
  const next = by?.to ?? match.to
  if (!/^(that|of|about)$/.test(p.words[next]?.lower ?? '')) return null
  const genitive = p.words.slice(phrase.from, match.from).findIndex(({ text }) => /^['’]s?$/.test(text))
  const owner = genitive > 0 ? { from: phrase.from, to: phrase.from + genitive } : null
  const verb = p.words[next]?.lower === 'that' && !by && reporter(p, phrase.from, match.from)
  if (verb) return { holder: verb, via: null, content: [contentAfter(p, next, stop, quotations)] }
  const itself = /^(reports?|rumou?rs?)$/.test(p.words[match.from]?.lower ?? '')
    ? { from: phrase.from, to: phrase.to }
    : null
  const isOf = p.words[next]?.lower !== 'that'
  const object = isOf ? phraseFrom(p, next + 1) : null
  const content = object ? spanOf(p.words, object) : contentAfter(p, next + Number(isOf), stop, quotations)
  return { holder: by ?? owner ?? itself, via: null, content: [content] }
}

/** "The ministry reports that", "local media report that": a verb that the tagger takes for a noun. */
function reporter(p: Passage, from: number, at: number): Range | null {
  const before = p.words[at - 1]
  const reports = /^reports?$/.test(p.words[at]?.lower ?? '') && at > from
  const names =
    before?.pos === 'PROPN' || (before?.pos === 'NOUN' && /(s|media|police|people)$/.test(before.lower))
  return reports && names ? { from: wholePhrase(p, at).from, to: at } : null
}

/** The words that a hedge covers: the phrase after "alleged", the clause after "reportedly". */
function hedged(p: Passage, { from, to }: CueMatch): Span | null {
  const phrase = p.phraseAt.get(to)
  if (p.words[from]?.pos !== 'ADV' && phrase) return spanOf(p.words, { from: to, to: phrase.to })
  let end = to
  while (end < p.words.length && !/^[.,;:"”—–]$/.test(p.words[end]?.text ?? '.')) end++
  return spanOf(p.words, { from: to, to: end })
}

function wholeClause({ p, match, stop, quotations }: CueInSentence): (Span | null)[] {
  const subject = speakerBefore(p, match.from)
  const head = subject && subject !== 'shared' ? spanOf(p.words, subject) : null
  return [head, contentAfter(p, match.to, stop, quotations)]
}

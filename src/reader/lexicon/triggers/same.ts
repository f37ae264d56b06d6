import { kinds } from '../../../codebook/index.js'
import type { Coreference, Trigger } from '../../../model/labels.js'
import type { EventKind } from '../../../model/vocabulary.js'
import { quoteAt } from '../../../text/quote.js'
import { isActorNoun } from '../nouns.js'
import type { TaggedSentence } from '../tag.js'
import { isDefinite, verbGroup } from './context.js'
import type { Match } from './match.js'
import type { Told } from './status.js'

/** A match that tells an event. */
export interface Telling extends Told {
  readonly sentence: TaggedSentence
  /** The place of the sentence in the report. */
  readonly place: number
  readonly match: Match
  readonly kind: EventKind
}

/** Tellings that the words show to be of one occurrence. */
interface Occurrence {
  kind: EventKind
  readonly tellings: Telling[]
  readonly heads: Set<string>
  last: Telling
}

// Of these kinds one report seldom tells two occurrences without saying "another".
const single = new Set<EventKind>(
  (
    'shelling air-strike drone-strike bombing suicide-bombing chemical-attack shooting melee-attack execution ' +
    'assassination massacre abduction torture sexual-violence mob-violence shoot-down raid expulsion sanction ' +
    'cyber-attack crowd-control ceasefire strike riot agreement aid government-change refusal'
  ).split(' ') as EventKind[],
)
const isViolent = (kind: EventKind): boolean => kinds[kind].family === 'violence'
// Sentences after which a telling is no longer taken up; it keeps long texts linear.
const memory = 80
/** Occurrences that a telling is compared with at most: a bound on the work, whatever the text. */
const most = 200
const other = new Set(
  'another second third separate new other fresh further also similar dozens several many numerous series previous'.split(
    ' ',
  ),
)

/**
 * The tellings as triggers in order of the text, and the pairs that tell of one occurrence: by their kind and words, by
 * distance, and by "the" as against "another".
 */
export function findSame(
  body: string,
  tellings: readonly Telling[],
): { triggers: Trigger[]; same: Coreference[] } {
  const occurrences = group(tellings)
  const placed = occurrences
    .flatMap(occurrence => occurrence.tellings.map(telling => ({ telling, occurrence })))
    .sort((a, b) => startOf(a.telling) - startOf(b.telling))
  const triggers: Trigger[] = []
  const same: Coreference[] = []
  const idOfLast = new Map<Occurrence, string>()
  for (const { telling, occurrence } of placed) {
    const id = `t${triggers.length + 1}`
    triggers.push(triggerOf(body, id, telling, occurrence))
    const a = idOfLast.get(occurrence)
    if (a) same.push({ kind: 'trigger', a, b: id, by: 'lexicon:same', score: null })
    idOfLast.set(occurrence, id)
  }
  return { triggers, same }
}

/** What is told as known ("the offensive") is told as it was before ("plans an offensive"). */
function triggerOf(body: string, id: string, telling: Telling, { kind, tellings }: Occurrence): Trigger {
  const first = isKnown(telling) && telling.cues.length === 0 ? tellings[0] : undefined
  const { status, cues, by } = first ?? telling
  const { entry, last, others } = telling.match
  const end = telling.sentence.words[last]?.end ?? 0
  // Of tellings that disagree the more telling kind is taken for all.
  const own =
    telling.kind === kind ? [] : [{ value: telling.kind, score: null, lost: 'lexicon:more-telling' }]
  const lost = [...own, ...others.filter(({ value }) => value !== kind)]
  const quote = quoteAt(body, { start: startOf(telling), end })
  return {
    id,
    quote,
    kind,
    status,
    cues: cues.map(cue => quoteAt(body, cue)),
    statusBy: `lexicon:status/${first && first !== telling ? 'as-told-before' : by}`,
    by: `lexicon:${entry.row}`,
    score: null,
    ...(lost.length > 0 && { others: lost }),
  }
}

function group(tellings: readonly Telling[]): Occurrence[] {
  const occurrences: Occurrence[] = []
  let recent: Occurrence[] = []
  for (const telling of effectsLast(tellings)) {
    recent = recent.filter(({ last }) => telling.place - last.place <= memory).slice(-most)
    const known = recent.findLast(occurrence => isSame(telling, occurrence))
    if (known) {
      const isVague = known.kind === 'attack' || isFire(known.last, telling.kind)
      if (isVague || (known.kind === 'bombing' && telling.kind === 'suicide-bombing'))
        known.kind = telling.kind
      known.tellings.push(telling)
      known.heads.add(headOf(telling))
      known.last = telling
      // The one told last stands last.
      recent = [...recent.filter(occurrence => occurrence !== known), known]
    } else if (telling.match.entry.use !== 'echo') {
      const { kind } = telling
      const occurrence = {
        kind,
        tellings: [telling],
        heads: new Set([headOf(telling)]),
        last: telling,
      } satisfies Occurrence
      occurrences.push(occurrence)
      recent.push(occurrence)
    }
  }
  return occurrences
}

function isSame(telling: Telling, { kind, last, heads }: Occurrence): boolean {
  const distance = telling.place - last.place
  const bothViolent = isViolent(kind) && isViolent(telling.kind)
  switch (telling.match.entry.use) {
    case 'effect':
      // "Gunmen killed four": somebody's own deed, and not the harm of what another sentence told.
      if (distance > 0 && isDeed(telling)) return false
      return bothViolent && distance <= (isKnown(telling) ? 5 : 2)
    case 'echo':
      return bothViolent && isKnown(telling) && distance <= 3
  }
  if (isOther(telling)) return false
  if (telling.kind !== kind) {
    // "The strike" is what was told as a strike, be it of workers or of jets.
    const otherFamily = kinds[kind].family !== kinds[telling.kind].family
    if (otherFamily && isNoun(telling) && isNoun(last) && isKnown(telling) && heads.has(headOf(telling)))
      return true
    // "Twelve killed at wedding. Gunmen opened fire …": the harm first, then what did it.
    if (kind === 'attack' && bothViolent && last.match.entry.use === 'effect' && distance <= 1) return true
    if (isSuicide(kind, telling.kind)) return distance <= 4
    const general =
      [kind, telling.kind].includes('attack') || isFire(telling, kind) || isFire(last, telling.kind)
    return general && bothViolent && (distance === 0 || (isKnown(telling) && distance <= 4))
  }
  if (isPlan(telling) !== isPlan(last) && !isKnown(telling)) return false
  if (single.has(kind)) return true
  const sameWord = heads.has(headOf(telling))
  if (kinds[kind].family === 'speech') return sameWord && distance <= 8
  // "The war", "the fighting", "the offensive" are words for one fight.
  if (kind === 'armed-clash' && isKnown(telling) && distance <= 20) return true
  return distance <= 1 || (sameWord && (isKnown(telling) || distance <= 4))
}

/** What did harm stands before the harm, also where the sentence tells it later. */
function effectsLast(tellings: readonly Telling[]): Telling[] {
  const isEffect = ({ match }: Telling): number => Number(match.entry.use === 'effect')
  return [...tellings].sort((a, b) => a.place - b.place || isEffect(a) - isEffect(b))
}

/** Whether people are told to have done it: the word before an active verb names them. */
function isDeed({ sentence, match: { first } }: Telling): boolean {
  const { from, passive } = verbGroup(sentence, first)
  const doer = sentence.words[from - 1]
  if (sentence.words[first]?.pos !== 'VERB' || passive || !doer) return false
  // A capital at the start of a sentence makes the tagger take a noun for a name, and give it no singular.
  return [doer.lemma, doer.lower.replace(/s$/, ''), doer.lower.replace(/men$/, 'man')].some(isActorNoun)
}

const isPlan = ({ status }: Telling): boolean => status === 'prospective'

const startOf = ({ sentence, match }: Telling): number => sentence.words[match.first]?.start ?? 0

/** Verb and noun of one stem ("met", "the meeting") begin alike; of "air strike" the noun is the head. */
const headOf = ({ sentence, match }: Telling): string =>
  (sentence.words[match.entry.use === 'noun' ? match.last : match.first]?.lemma ?? '').slice(0, 4)

const isKnown = ({ sentence, match }: Telling): boolean => isDefinite(sentence, match.first)

const isNoun = ({ match }: Telling): boolean => match.entry.use === 'noun'

/** "Fired on" may be with guns, or the shelling told beside it. */
const isFire = ({ kind, match, sentence }: Telling, other: EventKind): boolean =>
  other === 'shelling' && kind === 'shooting' && sentence.words[match.first]?.lemma === 'fire'

/** A bombing may turn out to be a suicide bombing. */
const isSuicide = (a: EventKind, b: EventKind): boolean =>
  [a, b].includes('bombing') && [a, b].includes('suicide-bombing')

const isOther = ({ sentence: { words }, match: { first } }: Telling): boolean =>
  words.slice(Math.max(0, first - 3), first).some(({ lower }) => other.has(lower))

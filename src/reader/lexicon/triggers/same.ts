import type { Coreference, Trigger } from '../../../model/labels.js'
import type { EventKind } from '../../../model/vocabulary.js'
import { quoteAt } from '../../../text/quote.js'
import type { TaggedSentence, Word } from '../tag.js'
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
}

// Kinds of which one report seldom tells two occurrences without saying "another".
const single = new Set<EventKind>([
  'bombing',
  'suicide-bombing',
  'ceasefire',
  'crowd-control',
  'shelling',
  'air-strike',
  'assassination',
  'mob-violence',
  'shooting',
  'melee-attack',
  'refusal',
  'agreement',
  'abduction',
  'expulsion',
  'execution',
  'torture',
  'chemical-attack',
  'massacre',
  'drone-strike',
  'aid',
  'sanction',
  'government-change',
  'raid',
  'strike',
  'riot',
  'sexual-violence',
  'cyber-attack',
  'shoot-down',
])
const violent = new Set<EventKind>([
  'bombing',
  'suicide-bombing',
  'shelling',
  'air-strike',
  'assassination',
  'mob-violence',
  'shooting',
  'melee-attack',
  'abduction',
  'execution',
  'chemical-attack',
  'massacre',
  'drone-strike',
  'armed-clash',
  'attack',
  'riot',
  'sexual-violence',
  'crowd-control',
])
const speech = new Set<EventKind>([
  'accusation',
  'threat',
  'demand',
  'refusal',
  'investigation',
  'support',
  'restriction',
])
const definite = new Set('the this that these those its their his'.split(' '))
const other = new Set('another second third separate new other fresh further also similar'.split(' '))

const startOf = (telling: Telling | undefined): number =>
  telling?.sentence.words[telling.match.first]?.start ?? 0

/** Groups tellings of one occurrence by their kind and words, by distance, and by "the" as against "another". */
export function groupTellings(tellings: readonly Telling[]): Occurrence[] {
  const occurrences: Occurrence[] = []
  for (const telling of tellings) {
    const known = occurrences.filter(o => isSame(telling, o)).sort((a, b) => lastPlace(b) - lastPlace(a))[0]
    if (known) {
      known.tellings.push(telling)
      if (known.kind === 'attack') known.kind = telling.kind
    } else if (telling.match.entry.use !== 'echo')
      occurrences.push({ kind: telling.kind, tellings: [telling] })
  }
  return occurrences
}

const lastPlace = ({ tellings }: Occurrence): number => startOf(tellings.at(-1))

function isSame(telling: Telling, occurrence: Occurrence): boolean {
  const last = occurrence.tellings.at(-1)
  if (!last) return false
  const distance = telling.place - last.place
  const { use } = telling.match.entry
  const before = wordsBefore(telling)
  const isOther = before.some(({ lower }) => other.has(lower))
  const isDefinite = before.some(({ lower }) => definite.has(lower) || /^['’]s?$/.test(lower))
  if (use === 'effect' || use === 'echo') {
    if (!violent.has(occurrence.kind)) return false
    if (use === 'echo') return isDefinite && distance <= 3
    return distance <= 2
  }
  if (isOther) return false
  const realis = (t: Telling): boolean => t.status === 'prospective'
  if (telling.kind === occurrence.kind) {
    if (realis(telling) !== realis(last) && !isDefinite) return false
    if (single.has(telling.kind)) return true
    const sameWord = occurrence.tellings.some(t => stem(t) === stem(telling))
    if (speech.has(telling.kind)) return sameWord
    return distance <= 1 || (sameWord && (isDefinite || distance <= 4))
  }
  const generic = telling.kind === 'attack' || occurrence.kind === 'attack'
  return (
    generic &&
    violent.has(telling.kind) &&
    violent.has(occurrence.kind) &&
    (distance === 0 || (isDefinite && distance <= 4))
  )
}

const stem = ({ sentence, match }: Telling): string => (sentence.words[match.first]?.lemma ?? '').slice(0, 5)

function wordsBefore({ sentence, match }: Telling): Word[] {
  const found: Word[] = []
  for (let i = match.first - 1; i >= 0 && found.length < 4; i--) {
    const word = sentence.words[i]
    if (!word || ['VERB', 'ADP', 'PUNCT', 'SCONJ', 'CCONJ', 'AUX'].includes(word.pos)) break
    found.push(word)
  }
  return found
}

/** The tellings as triggers in order of the text, and the pairs that tell of one occurrence. */
export function findSame(
  body: string,
  tellings: readonly Telling[],
): { triggers: Trigger[]; same: Coreference[] } {
  const placed = groupTellings(tellings)
    .flatMap((occurrence, group) =>
      occurrence.tellings.map(telling => ({ telling, group, kind: occurrence.kind })),
    )
    .sort((a, b) => a.telling.place - b.telling.place || a.telling.match.first - b.telling.match.first)
  const triggers: Trigger[] = []
  const same: Coreference[] = []
  const before = new Map<number, string>()
  for (const { telling, group, kind } of placed) {
    const { first, last } = telling.match
    const { words } = telling.sentence
    const head = words[first]
    const end = words[last]
    if (!head || !end) continue
    const id = `t${triggers.length + 1}`
    triggers.push({
      id,
      quote: quoteAt(body, { start: head.start, end: end.end }),
      kind,
      status: telling.status,
      cues: telling.cues.map(cue => quoteAt(body, cue)),
      by: 'lexicon:triggers',
      score: null,
    })
    const a = before.get(group)
    if (a) same.push({ kind: 'trigger', a, b: id, by: 'lexicon:same', score: null })
    before.set(group, id)
  }
  return { triggers, same }
}

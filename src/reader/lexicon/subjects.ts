import type { Phrase } from './chunks.js'
import { following, listFrom, listTo } from './following.js'
import type { Layout } from './layout.js'
import { isTie } from './ties.js'
import { groupStart, verbBefore } from './verbs.js'

// Words that join clauses, though the tagger may take them for prepositions.
const clauseOpeners = new Set(
  'as after before since until till while because though although than where when if'.split(' '),
)
const relatives = new Set(['who', 'which', 'that', 'whom'])
// No sentence nests deeper than this where position still tells anything.
const deepest = 6

/** Who stands before a verb, or before the verb that it hangs on: its subject. */
export function subjectOf(layout: Layout, verb: number): readonly Phrase[] {
  const subject = lookLeft(layout, verb, 0)
  return subject.length > 0 ? subject : ofMainClause(layout, verb)
}

function lookLeft(layout: Layout, verb: number, depth: number): readonly Phrase[] {
  const { pieces } = layout
  if (depth > deepest) return []
  const start = groupStart(layout, verb)
  const before = pieces[start - 1]
  if (pieces.slice(start, verb).some(({ lower }) => lower === 'to')) return ofInfinitive(layout, start, depth)
  if (start === verb && pieces[verb]?.lower.endsWith('ing')) {
    const own = before?.pos === 'PUNCT' || before?.pos === 'ADP' ? undefined : layout.phraseAt(start - 1)
    if (own) return listTo(layout, own)
    // "Smoke after shelling": no verb tells who did it.
    return before?.pos === 'ADP' && verbBefore(layout, start - 1) < 0
      ? []
      : ofGovernor(layout, start - 1, depth)
  }
  // "shows a man being led away".
  const led =
    pieces[start]?.lower === 'being' && before?.pos !== 'PUNCT' ? layout.phraseAt(start - 1) : undefined
  if (led) return listTo(layout, led)
  if (before?.pos === 'CCONJ') return ofGovernor(layout, start - 1, depth)
  const own = start === verb ? reduced(layout, verb) : undefined
  return own ? listTo(layout, own) : nearestBefore(layout, start - 1)
}

/** "They spoke of the rebels **stationed** there": a participle behind the noun that hangs on another verb's preposition. */
function reduced(layout: Layout, verb: number): Phrase | undefined {
  const own = layout.phraseAt(verb - 1)
  const leads = own && layout.pieces[own.first - 1]
  if (!own || leads?.pos !== 'ADP' || !/(ed|en|wn|ld|ught)$/.test(layout.pieces[verb]?.lower ?? ''))
    return undefined
  const governor = verbBefore(layout, own.first - 1)
  const between = layout.pieces.slice(Math.max(governor - 3, 0), own.first)
  const isRelative = between.some(({ lower, text }) => relatives.has(lower) || text === ',')
  return governor >= 0 && !isRelative ? own : undefined
}

/** Of an infinitive: the subject of what it hangs on, or its object where that hands the deed over ("urged him to"). */
function ofInfinitive(layout: Layout, start: number, depth: number): readonly Phrase[] {
  const governor = verbBefore(layout, start - 1)
  const between = layout.phraseAt(start - 1)
  const handsOver = isTie(layout.pieces[governor]?.lemma, 'hands over')
  if (between && between.first > governor && handsOver) return listTo(layout, between)
  return ofGovernor(layout, start - 1, depth)
}

/** The subject of the verb before; of "accused him of killing", whom it accuses. */
function ofGovernor(layout: Layout, from: number, depth: number): readonly Phrase[] {
  const governor = verbBefore(layout, from)
  if (governor < 0) return nearestBefore(layout, from)
  const { object } = following(layout, governor)
  const blames =
    /^(for|of|with)$/.test(layout.pieces[from]?.lower ?? '') &&
    isTie(layout.pieces[governor]?.lemma, 'blames')
  return blames && object.length > 0 ? object : lookLeft(layout, governor, depth + 1)
}

/** "Before invading Afrin, he told": of a participle that opens a sentence, the subject of what follows. */
function ofMainClause(layout: Layout, verb: number): readonly Phrase[] {
  const isParticiple = /(ing|ed|en)$/.test(layout.pieces[verb]?.lower ?? '')
  if (!isParticiple || verbBefore(layout, verb - 1) >= 0) return []
  const comma = layout.pieces.findIndex(({ text }, i) => i > verb && text === ',')
  const first = comma < 0 ? undefined : layout.phraseAt(comma + 1)
  return first ? listFrom(layout, first) : []
}

/** Walks left over what hangs on the subject (phrases after prepositions, clauses after "who") to the subject. */
function nearestBefore(layout: Layout, from: number): readonly Phrase[] {
  const { pieces } = layout
  let name: Phrase | undefined
  for (let at = from; at >= 0 && pieces[at]?.text !== ';'; at--) {
    if (pieces[at]?.text === ')') while (at > 0 && pieces[at]?.text !== '(') at--
    const antecedent = relatives.has(pieces[at]?.lower ?? '') && layout.phraseAt(leftOfMarks(layout, at - 1))
    if (antecedent) return listTo(layout, outOfPlace(layout, antecedent))
    const phrase = layout.phraseAt(at)
    if (!phrase) continue
    const opens = phrase.last === from && clauseOpeners.has(pieces[phrase.first - 1]?.lower ?? '')
    const aside = isAside(layout, phrase)
    if (!opens && (aside || hangsOnAnother(layout, phrase))) {
      if (aside) name = pieces[phrase.head]?.pos === 'PROPN' ? phrase : undefined
      at = phrase.first - 1
      continue
    }
    // "The minister, Koen Geens, called": the name, not the office.
    const isOffice = name?.first === phrase.last + 2 && pieces[phrase.head]?.pos === 'NOUN'
    return name && isOffice ? [name] : listTo(layout, phrase)
  }
  return []
}

/** "Attacks in Vareth which killed": not the place but what was there. */
function outOfPlace(layout: Layout, phrase: Phrase): Phrase {
  const isPlace = /^(in|at|near|on)$/.test(layout.pieces[phrase.first - 1]?.lower ?? '')
  const holder = isPlace ? layout.phraseAt(phrase.first - 2) : undefined
  return holder ? outOfPlace(layout, holder) : phrase
}

/** Whether a phrase belongs to a preposition or is the object of a verb that tells no speech. */
function hangsOnAnother(layout: Layout, phrase: Phrase): boolean {
  const left = layout.pieces[phrase.first - 1]
  if (left?.pos === 'ADP' || left?.lower === 'of') return true
  if (left?.pos === 'VERB') return !isTie(left.lemma, 'reports') && !layout.phraseAt(phrase.first - 1)
  const other = left?.pos === 'CCONJ' ? layout.phraseAt(phrase.first - 2) : undefined
  const leads = other && layout.pieces[other.first - 1]
  return leads?.pos === 'ADP' && leads.lower !== 'by'
}

/** "Baghdadi, the group's leader,", "of Woodbridge, Virginia,": a phrase set off by commas after what it explains. */
function isAside({ pieces, phraseAt }: Layout, phrase: Phrase): boolean {
  const isSetOff = pieces[phrase.first - 1]?.text === ',' && pieces[phrase.last + 1]?.text === ','
  return isSetOff && phraseAt(phrase.first - 2) !== undefined && pieces[phrase.first]?.pos !== 'NUM'
}

/** The nearest piece at or left of `at` that is no mark and in no parenthesis. */
function leftOfMarks({ pieces }: Layout, from: number): number {
  let at = from
  while (at > 0 && pieces[at]?.pos === 'PUNCT') {
    if (pieces[at]?.text === ')') while (at > 0 && pieces[at]?.text !== '(') at--
    at--
  }
  return at
}

import { isQuoteMark, type Phrase, type Piece, phrasesOf, piecesOf } from './chunks.js'
import type { TaggedSentence } from './tag.js'

/** A preposition with what stands after it. */
export interface Prepositional {
  readonly word: string
  /** One, or several joined by "and". */
  readonly phrases: readonly Phrase[]
}

/** A verb with what stands around it. */
export interface Clause {
  /** The piece that is the verb. */
  readonly verb: number
  readonly passive: boolean
  /** Who stands before it, or before the verb that it hangs on. */
  readonly subject: readonly Phrase[]
  readonly object: readonly Phrase[]
  readonly prepositions: readonly Prepositional[]
}

/** A sentence in its pieces, phrases and clauses: enough of syntax to tell who did what to whom. */
export interface Parsed {
  readonly pieces: readonly Piece[]
  readonly phrases: readonly Phrase[]
  readonly clauses: readonly Clause[]
  /** False for text all in small letters, where names cannot be told by their looks. */
  readonly hasCapitals: boolean
  /** True for text all in capitals. */
  readonly isShouted: boolean
  /** The phrase that a piece lies in. */
  phraseAt(piece: number): Phrase | undefined
  /** What hangs on a noun or follows a verb: the prepositions after piece `from`. */
  after(from: number): { object: readonly Phrase[]; prepositions: readonly Prepositional[] }
  /** A phrase with those joined to it by commas and "and". */
  joined(phrase: Phrase): readonly Phrase[]
}

const joining = new Set(['and', 'or', '&', 'plus', 'versus'])
const relatives = new Set(['who', 'which', 'that', 'whom'])
// Words that join clauses, though the tagger may take them for prepositions.
const clauseOpeners = new Set(
  'as after before since until till while because though although than where when if'.split(' '),
)
const reporting = new Set([
  'say',
  'claim',
  'believe',
  'think',
  'report',
  'add',
  'hope',
  'fear',
  'know',
  'insist',
  'warn',
])
// Of "X urged Y to leave", Y leaves; of "X used Y to strike", X strikes.
const handsOver = new Set(
  'force order urge ask tell call allow want help invite persuade compel push press warn authorise authorize enable let make require lead encourage expect'.split(
    ' ',
  ),
)

/** Reads the syntax of a sentence by parts of speech and position. */
export function parse(sentence: TaggedSentence): Parsed {
  const pieces = piecesOf(sentence)
  const phrases = phrasesOf(pieces)
  const byPiece = new Map<number, Phrase>()
  for (const phrase of phrases) for (let i = phrase.first; i <= phrase.last; i++) byPiece.set(i, phrase)
  const grammar = new Grammar(pieces, byPiece)
  return {
    pieces,
    phrases,
    clauses: grammar.clauses(),
    hasCapitals: pieces.some(({ text }) => /\p{Lu}/u.test(text)),
    isShouted: !pieces.some(({ text }) => /\p{Ll}/u.test(text)),
    phraseAt: piece => byPiece.get(piece),
    after: from => grammar.after(from),
    joined: phrase => grammar.joined(phrase),
  }
}

class Grammar {
  private readonly read = new Map<number, Clause>()
  private readonly pieces: readonly Piece[]
  private readonly byPiece: ReadonlyMap<number, Phrase>
  constructor(pieces: readonly Piece[], byPiece: ReadonlyMap<number, Phrase>) {
    this.pieces = pieces
    this.byPiece = byPiece
  }

  clauses(): Clause[] {
    return this.pieces.flatMap((_, i) => (this.isVerb(i) ? [this.clause(i)] : []))
  }

  /** A verb, or a "be" or "have" that stands for one. */
  private isVerb(at: number): boolean {
    const { pos } = this.pieces[at] as Piece
    if (this.byPiece.has(at)) return false
    if (pos !== 'AUX') return pos === 'VERB'
    const next = this.pieces[this.skipAdverbs(at + 1)]
    return (
      next !== undefined &&
      next.pos !== 'VERB' &&
      next.pos !== 'AUX' &&
      next.lower !== 'not' &&
      next.lower !== 'to'
    )
  }

  clause(verb: number): Clause {
    const known = this.read.get(verb)
    if (known) return known
    const start = this.groupStart(verb)
    const { object, prepositions } = this.after(verb)
    const passive = this.isPassive(start, verb, object.length > 0)
    const subject = this.subject(start, verb)
    const clause = {
      verb,
      passive,
      object,
      prepositions,
      subject: subject.length > 0 ? subject : this.ofMainClause(verb),
    }
    this.read.set(verb, clause)
    return clause
  }

  /** The first piece of a verb group: "had not been fully" before the verb. */
  private groupStart(verb: number): number {
    let at = verb
    while (at > 0) {
      const { pos, lower } = this.pieces[at - 1] as Piece
      const belongs =
        pos === 'AUX' || pos === 'ADV' || lower === 'not' || (pos === 'PART' && !lower.endsWith('s'))
      if (!belongs) break
      at--
    }
    return at
  }

  private isPassive(start: number, verb: number, hasObject: boolean): boolean {
    const { lower } = this.pieces[verb] as Piece
    if (lower.endsWith('ing')) return false
    const auxiliaries = this.pieces.slice(start, verb).filter(p => p.pos === 'AUX')
    const last = auxiliaries.at(-1)
    if (last)
      return ['be', 'get'].includes(last.lemma) || /^(is|are|was|were|been|being|be)$/.test(last.lower)
    if (hasObject) return false
    // "were run over and killed": the second verb shares the first one's "were".
    const before = this.pieces[start - 1]?.pos === 'CCONJ' ? this.verbBefore(start - 1) : -1
    if (before >= 0 && this.clause(before).passive) return true
    // "rebels backed by", "the bombs dropped by": a participle after its noun.
    return this.pieces[this.skipAdverbs(verb + 1)]?.lower === 'by' && /(ed|en|t|d|n)$/.test(lower)
  }

  /** The nearest piece at or left of `at` that is no comma, dash, quotation mark or parenthesis. */
  private leftOfMarks(at: number): number {
    let i = at
    while (i > 0 && this.pieces[i]?.pos === 'PUNCT') {
      if (this.pieces[i]?.text === ')') while (i > 0 && this.pieces[i]?.text !== '(') i--
      i--
    }
    return i
  }

  private skipAdverbs(at: number): number {
    let i = at
    while (this.pieces[i]?.pos === 'ADV') i++
    return i
  }

  /** Who stands before the verb group that starts at `start`. */
  private subject(start: number, verb: number, depth = 0): readonly Phrase[] {
    if (depth > 6) return []
    const before = this.pieces[start - 1]
    const form = this.pieces[verb] as Piece
    if (this.pieces.slice(start, verb).some(p => p.lower === 'to')) return this.ofInfinitive(start, depth)
    if (form.lower.endsWith('ing') && start === verb) {
      const direct =
        before && before.pos !== 'PUNCT' && before.pos !== 'ADP' ? this.byPiece.get(start - 1) : undefined
      if (direct) return this.listEndingWith(direct)
      return this.ofVerbBefore(start - 1, depth)
    }
    if (before?.pos === 'CCONJ') return this.ofVerbBefore(start - 1, depth)
    return this.nearestBefore(start - 1)
  }

  /** Of an infinitive: the subject of what it hangs on, or its object where that hands the deed over. */
  private ofInfinitive(start: number, depth: number): readonly Phrase[] {
    const governor = this.verbBefore(start - 1)
    if (governor < 0) return this.nearestBefore(start - 1)
    const between = this.byPiece.get(start - 1)
    if (between && between.first > governor && handsOver.has(this.pieces[governor]?.lemma ?? ''))
      return this.listEndingWith(between)
    return this.subjectOrAgent(governor, depth)
  }

  /** "Before invading Afrin, he told": of a participle that opens a sentence, the subject of what follows. */
  private ofMainClause(verb: number): readonly Phrase[] {
    if (!/(ing|ed|en)$/.test(this.pieces[verb]?.lower ?? '') || this.verbBefore(verb - 1) >= 0) return []
    const comma = this.pieces.findIndex((piece, i) => i > verb && piece.text === ',')
    const first = comma < 0 ? undefined : this.byPiece.get(comma + 1)
    return first ? this.joined(first) : []
  }

  private ofVerbBefore(from: number, depth: number): readonly Phrase[] {
    const governor = this.verbBefore(from)
    return governor < 0 ? this.nearestBefore(from) : this.subjectOrAgent(governor, depth)
  }

  private subjectOrAgent(verb: number, depth: number): readonly Phrase[] {
    return this.subject(this.groupStart(verb), verb, depth + 1)
  }

  private verbBefore(from: number): number {
    for (let i = from; i >= 0; i--) {
      if (this.pieces[i]?.text === ';') return -1
      if (this.isVerb(i)) return i
    }
    return -1
  }

  /** Walks left over what hangs on the subject (phrases after prepositions, clauses after "who") to the subject. */
  private nearestBefore(from: number): readonly Phrase[] {
    let at = from
    let name: Phrase | undefined
    while (at >= 0) {
      const piece = this.pieces[at] as Piece
      if (piece.text === ';') return []
      if (piece.text === ')') {
        while (at >= 0 && this.pieces[at]?.text !== '(') at--
        at--
        continue
      }
      if (relatives.has(piece.lower)) {
        const ante = this.byPiece.get(this.leftOfMarks(at - 1))
        if (ante) return this.listEndingWith(ante)
        at--
        continue
      }
      const phrase = this.byPiece.get(at)
      if (!phrase) {
        at--
        continue
      }
      const left = this.pieces[phrase.first - 1]
      const opens = phrase.last === from && clauseOpeners.has(left?.lower ?? '')
      if (opens) return this.listEndingWith(phrase)
      if (left?.pos === 'ADP' || (left?.pos === 'SCONJ' && left.lower === 'of')) at = phrase.first - 2
      else if (left?.pos === 'VERB' && !reporting.has(left.lemma) && !this.byPiece.has(phrase.first - 1))
        at = phrase.first - 2
      else if (left?.pos === 'CCONJ' && this.inPrepositionalList(phrase)) at = phrase.first - 2
      else if (left?.text === ',' && this.isAside(phrase)) {
        name = this.pieces[phrase.head]?.pos === 'PROPN' ? phrase : undefined
        at = phrase.first - 2
      } else {
        // "The minister, Koen Geens, called": the name, not the office.
        if (name && name.first === phrase.last + 2 && this.pieces[phrase.head]?.pos === 'NOUN') return [name]
        return this.listEndingWith(phrase)
      }
    }
    return []
  }

  /** "Baghdadi, the group's leader,", "of Woodbridge, Virginia,": a phrase set off by commas after what it explains. */
  private isAside(phrase: Phrase): boolean {
    const explained = this.byPiece.get(phrase.first - 2)
    const isCount = this.pieces[phrase.first]?.pos === 'NUM'
    return explained !== undefined && !isCount && this.pieces[phrase.last + 1]?.text === ','
  }

  private inPrepositionalList(phrase: Phrase): boolean {
    const other = this.byPiece.get(phrase.first - 2)
    return (
      other !== undefined &&
      this.pieces[other.first - 1]?.pos === 'ADP' &&
      this.pieces[other.first - 1]?.lower !== 'by'
    )
  }

  /** The list "A, B and C" that ends with this phrase. */
  private listEndingWith(phrase: Phrase): readonly Phrase[] {
    const list = [phrase]
    let at = phrase.first - 1
    let linked = false
    while (at > 0) {
      const piece = this.pieces[at] as Piece
      const isAnd = joining.has(piece.lower)
      if (!isAnd && !(linked && piece.text === ',')) break
      linked = true
      const previous = this.byPiece.get(this.pieces[at - 1]?.text === ',' ? at - 2 : at - 1)
      if (!previous || this.pieces[previous.first - 1]?.pos === 'ADP') break
      list.unshift(previous)
      at = previous.first - 1
    }
    return list
  }

  /** A phrase with those joined to it by commas and "and". */
  joined(phrase: Phrase): readonly Phrase[] {
    const list = [phrase]
    const pending: Phrase[] = []
    let at = phrase.last + 1
    while (at < this.pieces.length) {
      at = this.overOf(at)
      const comma = this.pieces[at]?.text === ','
      const and = joining.has(this.pieces[comma ? at + 1 : at]?.lower ?? '')
      const asWell =
        this.pieces
          .slice(at, at + 3)
          .map(p => p.lower)
          .join(' ') === 'as well as'
      const next = this.byPiece.get(asWell ? at + 3 : at + Number(comma) + Number(and))
      if (!(comma || and || asWell) || !next || next.first <= phrase.last) break
      if (this.opensClause(next) && !(and && !comma)) break
      pending.push(next)
      if (and || asWell) {
        list.push(...pending)
        pending.length = 0
        if (!this.pieces[next.last + 1] || this.pieces[next.last + 1]?.text !== ',') break
      }
      at = next.last + 1
    }
    return list
  }

  /** A phrase directly before a verb begins a clause of its own. */
  private opensClause(phrase: Phrase): boolean {
    const next = this.pieces[phrase.last + 1]
    return next?.pos === 'AUX' || (next?.pos === 'VERB' && !next.lower.endsWith('ing'))
  }

  private overOf(at: number): number {
    const inner = this.pieces[at]?.lower === 'of' ? this.byPiece.get(at + 1) : undefined
    return inner ? inner.last + 1 : at
  }

  /** The object and the prepositions that follow piece `from`, to where another clause begins. */
  after(from: number): { object: readonly Phrase[]; prepositions: readonly Prepositional[] } {
    const object: Phrase[] = []
    const prepositions: Prepositional[] = []
    let at = from + 1
    let word: string | null = null
    while (at < this.pieces.length) {
      const piece = this.pieces[at] as Piece
      const phrase = this.byPiece.get(at)
      if (phrase) {
        if (this.opensClause(phrase) && word === null && prepositions.length + object.length > 0) break
        const list = this.joined(phrase)
        if (word !== null) prepositions.push({ word, phrases: list })
        else if (prepositions.length === 0 && object.length === 0) object.push(...list)
        word = null
        at = (list.at(-1)?.last ?? phrase.last) + 1
        continue
      }
      if (
        piece.pos === 'ADP' ||
        (piece.pos === 'PART' && piece.lower === 'to') ||
        (piece.pos === 'SCONJ' && this.byPiece.has(at + 1) && piece.lower !== 'that')
      )
        word = piece.lower
      else if (piece.pos === 'ADV' || isQuoteMark(piece)) {
      } else if (piece.text === ',') {
        if (this.pieces[at + 1]?.pos !== 'ADP') break
      } else if (piece.pos === 'VERB' && word === null && this.isParticiple(at)) {
        // "areas controlled by rebels": what hangs on a participle is not the verb's.
        break
      } else if (piece.text === '(') {
        while (at < this.pieces.length && this.pieces[at]?.text !== ')') at++
      } else break
      at++
    }
    return { object, prepositions }
  }

  private isParticiple(at: number): boolean {
    return /(ed|ing|en)$/.test(this.pieces[at]?.lower ?? '')
  }
}

import type { Mention } from '../../model/labels.js'
import type { Span } from '../../model/span.js'
import { overlaps, quoteAt } from '../../text/quote.js'
import { type NounPhrase, nounPhrases } from '../lexicon/noun-phrases.js'
import { type Run, spanOf } from './runs.js'
import type { Scored } from './scored.js'
import { wordsAt } from './windows.js'

/**
 * The mentions that words stand for. Times, counts and places are the lexicon's, for only those can be resolved; actors and
 * means are whole noun phrases, or where a phrase holds the trigger too ("US air strikes") the name in it.
 */
export class MentionsAt {
  readonly #scored: Scored
  readonly #lexical = new Map<string, Mention>()
  readonly #phrases = new Map<number, NounPhrase>()
  readonly #taken = new Set<Mention>()
  #made = 0
  readonly #known = new Map<string, Mention>()

  constructor(scored: Scored) {
    this.#scored = scored
    const { words, lexical } = scored
    for (const mention of lexical.mentions) {
      // A place named in passing is none where something happened.
      if (mention.id.startsWith('p')) continue
      this.#known.set(keyOf(mention.kind, mention.quote), mention)
      const at = wordsAt(words, mention.quote)
      for (let word = at?.first ?? 0; at && word <= at.last; word++) {
        const key = `${mention.kind} ${word}`
        const before = this.#lexical.get(key)
        if (!before || before.quote.exact.length < mention.quote.exact.length) this.#lexical.set(key, mention)
      }
    }
    for (const phrase of nounPhrases(scored.body, scored.sentences, lexical.mentions)) {
      const at = wordsAt(words, phrase)
      for (let word = at?.first ?? 0; at && word <= at.last; word++) this.#phrases.set(word, phrase)
    }
  }

  /** Takes a mention as asked for. */
  take(mention: Mention): void {
    this.#taken.add(mention)
  }

  /** Those that were asked for, in order. */
  taken(): readonly Mention[] {
    return [...this.#taken]
  }

  /** The words that name whom a word's noun phrase means; null where the word is in none. */
  meantAt(word: number): Span | null {
    return this.#phrases.get(word)?.meant ?? null
  }

  /** The mentions of a kind that a run of words stands for, each once; `trigger` is whom they are something to. */
  run(kind: Mention['kind'], run: Run, trigger: Span): readonly Mention[] {
    const found = new Set<Mention>()
    for (let word = run.first; word <= run.last; word++) {
      const mention = this.#at(kind, word, run, trigger)
      if (mention) found.add(mention)
    }
    for (const mention of found) this.#taken.add(mention)
    return [...found]
  }

  #at(kind: Mention['kind'], word: number, run: Run, trigger: Span): Mention | undefined {
    const lexical = this.#lexical.get(`${kind} ${word}`)
    if (kind === 'time' || kind === 'count') return lexical
    if (kind === 'place') return lexical ?? this.#named(word, run)
    const phrase = this.#phrases.get(word)
    if (phrase && !overlaps(phrase, trigger)) return this.#make(kind, phrase.meant, run.score)
    const name = lexical ?? (kind === 'actor' ? this.#lexical.get(`place ${word}`) : undefined)
    if (name && !overlaps(name.quote, trigger)) return this.#make(kind, name.quote, run.score)
    return phrase && this.#make(kind, spanOf(this.#scored.words, { first: word, last: word }), run.score)
  }

  /** A name that the lexicon takes for an actor's ("Turkey") may be where something happened. */
  #named(word: number, run: Run): Mention | undefined {
    const name = this.#lexical.get(`actor ${word}`)
    return name && /^\p{Lu}/u.test(name.quote.exact) ? this.#make('place', name.quote, run.score) : undefined
  }

  #make(kind: Mention['kind'], span: Span, score: number): Mention {
    const key = keyOf(kind, span)
    const known = this.#known.get(key)
    if (known) return known
    const id = `m${this.#scored.lexical.mentions.length + ++this.#made}`
    const mention: Mention = { id, quote: quoteAt(this.#scored.body, span), kind, by: this.#scored.by, score }
    this.#known.set(key, mention)
    return mention
  }
}

const keyOf = (kind: Mention['kind'], { start, end }: Span): string => `${kind} ${start} ${end}`

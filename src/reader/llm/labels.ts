import type { Attribution, HarmLink, Labels, Mention, Role, Trigger } from '../../model/labels.js'
import type { Quote, Span } from '../../model/span.js'
import type { About, Status } from '../../model/vocabulary.js'
import { contains, quoteAt } from '../../text/quote.js'
import type { Finder } from './find.js'
import type { CodedEvent } from './form.js'

type Coreference = Labels['same'][number]

/**
 * Turns coded events into labels. The values that a coding holds for an event as a whole are labels of its first telling,
 * times of the nearest too; its other tellings are linked to that one.
 */
export class Labelling {
  readonly #made: { readonly by: string; readonly score: null }
  readonly #body: string
  /** Where numbers stand in the body. */
  readonly #counts: readonly Span[]
  readonly #refuse: (what: string) => void
  readonly #triggers = new Map<string, Trigger>()
  readonly #mentions = new Map<string, Mention>()
  readonly #roles = new Map<string, Role>()
  readonly #harms = new Map<string, HarmLink>()
  readonly #voices = new Map<string, Attribution>()
  readonly #same = new Map<string, Coreference>()

  constructor(of: { body: string; counts: readonly Span[]; by: string; refuse: (what: string) => void }) {
    this.#body = of.body
    this.#counts = of.counts
    this.#made = { by: of.by, score: null }
    this.#refuse = of.refuse
  }

  labels(): Labels {
    return {
      triggers: [...this.#triggers.values()],
      mentions: [...this.#mentions.values()],
      roles: [...this.#roles.values()],
      harms: [...this.#harms.values()],
      attributions: [...this.#voices.values()],
      same: [...this.#same.values()],
      sameIsWhole: true,
    }
  }

  /** Adds an event; one that was told by the same words before (where parts overlap) adds to that. */
  add(event: CodedEvent, finder: Finder): void {
    const tellings = event.trigger.flatMap(words => this.#trigger(finder.find(words), event) ?? [])
    const first = tellings.find(({ quote }) => this.#stands(quote))
    if (!first) return // its words are not there: stage 4 refuses it as a whole
    for (const other of tellings) this.#link('trigger', first.id, other.id)
    this.#parts(event, first, tellings, finder)
    for (const harm of event.harm) this.#harm(harm, first, finder)
    const others = tellings.filter(({ id }) => id !== first.id)
    for (const said of event.said) this.#voice(said, event.status, [first, ...others], finder)
  }

  #trigger(quote: Quote, { kind, status }: CodedEvent): Trigger | null {
    const key = keyOf(quote)
    const known = this.#triggers.get(key)
    if (known && known.kind !== kind) {
      this.#refuse(
        `${JSON.stringify(quote.exact)} as the trigger of ${kind}: it is that of ${known.kind} already`,
      )
      return null
    }
    return entry(this.#triggers, key, {
      id: `t${this.#triggers.size + 1}`,
      quote,
      kind,
      status,
      cues: [],
      ...this.#made,
    })
  }

  #parts(event: CodedEvent, first: Trigger, tellings: readonly Trigger[], finder: Finder): void {
    const plays = (
      role: Role['role'],
      mention: Mention,
      certainty: Role['certainty'] = 'stated',
      trigger = first.id,
    ): void => {
      const part = { role, trigger, mention: mention.id, certainty, ...this.#made }
      entry(this.#roles, `${role} ${trigger} ${mention.id}`, part)
    }
    for (const role of ['initiator', 'target'] as const) {
      for (const { name, quotes, certainty } of event[`${role}s`]) {
        plays(role, this.#actor(name, quotes, finder), certainty)
      }
    }
    // One place, one part: what else stands for it ("the city") names none.
    for (const { quotes } of event.where) {
      const [first] = quotes.map(words => finder.find(words))
      if (first) plays('place', this.#mention('place', first))
    }
    for (const words of event.when?.quotes ?? []) {
      const time = this.#mention('time', finder.find(words))
      plays('time', time)
      // What stands between a time and the telling beside it says how it bounds it ("launched raids in May").
      plays('time', time, 'stated', nearest(time.quote, first, tellings).id)
    }
    for (const words of event.means) plays('means', this.#mention('means', finder.find(words)))
  }

  #harm({ what, of, quotes }: CodedEvent['harm'][number], { id: trigger }: Trigger, finder: Finder): void {
    const [quote] = quotes.map(words => finder.find(words))
    if (!quote) return
    const number = this.#counts.find(count => contains(quote, count))
    const count = this.#mention('count', number ? quoteAt(this.#body, number) : quote).id
    const whom = of === null ? null : finder.near(of, [quote])
    entry(this.#harms, `${trigger} ${count} ${what}`, { trigger, count, what, of: whom, ...this.#made })
  }

  #voice(
    said: CodedEvent['said'][number],
    status: CodedEvent['status'],
    tellings: readonly Trigger[],
    finder: Finder,
  ): void {
    const stretches = said.quotes.map(words => finder.find(words))
    // A voice whose words are not there points nowhere, for stage 4 to refuse.
    const lost = stretches.find(quote => !this.#stands(quote))
    const near = (words: string | null): Quote | null =>
      words === null ? null : finder.near(words, stretches)
    const cue = near(said.cue)
    const holder = lost ?? (said.holder === null ? null : this.#holder(said.holder, stretches, cue, finder))
    const via = near(said.via)
    const { stance, about } = said
    const key = `${[holder, cue, via].map(keyOf)} ${stance}`
    const { covers, ...voice } = this.#voices.get(key) ?? {
      id: `a${this.#voices.size + 1}`,
      holder,
      cue: cue ?? (holder === null ? (stretches[0] ?? null) : null),
      content: [],
      via,
      stance,
      covers: [],
      ...this.#made,
    }
    const more = coveredBy(about, status, tellings)
      .filter(trigger => !covers.some(cover => cover.trigger === trigger && cover.about === about))
      .map(trigger => ({ trigger, about }))
    this.#voices.set(key, { ...voice, covers: [...covers, ...more] })
  }

  /**
   * A holder's fullest name as it stands in what shows the saying, else where it stands nearest ("she said": the cue is here,
   * the name above); of a name that the report has nowhere (a state for its capital), the words beside the cue.
   */
  #holder(name: string, stretches: readonly Quote[], cue: Quote | null, finder: Finder): Quote {
    const [stretch] = stretches
    return finder.has(name) || !stretch ? finder.near(name, stretches) : withoutCue(this.#body, stretch, cue)
  }

  /**
   * The mention that stands for an actor: its fullest name, nearest to the words that carry it here ("the group"), which are
   * tied to it; those words themselves where the report has no such name.
   */
  #actor(name: string, quotes: readonly string[], finder: Finder): Mention {
    const stretches = quotes.map(words => finder.find(words))
    const words = stretches.map(quote => this.#mention('actor', quote))
    const [first] = words
    const lost = stretches.every(quote => !this.#stands(quote))
    if (first && (lost || !finder.has(name))) return first
    const full = this.#mention('actor', finder.near(name, stretches))
    for (const other of words) this.#link('actor', full.id, other.id)
    return full
  }

  #mention(kind: Mention['kind'], quote: Quote): Mention {
    const id = `m${this.#mentions.size + 1}`
    return entry(this.#mentions, `${kind} ${keyOf(quote)}`, { id, quote, kind, ...this.#made })
  }

  #link(kind: Coreference['kind'], a: string, b: string): void {
    if (a !== b) entry(this.#same, `${a} ${b}`, { kind, a, b, ...this.#made })
  }

  #stands = ({ end }: Quote): boolean => end <= this.#body.length
}

/**
 * The tellings that a voice covers. What is vouched for of one part of an event stands with that part, at the first telling.
 * Of an event that the report asserts, the first telling is the report's own and the voice has the others; told but once, it
 * is the voice's: the record would rather say who says so than assert too much.
 */
function coveredBy(about: About, status: Status, tellings: readonly Trigger[]): string[] {
  const [first, ...others] = tellings.map(({ id }) => id)
  if (about !== 'event') return first === undefined ? [] : [first]
  if (first === undefined || (status === 'asserted' && others.length > 0)) return others
  return [first, ...others]
}

/** Of the tellings of an event, the one that stands nearest to some words; of equals, the first. */
function nearest(to: Quote, first: Trigger, tellings: readonly Trigger[]): Trigger {
  const gap = ({ quote }: Trigger): number => Math.max(quote.start - to.end, to.start - quote.end, 0)
  return tellings.reduce((best, one) => (gap(one) < gap(best) ? one : best), first)
}

/** What is kept under a key: what was there, else what is given. */
function entry<T>(map: Map<string, T>, key: string, made: T): T {
  const known = map.get(key)
  if (known !== undefined) return known
  map.set(key, made)
  return made
}

const keyOf = (quote: Quote | null): string => (quote ? `${quote.start} ${quote.exact}` : '-')

/** What stands before the cue in a stretch, or after it ("said the mayor"); the whole where that is nothing. */
function withoutCue(body: string, stretch: Quote, cue: Quote | null): Quote {
  if (!cue || !contains(stretch, cue)) return stretch
  const sides = [
    { start: stretch.start, end: cue.start },
    { start: cue.end, end: stretch.end },
  ]
  for (const { start, end } of sides) {
    const text = body.slice(start, end)
    const words = text.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '')
    const at = start + text.indexOf(words)
    if (words !== '') return quoteAt(body, { start: at, end: at + words.length })
  }
  return stretch
}

import type { HarmLink, Mention, Role, Trigger } from '../../model/labels.js'
import type { Span } from '../../model/span.js'
import { contains, quoteAt } from '../../text/quote.js'
import { partsOf, type Surroundings } from './actors.js'
import { parse } from './clauses.js'
import { canHarm, doerOf, harmsIn, harmsOfKinds } from './harm.js'
import { instrumentsOf } from './instruments.js'
import { type Topic, topicsOf } from './pronouns.js'
import { settingsOf } from './settings.js'
import { firstEndingAfter } from './span-search.js'
import type { TaggedSentence } from './tag.js'

interface Linked {
  readonly mentions: Mention[]
  readonly roles: Role[]
  readonly harms: HarmLink[]
  /** The mentions by kind and place, and the harms by their trigger. */
  readonly placed: Map<string, Mention>
  readonly harmed: Map<string, HarmLink[]>
}

/** What lies in each sentence, in the order given; what crosses sentences lies in none. */
function bySentence<T extends { readonly quote: Span }>(
  tagged: readonly TaggedSentence[],
  items: readonly T[],
): ReadonlyMap<TaggedSentence, T[]> {
  const spans = tagged.map(({ sentence }) => sentence)
  const found = new Map<TaggedSentence, T[]>()
  for (const item of items) {
    const sentence = tagged[firstEndingAfter(spans, item.quote.start)]
    if (!sentence || !contains(sentence.sentence, item.quote)) continue
    const own = found.get(sentence)
    if (own) own.push(item)
    else found.set(sentence, [item])
  }
  return found
}

const keyOf = (kind: Mention['kind'], { start, end }: Span): string => `${kind} ${start} ${end}`

function place({ placed }: Linked, mention: Mention): void {
  const key = keyOf(mention.kind, mention.quote)
  if (!placed.has(key)) placed.set(key, mention)
}

/**
 * Ties mentions to the triggers whose event they take part in. Phrases that fill a part and name no known thing ("a
 * bridge", "two others") become mentions here; those found before keep their ids.
 */
export function linkRoles(
  body: string,
  tagged: readonly TaggedSentence[],
  triggers: readonly Trigger[],
  found: readonly Mention[],
): Linked {
  const linked: Linked = { mentions: [...found], roles: [], harms: [], placed: new Map(), harmed: new Map() }
  for (const mention of found) place(linked, mention)
  const triggersIn = bySentence(tagged, triggers)
  const mentionsIn = bySentence(tagged, found)
  let before: readonly Topic[] = []
  let last: Trigger | undefined
  for (const sentence of tagged) {
    const here = triggersIn.get(sentence) ?? []
    const mentions = mentionsIn.get(sentence) ?? []
    const parsed = parse(sentence)
    const topics = topicsOf(parsed, mentions)
    const around = { parsed, triggers: here, mentions, topics, before }
    for (const trigger of here) linkTrigger(body, around, trigger, linked)
    linkHarms(body, around, last, linked)
    last = here.at(-1)
    before = topics.length > 0 ? topics.slice(0, 1) : before
  }
  return linked
}

function linkTrigger(body: string, around: Surroundings, trigger: Trigger, linked: Linked): void {
  const add = (
    role: Role['role'],
    mention: Mention,
    by: string,
    certainty: Role['certainty'] = 'stated',
  ): void => {
    linked.roles.push({ role, trigger: trigger.id, mention: mention.id, certainty, by, score: null })
  }
  const targets: Mention[] = []
  for (const { role, span, certainty, by } of partsOf(around, trigger)) {
    const mention = mentionAt(body, 'actor', span, linked)
    if (role === 'target') targets.push(mention)
    add(role, mention, by, certainty)
  }
  for (const { role, mention, by } of settingsOf(around, trigger, targets)) add(role, mention, by)
  for (const mention of instrumentsOf(around, trigger)) add('means', mention, 'lexicon:instrument')
}

/** Harm goes to the event that did it: one of its own sentence, else the last of the sentence before. */
function linkHarms(body: string, around: Surroundings, last: Trigger | undefined, linked: Linked): void {
  for (const harm of [...harmsIn(around), ...harmsOfKinds(around)]) {
    // "No one was killed" tells of no event before.
    const isNone = /^no(ne|body)?\b/i.test(body.slice(harm.count.start, harm.count.end))
    const goesBack = last && !isNone && canHarm(last.kind, harm.what)
    const trigger = doerOf(around, harm) ?? (goesBack ? last : undefined)
    if (!trigger) continue
    const told = linked.harmed.get(trigger.id) ?? []
    const isTold = told.some(known => known.what === harm.what)
    if (harm.isUncounted && isTold) continue
    const count = mentionAt(body, 'count', harm.count, linked).id
    if (told.some(known => known.count === count)) continue
    const of = harm.of && quoteAt(body, harm.of)
    const link: HarmLink = {
      trigger: trigger.id,
      count,
      what: harm.what,
      of,
      by: 'lexicon:harm',
      score: null,
    }
    linked.harms.push(link)
    linked.harmed.set(trigger.id, [...told, link])
  }
}

/** The mention of a kind at a stretch of the body, made where there is none. */
function mentionAt(body: string, kind: Mention['kind'], span: Span, linked: Linked): Mention {
  const known = linked.placed.get(keyOf(kind, span))
  if (known) return known
  const id = `m${linked.mentions.length + 1}`
  const mention: Mention = { id, quote: quoteAt(body, span), kind, by: 'lexicon:phrase', score: null }
  linked.mentions.push(mention)
  place(linked, mention)
  return mention
}

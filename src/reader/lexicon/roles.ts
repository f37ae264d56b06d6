import type { HarmLink, Mention, Role, Trigger } from '../../model/labels.js'
import type { Span } from '../../model/span.js'
import { contains, quoteAt } from '../../text/quote.js'
import { partsOf, type Surroundings } from './actors.js'
import { parse } from './clauses.js'
import { canHarm, doerOf, harmsIn, harmsOfKinds } from './harm.js'
import { instrumentsOf } from './instruments.js'
import { type Topic, topicsOf } from './pronouns.js'
import { settingsOf } from './settings.js'
import type { TaggedSentence } from './tag.js'

interface Linked {
  readonly mentions: Mention[]
  readonly roles: Role[]
  readonly harms: HarmLink[]
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
  const linked: Linked = { mentions: [...found], roles: [], harms: [] }
  let before: readonly Topic[] = []
  let last: Trigger | undefined
  for (const sentence of tagged) {
    const here = triggers.filter(({ quote }) => contains(sentence.sentence, quote))
    const mentions = found.filter(({ quote }) => contains(sentence.sentence, quote))
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

function linkTrigger(
  body: string,
  around: Surroundings,
  trigger: Trigger,
  { mentions, roles }: Linked,
): void {
  const add = (
    role: Role['role'],
    mention: Mention,
    by: string,
    certainty: Role['certainty'] = 'stated',
  ): void => {
    roles.push({ role, trigger: trigger.id, mention: mention.id, certainty, by, score: null })
  }
  const targets: Mention[] = []
  for (const { role, span, certainty, by } of partsOf(around, trigger)) {
    const mention = mentionAt(body, 'actor', span, mentions)
    if (role === 'target') targets.push(mention)
    add(role, mention, by, certainty)
  }
  for (const { role, mention, by } of settingsOf(around, trigger, targets)) add(role, mention, by)
  for (const mention of instrumentsOf(around, trigger)) add('means', mention, 'lexicon:instrument')
}

/** Harm goes to the event that did it: one of its own sentence, else the last of the sentence before. */
function linkHarms(
  body: string,
  around: Surroundings,
  last: Trigger | undefined,
  { mentions, harms }: Linked,
): void {
  for (const harm of [...harmsIn(around), ...harmsOfKinds(around)]) {
    // "No one was killed" tells of no event before.
    const isNone = /^no(ne|body)?\b/i.test(body.slice(harm.count.start, harm.count.end))
    const goesBack = last && !isNone && canHarm(last.kind, harm.what)
    const trigger = doerOf(around, harm) ?? (goesBack ? last : undefined)
    if (!trigger) continue
    const isTold = harms.some(known => known.trigger === trigger.id && known.what === harm.what)
    if (harm.isUncounted && isTold) continue
    const count = mentionAt(body, 'count', harm.count, mentions).id
    if (harms.some(known => known.trigger === trigger.id && known.count === count)) continue
    const of = harm.of && quoteAt(body, harm.of)
    harms.push({ trigger: trigger.id, count, what: harm.what, of, by: 'lexicon:harm', score: null })
  }
}

/** The mention of a kind at a stretch of the body, made where there is none. */
function mentionAt(body: string, kind: Mention['kind'], span: Span, mentions: Mention[]): Mention {
  const known = mentions.find(
    m => m.kind === kind && m.quote.start === span.start && m.quote.end === span.end,
  )
  if (known) return known
  const id = `m${mentions.length + 1}`
  const mention: Mention = { id, quote: quoteAt(body, span), kind, by: 'lexicon:phrase', score: null }
  mentions.push(mention)
  return mention
}

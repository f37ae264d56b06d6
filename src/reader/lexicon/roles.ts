import type { HarmLink, Mention, Role, Trigger } from '../../model/labels.js'
import type { Span } from '../../model/span.js'
import { contains, overlaps, quoteAt } from '../../text/quote.js'
import type { Phrase } from './chunks.js'
import { type Parsed, parse } from './clauses.js'
import { isActorLike, isPronoun, isQuantity } from './fitness.js'
import { frameOf } from './frames.js'
import { canHarm, countIn, doerOf, type Harm, harmsIn } from './harm.js'
import { instrumentsOf } from './instruments.js'
import { isPersonNoun } from './nouns.js'
import { piecesAt } from './pieces.js'
import { antecedentOf, type Topic, topicsOf } from './pronouns.js'
import { isAreaNoun } from './place-nouns.js'
import { settingsOf } from './settings.js'
import { type Filler, fillersOf } from './slots.js'
import type { TaggedSentence } from './tag.js'

/**
 * Ties mentions to the triggers whose event they take part in. Phrases that fill a part and name no known thing ("a
 * bridge", "two others") become mentions here.
 */
export function linkRoles(
  body: string,
  tagged: readonly TaggedSentence[],
  triggers: readonly Trigger[],
  found: readonly Mention[],
): { mentions: Mention[]; roles: Role[]; harms: HarmLink[] } {
  const mentions = [...found]
  const roles: Role[] = []
  const harms: HarmLink[] = []
  const mentionOf = (kind: Mention['kind'], span: Span): Mention => {
    const same = mentions.find(
      m => m.kind === kind && m.quote.start === span.start && m.quote.end === span.end,
    )
    if (same) return same
    const id = `m${mentions.length + 1}`
    const mention: Mention = { id, quote: quoteAt(body, span), kind, by: 'lexicon:phrase', score: null }
    mentions.push(mention)
    return mention
  }
  let last: Trigger | undefined
  let before: readonly Topic[] = []
  for (const sentence of tagged) {
    const here = triggers.filter(({ quote }) => contains(sentence.sentence, quote))
    const within = found.filter(({ quote }) => contains(sentence.sentence, quote))
    const parsed = parse(sentence)
    const topics = topicsOf(parsed, within)
    for (const trigger of here) {
      const targets: Mention[] = []
      for (const { role, span, slot } of actorsOf(parsed, trigger, here, within, topics, before)) {
        const mention = mentionOf('actor', span)
        if (role === 'target') targets.push(mention)
        roles.push(madeRole(role, trigger, mention.id, `lexicon:${slot}`))
      }
      for (const { role, mention, by } of settingsOf(parsed, trigger, within, targets)) {
        roles.push(madeRole(role, trigger, mention.id, `lexicon:${by}`))
      }
      for (const mention of instrumentsOf(parsed, trigger, within)) {
        roles.push(madeRole('means', trigger, mention.id, 'lexicon:instrument'))
      }
    }
    for (const harm of [...harmsIn(parsed, within), ...harmOfKinds(parsed, here, within)]) {
      const trigger = doerOf(parsed, harm, here) ?? (last && canHarm(last.kind, harm.what) ? last : undefined)
      const count = trigger && mentionOf('count', harm.count)
      if (!trigger || !count || harms.some(h => h.trigger === trigger.id && h.count === count.id)) continue
      const of = harm.of && quoteAt(body, harm.of)
      harms.push({
        trigger: trigger.id,
        count: count.id,
        what: harm.what,
        of,
        by: 'lexicon:harm',
        score: null,
      })
    }
    last = here.at(-1)
    before = topics.length > 0 ? topics.slice(0, 1) : before
  }
  return { mentions, roles, harms }
}

/** Harm that the kind of an event tells by itself: those arrested are captured, those who flee displaced. */
function harmOfKinds(parsed: Parsed, triggers: readonly Trigger[], within: readonly Mention[]): Harm[] {
  return triggers.flatMap(trigger => {
    const at = piecesAt(parsed, trigger.quote)
    const frame = frameOf(trigger.kind, at ? (parsed.pieces[at.first]?.lemma ?? '') : '')
    const what = frame.harm
    if (!at || !what) return []
    return fillersOf(parsed, at.first, at.last).flatMap(({ slot, first }) => {
      const phrase = parsed.phraseAt(first)
      const isHarmed =
        frame.part(slot) ===
        (what === 'displaced' && trigger.kind === 'displacement' ? 'initiator' : 'target')
      const counted = phrase && isHarmed ? countIn(parsed, phrase, within, what, at.first) : null
      return counted ? [{ what, at: at.first, ...counted }] : []
    })
  })
}

const madeRole = (role: Role['role'], trigger: Trigger, mention: string, by: string): Role => ({
  role,
  trigger: trigger.id,
  mention,
  certainty: 'stated',
  by,
  score: null,
})

/** Who fills a part, by the trigger's frame. What is a time or another event fills none. */
function actorsOf(
  parsed: Parsed,
  trigger: Trigger,
  triggers: readonly Trigger[],
  within: readonly Mention[],
  topics: ReturnType<typeof topicsOf>,
  before: readonly Topic[],
): { role: 'initiator' | 'target'; span: Span; slot: string }[] {
  const at = piecesAt(parsed, trigger.quote)
  if (!at) return []
  const frame = frameOf(trigger.kind, parsed.pieces[at.first]?.lemma ?? '')
  return fillersOf(parsed, at.first, at.last).flatMap(filler => {
    const role = frame.part(filler.slot)
    const span = wordsOf(parsed, filler)
    const isWhose = parsed.pieces[filler.first]?.lower === 'whose'
    if (!role || isWhose || isNoActor(span, triggers, within)) return []
    const people = role === 'initiator' || !frame.aimsAtThings
    if (people && !isActorLike(parsed, filler.first, filler.last, within)) return []
    const word = parsed.pieces[filler.last]?.text ?? ''
    const named = isPronoun(word) ? antecedentOf(word, filler.first, topics, before) : null
    if (named) return [{ role, span: named, slot: filler.slot + '+pron' }]
    return [{ role, span, slot: filler.slot }]
  })
}

/** Times and words that tell events fill no part. */
function isNoActor(span: Span, triggers: readonly Trigger[], within: readonly Mention[]): boolean {
  return (
    within.some(({ kind, quote }) => kind === 'time' && overlaps(quote, span)) ||
    triggers.some(({ quote }) => overlaps(quote, span))
  )
}

/** A filler's words: without "the", with whom "dozens of" counts or what "the city of" names, or the name beside them. */
function wordsOf(parsed: Parsed, { first, last }: Filler): Span {
  const { pieces } = parsed
  const head = pieces[last]
  const beside = isPersonNoun(head?.lemma ?? '') ? nameBeside(parsed, last) : undefined
  if (beside) return { start: pieces[beside.first]?.start ?? 0, end: pieces[beside.last]?.end ?? 0 }
  let from = first
  while (from < last && /^(the|["“‘])$/i.test(pieces[from]?.text ?? '')) from++
  const opensOf = pieces[last + 1]?.lower === 'of' && (isQuantity(head?.lower ?? '') || isAreaNoun(head?.lower ?? ''))
  const named = opensOf ? parsed.phraseAt(last + 2) : undefined
  const start = (pieces[from]?.start ?? 0) + (/^anti-/i.test(pieces[from]?.text ?? '') ? 'anti-'.length : 0)
  const cut = /-led$/i.test(head?.text ?? '') ? '-led'.length : 0
  return { start, end: (pieces[named?.last ?? last]?.end ?? 0) - cut }
}

/** "the group's leader, Abu Omar,": the name set off by commas after an office. */
function nameBeside(parsed: Parsed, last: number): Phrase | undefined {
  const phrase = parsed.pieces[last + 1]?.text === ',' ? parsed.phraseAt(last + 2) : undefined
  const isName = phrase && parsed.pieces[phrase.head]?.pos === 'PROPN' && parsed.pieces[phrase.first]?.pos === 'PROPN'
  return isName && /^[,.]$/.test(parsed.pieces[phrase.last + 1]?.text ?? '.') ? phrase : undefined
}

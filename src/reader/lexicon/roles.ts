import type { HarmLink, Mention, Role, Trigger } from '../../model/labels.js'
import type { Span } from '../../model/span.js'
import { contains, overlaps, quoteAt } from '../../text/quote.js'
import { type Parsed, parse } from './clauses.js'
import { frameOf } from './frames.js'
import type { Known } from './index.js'
import { type Filler, fillersOf } from './slots.js'
import type { TaggedSentence } from './tag.js'

/** Ties mentions to the triggers whose event they take part in. Phrases that name no known thing become mentions here. */
export function linkRoles(
  body: string,
  tagged: readonly TaggedSentence[],
  triggers: readonly Trigger[],
  found: readonly Mention[],
  _known: Known,
): { mentions: Mention[]; roles: Role[]; harms: HarmLink[] } {
  const mentions = [...found]
  const roles: Role[] = []
  const harms: HarmLink[] = []
  const mentionOf = (kind: Mention['kind'], span: Span): string => {
    const same = mentions.find(m => m.kind === kind && m.quote.start === span.start && m.quote.end === span.end)
    if (same) return same.id
    const id = `m${mentions.length + 1}`
    mentions.push({ id, quote: quoteAt(body, span), kind, by: 'lexicon:phrase', score: null })
    return id
  }
  for (const sentence of tagged) {
    const inside = triggers.filter(({ quote }) => contains(sentence.sentence, quote))
    if (inside.length === 0) continue
    const parsed = parse(sentence)
    for (const trigger of inside) {
      for (const { role, span } of actorsOf(parsed, trigger, inside, found)) {
        roles.push({ role, trigger: trigger.id, mention: mentionOf('actor', span), certainty: 'stated', by: 'lexicon:frame', score: null })
      }
      for (const kind of ['place', 'time', 'means'] as const) {
        for (const m of found) if (m.kind === kind && contains(sentence.sentence, m.quote)) roles.push({ role: kind, trigger: trigger.id, mention: m.id, certainty: 'stated', by: 'x', score: null })
      }
    }
  }
  return { mentions, roles, harms }
}

function actorsOf(parsed: Parsed, trigger: Trigger, triggers: readonly Trigger[], found: readonly Mention[]) {
  const at = piecesOfSpan(parsed, trigger.quote)
  if (!at) return []
  const frame = frameOf(trigger.kind, parsed.pieces[at.first]?.lemma ?? '')
  return fillersOf(parsed, at.first, at.last, frame.taken).flatMap(filler => {
    const role = frame.part(filler.slot)
    const span = spanOf(parsed, filler)
    const unfit = found.some(m => m.kind === 'time' && overlaps(m.quote, span)) || triggers.some(t => overlaps(t.quote, span))
    return role && !unfit ? [{ role, span }] : []
  })
}

function piecesOfSpan({ pieces }: Parsed, span: Span): { first: number; last: number } | null {
  const first = pieces.findIndex(piece => overlaps(piece, span))
  if (first < 0) return null
  let last = first
  while (last + 1 < pieces.length && overlaps(pieces[last + 1] as Span, span)) last++
  return { first, last }
}

function spanOf({ pieces }: Parsed, { first, last }: Filler): Span {
  let from = first
  while (from < last && /^(the|["“‘])$/i.test(pieces[from]?.text ?? '')) from++
  return { start: pieces[from]?.start ?? 0, end: pieces[last]?.end ?? 0 }
}

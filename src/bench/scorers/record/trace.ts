import type { Attribution, Mention, Role, Trigger } from '../../../model/labels.js'
import type { Quote, Span } from '../../../model/span.js'
import { offsetMap } from '../../../text/offsets.js'
import type { Parts } from '../../read-parts.js'
import type { Found } from './align.js'
import { anyOverlap } from './quotes.js'

/** What the stages made of a text, asked by stretches of it in code points, as codings have them. */
export interface Trace {
  triggersAt(spans: readonly Span[]): readonly Trigger[]
  mentionsAt(kind: Mention['kind'], spans: readonly Span[]): readonly Mention[]
  /** Whether a mention has a value: a time, a place, an actor, a count. */
  isResolved(mention: Mention): boolean
  /** Whether the reader ties a mention to any telling of an event. */
  isLinked(mention: Mention, event: Found, role: Role['role'] | 'harm'): boolean
  readonly attributions: readonly Attribution[]
}

type Read = Pick<Parts, 'report' | 'labels' | 'referents'>

export function traceOf({ report, labels, referents }: Read): Trace {
  const offsets = offsetMap(report.body)
  const spanOf = ({ start, end }: Quote): Span => ({
    start: offsets.toCodePoints(start),
    end: offsets.toCodePoints(end),
  })
  const placed = <T extends { readonly quote: Quote }>(items: readonly T[]) =>
    items.map(item => ({ item, span: spanOf(item.quote) }))
  const triggers = placed(labels.triggers)
  const mentions = placed(labels.mentions)
  const at = <T>(items: readonly { item: T; span: Span }[], spans: readonly Span[]): T[] =>
    items.filter(({ span }) => anyOverlap([span], spans)).map(({ item }) => item)
  const { times, places, actors, counts } = referents
  return {
    triggersAt: spans => at(triggers, spans),
    mentionsAt: (kind, spans) => at(mentions, spans).filter(mention => mention.kind === kind),
    isResolved: ({ id, kind }) =>
      kind === 'time'
        ? typeof times.get(id)?.value.edtf === 'string'
        : kind === 'means' || places.has(id) || actors.has(id) || counts.has(id),
    isLinked(mention, event, role) {
      const of = new Set(at(triggers, event.triggers).map(({ id }) => id))
      return role === 'harm'
        ? labels.harms.some(({ trigger, count }) => of.has(trigger) && count === mention.id)
        : labels.roles.some(link => of.has(link.trigger) && link.mention === mention.id && link.role === role)
    },
    attributions: labels.attributions,
  }
}

import { kinds } from '../../../codebook/kinds.generated.js'
import type { RecordedEvent } from '../../../model/recorded.js'
import type { HarmKind } from '../../../model/vocabulary.js'

const bodily: ReadonlySet<HarmKind> = new Set(['killed', 'injured', 'harmed'])

/**
 * What of a report may be hard to read, by the record: kinds of violence, and people killed or injured. Empty where there is none of
 * it; null where nothing is recorded, so that it cannot be known. Pure.
 */
export function awaitsIn(events: readonly RecordedEvent[]): readonly string[] | null {
  if (events.length === 0) return null
  const violent = events.flatMap(({ kind }) => (kinds[kind.value].family === 'violence' ? [kind.value] : []))
  const harm = events.flatMap(event => event.harm.map(({ value }) => value.what))
  return [...new Set([...violent, ...harm.filter(what => bodily.has(what))])]
}

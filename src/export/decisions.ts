import type { RecordedEvent } from '../model/recorded.js'
import type { FormatSettings, Occurrence, RowDecision } from './format.js'
import { type ToldValue, valuesOf } from './told.js'

/** Tells what people decided of an occurrence that became one row; nothing where nobody did. */
export function tellDecisions(
  row: string,
  occurrence: Occurrence,
  { gap }: Pick<FormatSettings, 'gap'>,
): void {
  const decisions = occurrence.flatMap(({ event }) => decisionsOn(event))
  if (decisions.length > 0) gap({ kind: 'reviewed', row, decisions })
}

/** Tells of a value that a format points at by its words, and that has none. */
export function tellWordless(
  event: RecordedEvent,
  { path }: ToldValue,
  { gap }: Pick<FormatSettings, 'gap'>,
): void {
  gap({
    kind: 'value',
    value: `${event.id}#${path}`,
    because: 'a reviewer said that it has no words in the report, so that there is nothing to point at',
  })
}

function decisionsOn(event: RecordedEvent): readonly RowDecision[] {
  const all = [
    { on: `${event.id}`, what: event },
    ...valuesOf(event).map(({ path, told }) => ({ on: `${event.id}#${path}`, what: told })),
  ]
  return all.flatMap(({ on, what: { decided, contested } }) =>
    decided || contested ? [{ on, decided, ...(contested && { contested }) }] : [],
  )
}

import type { Recorded, RecordedEvent, ValueField } from '../../../model/recorded.js'
import { valueFields } from '../../../model/recorded-fields.js'
import type { Evidence } from '../../../model/span.js'
import { valueText } from '../../value-text.js'
import type { TextMark } from '../text/text-view.js'

/** A value of an event as its page shows it. */
export interface ShownValue {
  readonly event: RecordedEvent
  readonly field: ValueField
  /** `harm.0`; `kind` and `status` have no number. */
  readonly path: string
  readonly recorded: Recorded<unknown>
  /** In short. */
  readonly text: string
}

/** Every value of an event, in the order of the fields. */
export function shownValues(event: RecordedEvent): ShownValue[] {
  return valueFields.flatMap(field => {
    const held: Recorded<unknown> | readonly Recorded<unknown>[] = event[field]
    const list = Array.isArray(held) ? held : [held]
    return list.map((recorded: Recorded<unknown>, i) => ({
      event,
      field,
      path: Array.isArray(held) ? `${field}.${i}` : field,
      recorded,
      text: valueText(field, recorded),
    }))
  })
}

/** The id of the mark of a value's words; a value may have several stretches of them. */
export const markId = (event: string, path: string, stretch = 0): string => `${event}/${path}/${stretch}`

/** Which value a mark is of. */
export function valueOfMark(id: string): { readonly event: string; readonly path: string } {
  const [event = '', path = ''] = id.split('/')
  return { event, path }
}

/** The marks of a text: the words that tell each event, and all the words of those that are looked at. */
export function marksOf(
  events: readonly RecordedEvent[],
  isWhole: (event: RecordedEvent) => boolean,
): TextMark[] {
  return events.flatMap(event => {
    const triggers = marksOfWords(event, 'trigger', 'trigger', event.kind.value, event.triggers)
    if (!isWhole(event)) return triggers
    // The kind rests on the words that tell the event, which are marked as such.
    const values = shownValues(event).filter(({ field }) => field !== 'kind')
    return [
      ...triggers,
      ...values.flatMap(value =>
        marksOfWords(event, value.path, value.field, value.text, value.recorded.evidence ?? []),
      ),
    ]
  })
}

function marksOfWords(
  event: RecordedEvent,
  path: string,
  field: string,
  label: string,
  words: readonly Evidence[0][],
): TextMark[] {
  return words.map(({ start, end }, i) => ({
    id: markId(event.id, path, i),
    start,
    end,
    field,
    label,
  }))
}

/** Whether somebody still has to look at a value. */
export const isUndecided = ({ recorded }: ShownValue): boolean =>
  recorded.decided === null || (recorded.contested?.length ?? 0) > 0

import { type Recorded, type RecordedEvent, type ValueField, valueFields } from '../../model/recorded.js'
import { valueText } from '../value-text.js'

/** A value of an event with its place (`harm.0`), and in short, for people; empty where there is nothing to say. */
export interface Placed {
  readonly field: ValueField
  readonly path: string
  readonly text: string
  readonly recorded: Recorded<unknown>
}

/** All values of an event, field by field. */
export function valuesOf(event: RecordedEvent): Placed[] {
  return valueFields.flatMap(field => {
    const held = event[field]
    const list: readonly Recorded<unknown>[] = 'value' in held ? [held] : held
    return list.map((recorded, i) => ({
      field,
      path: 'value' in held ? field : `${field}.${i}`,
      text: valueText(field, recorded),
      recorded,
    }))
  })
}

/** The value at a place; undefined where the event has none there. */
export const valueAt = (event: RecordedEvent, path: string): Placed | undefined =>
  valuesOf(event).find(one => one.path === path)

import { type ValueField, valueSchemas } from '../model/recorded.js'
import { actorText, harmText, placeText, saidText } from './chronicle.js'
import { oneLine } from './terminal.js'

/** A value of a field in a few words, as sheets and lists have it. */
export function fieldText(field: ValueField, value: unknown): string {
  switch (field) {
    case 'when':
      return valueSchemas.when.parse(value).edtf ?? 'no value'
    case 'where':
      return placeText(valueSchemas.where.parse(value))
    case 'initiators':
    case 'targets': {
      const actor = valueSchemas[field].parse(value)
      return `${actorText(actor)}, ${actor.type}`
    }
    case 'harm':
      return harmText(valueSchemas.harm.parse(value))
    case 'said':
      return saidText(valueSchemas.said.parse(value))
    default:
      return oneLine(String(value))
  }
}

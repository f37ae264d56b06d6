import { InputFault } from '../model/input-fault.js'
import { type RecordedEvent, valueFields } from '../model/recorded.js'

/** A value was to be named, and an event is. */
export const noValue = ({ id }: RecordedEvent): InputFault =>
  new InputFault({
    code: 'no-such-value',
    source: id,
    message: 'it is not said which value of it',
    help: `write ${id}.harm.0 and the like; fields are ${valueFields.join(', ')}`,
  })

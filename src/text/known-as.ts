import type { EventId } from '../model/event.js'
import type { RecordedEvent } from '../model/recorded.js'

/** Whether an event goes by an id, or once did. */
export const isKnownAs = ({ id, formerly }: RecordedEvent, asked: EventId): boolean =>
  id === asked || formerly.includes(asked)

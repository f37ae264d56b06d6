import { InputFault } from '../model/input-fault.js'
import { type RecordedEvent, ValueField, valueFields } from '../model/recorded.js'
import { seenAt, type Words } from '../review/index.js'
import type { WordsOptions } from './review-flags.js'
import { findEvent, ledTo, requireStanding, type Seen } from './review-sight.js'
import type { Sitting } from './review-taking.js'
import { fieldText } from './value-text.js'

/** An event, or a value of it, that a decision is on. */
export interface Target {
  readonly seen: Seen
  /** `harm.0`; null where it is the event. */
  readonly path: string | null
}

/** Parts `EVENT.FIELD.N` into the event's id and the rest. */
export function parted(target: string): { readonly id: string; readonly path: string | null } {
  const dot = target.indexOf('.')
  return dot < 0 ? { id: target, path: null } : { id: target.slice(0, dot), path: target.slice(dot + 1) }
}

/**
 * What `EVENT[.FIELD[.N]]` names. `mayBeRemoved`: also what somebody decided is not in the record.
 * @throws InputFault where there is no such event or value, or where there are several
 */
export async function targetOf(sitting: Sitting, target: string, mayBeRemoved = false): Promise<Target> {
  const { id, path } = parted(target)
  const seen = await eventFor(sitting, id, mayBeRemoved)
  return { seen, path: path === null ? null : placeIn(seen.event, path) }
}

export async function eventFor(sitting: Sitting, id: string, mayBeRemoved = false): Promise<Seen> {
  const seen = await findEvent(sitting, id)
  const led = ledTo(seen)
  if (led !== null) sitting.output.tell(`note: ${led}`)
  if (!(mayBeRemoved && seen.standing === 'removed')) await requireStanding(sitting, seen)
  return seen
}

/** `harm` names the one value of its field; of several it must be said which. */
function placeIn(event: RecordedEvent, path: string): string {
  const field = valueFields.find(one => one === path)
  if (field === undefined || field === 'kind' || field === 'status') {
    seenAt(event, path)
    return path
  }
  const values = event[field]
  if (values.length > 1) {
    const there = values.map(({ value }, i) => `${path}.${i} (${fieldText(field, value)})`)
    throw new InputFault({
      code: 'several-values',
      source: `${event.id}.${path}`,
      message: `it has ${values.length} values of ${path}: ${there.join('; ')}`,
      help: 'say which',
    })
  }
  seenAt(event, `${path}.0`)
  return `${path}.0`
}

/** @throws InputFault `no-such-value` */
export function fieldNamed(name: string, source: string): ValueField {
  const { data } = ValueField.safeParse(name)
  if (data) return data
  throw new InputFault({
    code: 'no-such-value',
    source,
    message: `an event has no field ${name}`,
    help: `it has ${valueFields.join(', ')}`,
  })
}

/**
 * The words that flags give for a value; null where they say that there are none.
 * @throws InputFault `no-words` where they say nothing
 */
export function wordsFrom(
  { quote, sameQuote }: WordsOptions,
  before: Seen['event']['kind']['evidence'],
): readonly Words[] | null {
  if (quote === false) return null
  if (quote !== undefined) return quote
  if (sameQuote) return before
  throw new InputFault({
    code: 'no-words',
    source: '--quote',
    message: 'it is not said which words of the report carry the value',
    help: 'give --quote WORDS as the report has them, or --no-quote where it has none',
  })
}

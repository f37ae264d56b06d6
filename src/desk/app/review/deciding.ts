import { signal } from '@preact/signals'
import type { ReportId } from '../../../model/report.js'
import type { Fault, ReviewRequest } from '../../api.js'
import { valueText } from '../../value-text.js'
import { type MessageKey, t } from '../messages/index.js'
import type { Added } from '../record/edit-add.js'
import type { ShownValue } from '../record/values.js'
import type { Stretch } from '../text/layout.js'
import { type Decided, decide, type Outcome } from './decisions.js'
import { placeOf, placeOfEvent } from './places.js'

/** Decisions on what is shown, each told to whoever listens. */

/** What was done last, as it is told; it stands on the page and is read out. */
export const told = signal('')

/** A value in a line, for people: its field and what it says. */
export const lineOf = ({ field, text }: ShownValue): string =>
  `${t(`field.${field}`)} ${text || t('value.untold')}`

const triggerOf = ({ event }: ShownValue): string => `“${event.triggers[0].exact}”`

type Done = 'accept' | 'reject' | 'correct' | 'add' | 'merge' | 'split' | 'note'

/** Decides, and tells it at once: that it is saved shows by itself, that it is not is told. */
function deciding(done: Done, decided: Decided, about: string, isAtHand = false): Promise<Outcome> {
  const line = t(`done.${done}` as MessageKey, { what: about })
  return decide(decided, `${line}`, { isAtHand }).then(outcome => {
    if (outcome.kind === 'saved' || outcome.kind === 'waits') told.value = line
    return outcome
  })
}

const faultOf = (outcome: Outcome): Fault | null => (outcome.kind === 'refused' ? outcome.fault : null)

/** Whether a value may be rejected: an event has a kind and a status in any case. Says so where it may not. */
export function mayReject({ field }: ShownValue): boolean {
  const isSingle = field === 'kind' || field === 'status'
  if (isSingle) told.value = t('done.notRejectable')
  return !isSingle
}

export const judge = (value: ShownValue, kind: 'accept' | 'reject'): Promise<Outcome> =>
  deciding(kind, { ...placeOf(value), decision: { kind } }, lineOf(value))

export const judgeEvent = (value: ShownValue, kind: 'accept' | 'reject'): Promise<Outcome> =>
  deciding(kind, { ...placeOfEvent(value.event), decision: { kind } }, triggerOf(value))

/** Corrects a value; returns what the server refused, which stays with who entered it. */
export async function correct(
  shown: ShownValue,
  value: unknown,
  words: readonly Stretch[] | null,
): Promise<Fault | null> {
  const { field } = shown
  const decision = setting(field, value, words)
  const about = `${lineOf(shown)} → ${shortOf(field, value)}`
  return faultOf(await deciding('correct', { ...placeOf(shown), decision }, about, true))
}

/** Adds a value to an event, or an event to a report. */
export async function add(
  report: ReportId,
  event: ShownValue['event'] | null,
  added: Added,
  words: readonly Stretch[] | null,
): Promise<Fault | null> {
  const nowhere = { path: null, saw: null, seen: null }
  if (added.kind === 'value') {
    const decision = setting(added.field, added.value, words)
    const about = `${t(`field.${added.field}`)} ${shortOf(added.field, added.value)}`
    return faultOf(await deciding('add', { ...nowhere, event: event?.id ?? null, decision }, about, true))
  }
  const decision = {
    kind: 'add',
    report,
    eventKind: added.eventKind,
    words: words ?? [],
  } as ReviewRequest['decision']
  return faultOf(await deciding('add', { ...nowhere, event: null, decision }, String(added.eventKind), true))
}

export const note = (value: ShownValue, words: string): Promise<Outcome> =>
  deciding('note', { ...placeOf(value), decision: { kind: 'note' }, note: words }, lineOf(value))

export const merge = (value: ShownValue, others: readonly string[]): Promise<Outcome> => {
  const decision = { kind: 'merge', with: others } as ReviewRequest['decision']
  return deciding('merge', { ...placeOfEvent(value.event), decision }, triggerOf(value))
}

export const split = (value: ShownValue, off: readonly string[]): Promise<Outcome> =>
  deciding(
    'split',
    { ...placeOfEvent(value.event), decision: { kind: 'split', off: [...off] } },
    triggerOf(value),
  )

const setting = (field: ShownValue['field'], value: unknown, words: readonly Stretch[] | null) =>
  ({ kind: 'correct', field, value, words }) as ReviewRequest['decision']

/** A value in parts, in short. */
const shortOf = (field: ShownValue['field'], value: unknown): string =>
  valueText(field, { value, evidence: null })

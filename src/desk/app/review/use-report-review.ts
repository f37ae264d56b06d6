import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { RecordedEvent } from '../../../model/recorded.js'
import { valueOfMark } from '../record/values.js'
import { judge, mayReject } from './deciding.js'
import { waiting } from './decisions.js'
import type { Action } from './keys.js'
import { isMode, type Mode } from './mode.js'
import { askForName } from './name.js'
import { stopsOf, type ValueStop } from './places.js'
import { undoHere } from './undo.js'
import { useKeys } from './use-keys.js'
import { useMode } from './use-mode.js'

/** What can be decided on a value beside its report. */
export const reportActions = ['accept', 'edit', 'reject', 'undo', 'add', 'note', 'keys'] as const

export interface ReportReview {
  readonly stops: ReadonlySignal<readonly ValueStop[]>
  /** The value that is looked at; null where none is. */
  readonly present: ReadonlySignal<ValueStop | null>
  readonly mode: Signal<Mode | null>
  act(action: Action): void
}

/** Deciding and correcting in the report view, on the value that is chosen there. */
export function useReportReview(
  events: readonly RecordedEvent[],
  chosen: Signal<string | null>,
): ReportReview {
  const held = useSignal(events)
  held.value = events
  const stops = useComputed(() => stopsOf(held.value, waiting.value))
  const present = useComputed(() => {
    if (chosen.value === null) return null
    const { event, path } = valueOfMark(chosen.value)
    const key = `${event}/${path === 'trigger' ? 'kind' : path}`
    return stops.value.find(stop => stop.key === key) ?? null
  })
  const mode = useSignal<Mode | null>(null)
  useMode(mode, present)
  const act = async (action: Action): Promise<void> => {
    const stop = present.peek()
    if (action === 'undo') return void (await undoHere(null))
    if (isMode(action)) {
      if (reportActions.some(one => one === action) && (stop || action === 'add' || action === 'keys'))
        mode.value = action
      return
    }
    if (!stop || (action !== 'accept' && action !== 'reject')) return
    if ((action === 'reject' && !mayReject(stop.value)) || !(await askForName())) return
    void judge(stop.value, action)
  }
  useKeys(action => void act(action))
  // It rests on signals alone: one object serves as long as the report is shown.
  return useMemo(() => ({ stops, present, mode, act: action => void act(action) }), [])
}

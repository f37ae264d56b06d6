import { type ReadonlySignal, type Signal, useComputed, useSignal, useSignalEffect } from '@preact/signals'
import type { EventDetail, Mark } from '../../api.js'
import { address, go, href } from '../address.js'
import { t } from '../messages/index.js'
import type { Loaded } from '../state/loaded.js'
import { judge, judgeEvent, mayReject, told } from './deciding.js'
import { waiting } from './decisions.js'
import type { Action } from './keys.js'
import { isMode, type Mode } from './mode.js'
import { askForName } from './name.js'
import { followed, sawOf, stopsOf, type ValueStop } from './places.js'
import { entryOf, eventBeside, isNearEnd, stopBeside, updated } from './tour.js'
import { undoHere } from './undo.js'
import { prefetch, useEvent } from './use-event.js'
import { useMode } from './use-mode.js'
import { kept, type Touring, useTour } from './use-tour.js'

/** Where a reviewer is, and what they can do there. */
export interface Reviewing {
  readonly touring: Touring
  readonly loaded: ReadonlySignal<Loaded<EventDetail>>
  readonly stops: ReadonlySignal<readonly ValueStop[]>
  /** The value that is looked at. */
  readonly present: ReadonlySignal<ValueStop | null>
  readonly mode: Signal<Mode | null>
  show(stop: ValueStop): void
  act(action: Action | 'rejectAll'): Promise<void>
}

/** The place in the queue is in the URL: the event, and the value of it. */
export function useReview(): Reviewing {
  const touring = useTour()
  const { tour } = touring
  const asked = useComputed(
    () => address.value.query.get('event') ?? eventBeside(tour.value, null, 1)?.id ?? null,
  )
  const loaded = useEvent(() => asked.value)
  const stops = useComputed(() =>
    stopsOf(loaded.value.data?.tellings.map(({ event }) => event) ?? [], waiting.value),
  )
  const entering = useSignal<1 | -1>(1)
  const was = useSignal<{ readonly key: string; readonly saw: string } | null>(null)
  const present = useComputed(() => {
    const { query } = address.value
    const key = `${asked.value}/${query.get('field') ?? ''}`
    const saw = was.peek()?.key === key ? (was.peek()?.saw ?? null) : null
    return followed(stops.value, key, saw) ?? entryOf(stops.value, entering.peek())
  })
  const mode = useSignal<Mode | null>(null)
  const presentKey = useComputed(() => present.value?.key ?? null)
  // The URL says what is looked at, also when that was chosen for the reader, or has moved.
  useSignalEffect(() => {
    const stop = present.value
    if (!stop) return
    was.value = { key: stop.key, saw: sawOf(stop.value) }
    const { query } = address.peek()
    if (`${query.get('event')}/${query.get('field')}` !== stop.key)
      goTo(stop.value.event.id, stop.value.path, 'replace')
  })
  useMode(mode, present)
  useUpkeep(touring, loaded)
  // Who goes to a place means what is there now, and not what was looked at there before.
  const visit: typeof goTo = (event, path, how) => {
    was.value = null
    goTo(event, path, how)
  }
  const show = (stop: ValueStop): void => visit(stop.value.event.id, stop.value.path, 'replace')
  const enter = (mark: Mark, direction: 1 | -1): void => {
    entering.value = direction
    visit(mark.id, null, 'push')
  }
  const move = async (direction: 1 | -1): Promise<void> => {
    const stop = stopBeside(stops.peek(), presentKey.peek(), direction)
    if (stop) return show(stop)
    // Of an event that could not be had, the URL still says where in the queue it stands.
    const from = loaded.peek().data?.id ?? asked.peek()
    const mark = eventBeside(tour.peek(), from, direction)
    if (mark) return enter(mark, direction)
    if (direction === 1) await touring.more()
    const come = direction === 1 ? eventBeside(tour.peek(), from, 1) : null
    if (come) return enter(come, 1)
    told.value = t(direction === 1 ? 'review.end' : 'review.begin')
  }
  const undo = async (): Promise<void> => {
    const undone = await undoHere(loaded.peek().data)
    if (undone?.event) visit(undone.event, undone.path, 'push')
  }
  const act = async (action: Action | 'rejectAll'): Promise<void> => {
    const stop = present.peek()
    if (action === 'next') return move(1)
    if (action === 'previous') return move(-1)
    if (action === 'search') return focusSearch()
    if (action === 'undo') return undo()
    if (action !== 'rejectAll' && isMode(action)) {
      if (stop || action === 'keys') mode.value = action
      return
    }
    if (!stop || (action === 'reject' && !mayReject(stop.value)) || !(await askForName())) return
    const isWhole = action === 'acceptAll' || action === 'rejectAll'
    const kind = action === 'accept' || action === 'acceptAll' ? 'accept' : 'reject'
    void (isWhole ? judgeEvent(stop.value, kind) : judge(stop.value, kind))
    // What was just decided waits to be saved, and is undecided no more.
    await move(1)
  }
  return { touring, loaded, stops, present, mode, show, act }
}

/** Keeps the queue as what is shown has it, and what comes next at hand. */
function useUpkeep(touring: Touring, loaded: Reviewing['loaded']): void {
  const { tour } = touring
  useSignalEffect(() => {
    const mark = loaded.value.data?.mark
    if (mark && tour.peek().events.some(({ id }) => id === mark.id)) tour.value = updated(tour.peek(), mark)
  })
  useSignalEffect(() => {
    const next = loaded.value.data && eventBeside(tour.value, loaded.value.data.id, 1)
    if (next) void prefetch(next.id)
  })
  useSignalEffect(() => {
    if (tour.value.after !== null && isNearEnd(tour.value, loaded.value.data?.id ?? null)) void touring.more()
  })
}

/** Shows an event of the queue, at one of its values. */
function goTo(event: string, path: string | null, how: 'push' | 'replace'): void {
  const queue = Object.fromEntries(kept(address.peek().query))
  go(href('review', null, { ...queue, event, field: path ?? undefined }), how)
}

function focusSearch(): void {
  const search = document.getElementById('filter-search')
  search?.closest('details')?.setAttribute('open', '')
  search?.focus()
}

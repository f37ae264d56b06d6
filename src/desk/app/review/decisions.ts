import { batch, effect, signal } from '@preact/signals'
import type { ReviewId } from '../../../model/recorded.js'
import type { Fault, ReviewAnswer, ReviewRequest } from '../../api.js'
import { ask, connected, readable, ServerFault, seatOf, send } from '../server.js'
import { changes } from '../state/loaded.js'
import { settings } from '../state/settings.js'
import { askForName } from './name.js'
import {
  drop,
  instantAfter,
  isOutboxKey,
  nextOf,
  put,
  refuse,
  settle,
  type Waiting,
  waitingOn,
} from './outbox.js'
import { remember, rename } from './own.js'
import { becameOf } from './places.js'
import { shelf } from './shelf.js'

/**
 * Decisions on their way to the record. Each is on the shelf before anything is sent, and sent at once; while the server cannot be
 * reached they wait in order. One tab sends at a time, and each tells the others what it saved.
 */

export const waiting = signal<readonly Waiting[]>(waitingOn(shelf))
/** Why the server saves nothing for now, where it says so: its session is over, its store is locked. */
export const stalled = signal<Fault | null>(null)
/** The answer to what was saved last here: whoever shows that event has it as it now is. */
export const answered = signal<ReviewAnswer | null>(null)

export type Outcome =
  | { readonly kind: 'saved' }
  /** It is kept, and sent when the server answers. */
  | { readonly kind: 'waits' }
  | { readonly kind: 'refused'; readonly fault: Fault }
  /** Nobody said who decides. */
  | { readonly kind: 'dropped' }

export type Decided = Omit<ReviewRequest, 'at' | 'note'> & { readonly note?: string }

/**
 * Takes a decision.
 * @param about what it is on, in short, for people
 * @param undoes the waiting decision that it undoes
 * @param isAtHand whether who decides still has before them what they entered: a refusal is then theirs to mend, and not kept
 */
export async function decide(
  decided: Decided,
  about: string,
  { undoes = null, isAtHand = false }: { readonly undoes?: string | null; readonly isAtHand?: boolean } = {},
): Promise<Outcome> {
  // Where the name is known, what is decided shows as such at once.
  if (!settings.peek().reviewer && !(await askForName())) return { kind: 'dropped' }
  const { reviewer, blind } = settings.peek()
  const at = instantAfter(waitingOn(shelf), new Date())
  const request: ReviewRequest = { note: '', ...decided, at }
  const one: Waiting = { id: crypto.randomUUID(), reviewer, blind, request, about, undoes, refused: null }
  put(shelf, one)
  if (decided.decision.kind !== 'undo') remember({ id: one.id, review: null, about, request })
  waiting.value = waitingOn(shelf)
  await flush()
  const left = waitingOn(shelf).find(({ id }) => id === one.id)
  if (!left) return { kind: 'saved' }
  if (left.refused === null) return { kind: 'waits' }
  if (isAtHand) leave(left.id)
  return { kind: 'refused', fault: left.refused }
}

/** Forgets a decision that was refused. */
export function leave(id: string): void {
  drop(shelf, id)
  waiting.value = waitingOn(shelf)
}

/** Takes a refused decision again, on what is there now. */
export function decideAgain(
  one: Waiting,
  place: Pick<ReviewRequest, 'event' | 'path' | 'saw' | 'seen'>,
): void {
  const at = instantAfter(waitingOn(shelf), new Date())
  put(shelf, { ...one, refused: null, request: { ...one.request, ...place, at } })
  waiting.value = waitingOn(shelf)
  void flush()
}

const tabs = new BroadcastChannel('herodotus-record')
tabs.onmessage = ({ data }: MessageEvent<{ readonly id: string; readonly review: ReviewId }>) => {
  rename(data.id, data.review)
  batch(() => {
    waiting.value = waitingOn(shelf)
    changes.value++
  })
}
addEventListener('storage', ({ key }) => {
  if (isOutboxKey(key)) waiting.value = waitingOn(shelf)
})

/** Sends what waits, in order, until all is saved or the server cannot be reached. */
async function flush(): Promise<void> {
  const sendAll = async (): Promise<void> => {
    let saved = 0
    for (let next = nextOf(waitingOn(shelf)); next !== null; next = nextOf(waitingOn(shelf))) {
      const outcome = await sendOne(next)
      if (outcome === 'unreachable') break
      saved++
    }
    if (saved > 0) changes.value++
  }
  // What two tabs share is sent by one of them.
  await navigator.locks.request('herodotus-outbox', sendAll)
}

async function sendOne(one: Waiting): Promise<'done' | 'unreachable'> {
  try {
    const answer = await send<ReviewAnswer>('/api/reviews', one.request, seatOf(one))
    settle(shelf, one, answer.review, becameOf(answer))
    rename(one.id, answer.review)
    batch(() => {
      stalled.value = null
      waiting.value = waitingOn(shelf)
      answered.value = answer
    })
    tabs.postMessage({ id: one.id, review: answer.review })
  } catch (error) {
    if (!(error instanceof ServerFault)) throw error
    if (!isRefusal(error.status)) {
      if (error.status !== 0) stalled.value = error.fault
      return 'unreachable'
    }
    refuse(shelf, one, error.fault)
    waiting.value = waitingOn(shelf)
  }
  return 'done'
}

/** Whether the server understood and said no; all else may go better later: a stopped server, a locked store, a session that is over. */
const isRefusal = (status: number): boolean => [400, 404, 409, 413, 422].includes(status)

const pause = 3_000

// What waits from before, a server that comes back, and a store: tried again and again until they answer.
effect(() => {
  const answers = connected.value && readable.value
  if (answers && stalled.value === null) {
    void flush()
    return
  }
  const timer = setInterval(() => void (answers ? flush() : meet()), pause)
  return () => clearInterval(timer)
})

/** Whatever is shown is asked for again when the server answers of the record. */
async function meet(): Promise<void> {
  await ask('/api/meta').catch(() => null)
  if (connected.peek() && readable.peek()) changes.value++
}

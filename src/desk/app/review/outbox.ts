import type { ReviewId } from '../../../model/recorded.js'
import type { Fault, ReviewRequest } from '../../api.js'

/**
 * Decisions that wait to be saved. Each is kept under a key of its own, so that two tabs cannot overwrite each other's, and leaves
 * only when the server has answered for it: none is lost, and none is sent after one that was taken later. Pure but for the shelf.
 */

export interface Waiting {
  readonly id: string
  readonly reviewer: string
  readonly blind: boolean
  readonly request: ReviewRequest
  /** What it was about, in short, for people. */
  readonly about: string
  /** The waiting decision that it undoes, whose name is known only when it is saved. */
  readonly undoes: string | null
  /** Why the server refused it: a person has to look at it again. Null where it waits its turn. */
  readonly refused: Fault | null
}

/** Where waiting decisions lie: the browser's storage, which outlasts the page. */
export interface Shelf {
  keys(): readonly string[]
  get(key: string): string | null
  set(key: string, value: string): void
  remove(key: string): void
}

const prefix = 'herodotus-decision:'
export const isOutboxKey = (key: string | null): boolean => key === null || key.startsWith(prefix)

export const put = (shelf: Shelf, one: Waiting): void => shelf.set(prefix + one.id, JSON.stringify(one))
export const drop = (shelf: Shelf, id: string): void => shelf.remove(prefix + id)

/** All that wait, in the order in which they were taken. */
export function waitingOn(shelf: Shelf): Waiting[] {
  return shelf
    .keys()
    .filter(key => key.startsWith(prefix))
    .flatMap(key => parsed(shelf.get(key)))
    .sort((a, b) => (a.request.at < b.request.at ? -1 : a.request.at > b.request.at ? 1 : 0))
}

/** The next to be sent: the first that was not refused, and that undoes nothing which is yet unsaved. */
export function nextOf(queue: readonly Waiting[]): Waiting | null {
  const ids = new Set(queue.map(({ id }) => id))
  return (
    queue.find(({ refused, undoes }) => refused === null && (undoes === null || !ids.has(undoes))) ?? null
  )
}

/** An instant for a decision: now, or just after the last that waits, so that no two are of one instant. */
export function instantAfter(queue: readonly Waiting[], now: Date): string {
  const last = queue.at(-1)?.request.at
  const at = last === undefined ? now.getTime() : Math.max(now.getTime(), Date.parse(last) + 1)
  return new Date(at).toISOString()
}

/** What a decision made of a value: as it then is, and where it stands. */
export type Became = Pick<ReviewRequest, 'path' | 'saw'>

/**
 * Takes a saved decision off the shelf. Whoever decided on the same thing again before it was saved had seen this decision and what
 * came of it; who undid it now has its name.
 */
export function settle(shelf: Shelf, saved: Waiting, review: ReviewId, became: Became | null): void {
  for (const one of waitingOn(shelf)) {
    const { request } = one
    if (one.undoes === saved.id)
      put(shelf, { ...one, undoes: null, request: { ...request, decision: { kind: 'undo', review } } })
    else if (request.at > saved.request.at && bearsOn(saved.request, request)) {
      const seen = isSamePlace(saved.request, request) ? { ...became, seen: review } : { seen: review }
      put(shelf, { ...one, request: { ...request, ...seen } })
    }
  }
  drop(shelf, saved.id)
}

/** Whether a decision shows in what a later one is on. */
function bearsOn(saved: ReviewRequest, later: ReviewRequest): boolean {
  const { kind } = saved.decision
  if (saved.event !== later.event) return false
  if (saved.path === null) return kind === 'accept'
  return (kind === 'accept' || kind === 'reject' || kind === 'correct') && isSamePlace(saved, later)
}

/** Keeps what the server refused until a person has looked at it; what would have undone it falls with it. */
export function refuse(shelf: Shelf, one: Waiting, fault: Fault): void {
  const undoing = waitingOn(shelf).filter(({ undoes }) => undoes === one.id)
  for (const { id } of undoing) drop(shelf, id)
  if (undoing.length > 0) drop(shelf, one.id)
  else put(shelf, { ...one, refused: fault })
}

/** Whether two decisions are on the same value, or on the same event as a whole. A value is known by what it was seen as. */
export function isSamePlace(a: ReviewRequest, b: ReviewRequest): boolean {
  return (
    a.event === b.event &&
    (a.path === null) === (b.path === null) &&
    JSON.stringify(a.saw) === JSON.stringify(b.saw)
  )
}

function parsed(stored: string | null): Waiting[] {
  try {
    const one: unknown = JSON.parse(stored ?? 'null')
    return isWaiting(one) ? [one] : []
  } catch {
    return []
  }
}

const isWaiting = (one: unknown): one is Waiting =>
  typeof one === 'object' && one !== null && 'id' in one && 'request' in one && 'reviewer' in one

import type { ReviewId } from '../../../model/recorded.js'
import type { EventDetail, ReviewRequest } from '../../api.js'

/** What was decided in this tab, the last on top: what undo takes back, also after a reload. */

export interface Own {
  /** As a waiting decision. */
  readonly id: string
  /** Null until it is saved. */
  readonly review: ReviewId | null
  readonly about: string
  readonly request: ReviewRequest
}

const key = 'herodotus-own'
const most = 200

export const remember = (one: Own): void => keep([...all(), one].slice(-most))

/** Names a decision by what it was saved as. */
export function rename(id: string, review: ReviewId): void {
  keep(all().map(one => (one.id === id ? { ...one, review } : one)))
}

/** Takes the last off; null where there is none. */
export function takeLast(): Own | null {
  const own = all()
  keep(own.slice(0, -1))
  return own.at(-1) ?? null
}

/** The last decision of a reviewer on an event that still counts; null where there is none. */
export function lastOf(detail: EventDetail, reviewer: string): EventDetail['history'][number] | null {
  return (
    detail.history.findLast(
      entry => entry.reviewer === reviewer && !entry.undone && entry.decision.kind !== 'undo',
    ) ?? null
  )
}

function all(): readonly Own[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept : []
  } catch {
    return []
  }
}

function keep(own: readonly Own[]): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(own))
  } catch {
    // A browser that keeps nothing: undo then goes by the event's history.
  }
}

import { askAgain, seat, type Tagged } from '../server.js'
import { changes, type Source } from './loaded.js'

/** So many answers are kept: of one filter, of any time and of any place, and of the filter before. */
const most = 6

interface Kept extends Tagged<unknown> {
  /** How often something had been decided here when it was asked for. */
  readonly after: number
}

/** The last answers, by who asked for what; the one that was asked for last stands last. */
const answers = new Map<string, Kept>()

/**
 * Large answers, kept in this page alone: who comes back to one sees it at once, and it is fetched again only where something in the
 * record has changed.
 */
export const kept: Source = {
  here<T>(path: string): T | null {
    const found = answers.get(keyOf(path))
    return found?.after === changes.peek() ? (found.data as T) : null
  },
  async ask<T>(path: string, options: RequestInit): Promise<T> {
    const [key, as, after] = [keyOf(path), seat.value, changes.peek()]
    const here = (answers.get(key) ?? null) as Tagged<T> | null
    const answer = await askAgain<T>(path, here, options, as)
    answers.delete(key)
    answers.set(key, { ...answer, after })
    for (const old of [...answers.keys()].slice(0, -most)) answers.delete(old)
    return answer.data
  },
}

const keyOf = (path: string): string => `${seat.value} ${path}`

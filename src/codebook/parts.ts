import type { EventKind } from '../model/vocabulary.js'
import { kinds } from './kinds.generated.js'

/** Whether an event of this kind is a thing done in the course of fighting, and may be part of a campaign of it. */
export function isDoneInFighting(kind: EventKind): boolean {
  return kinds[kind].family === 'violence' || kind === 'territory-capture'
}

import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { address } from '../address.js'
import { type Shown, show } from './query.js'

/** So long a hand must rest before the URL is written: browsers refuse many changes of it in a second. */
const rest = 250

/**
 * What is seen of a plot: as the URL says, and while a hand moves it, as the hand has it; the URL follows when it rests. Null
 * where the URL says nothing.
 */
export function useHeld<T>(
  name: Shown,
  read: (text: string | null) => T | null,
  write: (value: T) => string,
): [T | null, (next: T | null) => void] {
  const held = useSignal<{ readonly value: T | null; readonly of: string | null } | null>(null)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(waiting.current), [])
  const text = address.value.query.get(name)
  // Where the URL was changed by anything else, it is right.
  const now = held.value && held.value.of === text ? held.value.value : read(text)
  const hold = (next: T | null): void => {
    held.value = { value: next, of: address.peek().query.get(name) }
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => {
      const written = next === null ? null : write(next)
      held.value = { value: next, of: written }
      show({ [name]: written })
    }, rest)
  }
  return [now, hold]
}

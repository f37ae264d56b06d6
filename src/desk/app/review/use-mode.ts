import { effect, type ReadonlySignal, type Signal, useComputed } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { type Mode, modeBefore } from './mode.js'
import { identityOf, type ValueStop } from './places.js'

/** What is asked about a value is asked no more when another is looked at; what somebody was in the midst of there is asked again. */
export function useMode(mode: Signal<Mode | null>, present: ReadonlySignal<ValueStop | null>): void {
  const identity = useComputed(() => present.value && identityOf(present.value.value))
  // At once and not after the next frame, as useSignalEffect would: else a key that follows quickly is undone by it.
  useEffect(
    () =>
      effect(() => {
        void identity.value
        const stop = present.peek()
        mode.value = stop && modeBefore(stop.value)
      }),
    [mode, present, identity],
  )
}

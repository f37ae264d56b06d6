import { signal } from '@preact/signals'
import type { Shelf } from './outbox.js'

/** Whether the browser keeps what waits when the page is closed. */
export const isKept = signal(true)

/** The browser's storage; where that refuses, the page's memory, and the page says so. */
const memory = new Map<string, string>()

export const shelf: Shelf = {
  keys: () => [...stored(), ...memory.keys()],
  get: key => memory.get(key) ?? attempt(() => localStorage.getItem(key), null),
  set(key, value) {
    try {
      localStorage.setItem(key, value)
      memory.delete(key)
    } catch {
      memory.set(key, value)
      isKept.value = false
    }
  },
  remove(key) {
    memory.delete(key)
    attempt(() => localStorage.removeItem(key), undefined)
  },
}

const stored = (): readonly string[] =>
  attempt(() => Object.keys(localStorage).filter(key => !memory.has(key)), [])

function attempt<T>(action: () => T, otherwise: T): T {
  try {
    return action()
  } catch {
    return otherwise
  }
}

// Where only this page has what waits, closing it asks first.
addEventListener('beforeunload', event => {
  if (memory.size > 0) event.preventDefault()
})

import { useEffect, useRef } from 'preact/hooks'
import { settings } from '../state/settings.js'
import { type Action, actionOf, deskKey } from './keys.js'

/** Lets keys act, outside of text fields and dialogs. `key`: that it came by a key, and not by a button. */
export function useKeys(act: (action: Action) => void): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return
      if (isTyping(event.target)) {
        if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur()
        return
      }
      const action = actionOf(event, settings.peek().shortcuts)
      if (!action) return
      event.preventDefault()
      // A key that is held down moves on and on, and decides once.
      if (event.repeat && action !== 'next' && action !== 'previous') return
      latest.current(action)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** Lets one key act, outside of text fields and dialogs. */
export function useKey(key: string, act: () => void): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.repeat || document.querySelector('dialog[open]')) return
      if (isTyping(event.target) || deskKey(event, settings.peek().shortcuts) !== key) return
      latest.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [key])
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  return target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement
}

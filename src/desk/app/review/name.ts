import { signal } from '@preact/signals'
import { change, settings } from '../state/settings.js'

/** Who waits for a name: the page then asks for it. */
export const nameAsked = signal<((name: string | null) => void) | null>(null)

/** Whether it is known who decides; asks where it is not. */
export async function askForName(): Promise<boolean> {
  if (settings.peek().reviewer) return true
  const name = await new Promise<string | null>(resolve => {
    nameAsked.value?.(null)
    nameAsked.value = resolve
  })
  nameAsked.value = null
  if (name) change({ reviewer: name })
  return name !== null
}

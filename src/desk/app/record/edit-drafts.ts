import type { Stretch } from '../text/layout.js'
import type { Form } from './edit-values.js'

/** An edit half done, kept in the browser so that a reload loses nothing of it. */
export interface Draft {
  readonly form: Form
  /** Null where no words carry the value. */
  readonly words: readonly Stretch[] | null
}

type Drafts = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
const keyOf = (of: string): string => `herodotus-draft:${of}`

/** The draft of something; null where there is none, or none that is whole. */
export function draftOf(storage: Drafts, of: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(keyOf(of)) ?? 'null')
    return isDraft(kept) ? kept : null
  } catch {
    return null
  }
}

export function keepDraft(storage: Drafts, of: string, draft: Draft): void {
  try {
    storage.setItem(keyOf(of), JSON.stringify(draft))
  } catch {
    // A browser that keeps nothing: the edit lasts as long as the page.
  }
}

export function forgetDraft(storage: Drafts, of: string): void {
  try {
    storage.removeItem(keyOf(of))
  } catch {
    // As above.
  }
}

function isDraft(kept: unknown): kept is Draft {
  if (typeof kept !== 'object' || kept === null || !('form' in kept) || !('words' in kept)) return false
  const { form, words } = kept
  const isForm = typeof form === 'object' && form !== null && Object.values(form).every(isText)
  return isForm && (words === null || (Array.isArray(words) && words.every(isStretch)))
}

const isText = (part: unknown): boolean => typeof part === 'string'
const isStretch = (part: unknown): boolean =>
  typeof part === 'object' &&
  part !== null &&
  'start' in part &&
  'end' in part &&
  Number.isInteger(part.start) &&
  Number.isInteger(part.end)

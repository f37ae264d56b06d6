/** What each key does in review. Pure. */

export const actions = [
  'next',
  'previous',
  'accept',
  'edit',
  'reject',
  'undo',
  'acceptAll',
  'add',
  'merge',
  'split',
  'note',
  'search',
  'keys',
] as const
export type Action = (typeof actions)[number]

/** The key of each action; a capital is the letter with Shift. */
export const keyOf: Readonly<Record<Action, string>> = {
  next: 'j',
  previous: 'k',
  accept: 'a',
  edit: 'e',
  reject: 'r',
  undo: 'u',
  acceptAll: 'A',
  add: 'i',
  merge: 'm',
  split: 's',
  note: 'n',
  search: '/',
  keys: '?',
}
/** Keys of every page, for who asked for it: people's names are shown and blurred again, a text is shown behind its warning. */
export const pageKeys = { names: 'b', text: 't' } as const

const actionOfKey = new Map(actions.map(action => [keyOf[action], action]))

/** What a key says of itself (KeyboardEvent). */
export interface Pressed {
  readonly key: string
  readonly code: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

/** What a key asks for; null where it is none of review's. */
export function actionOf(pressed: Pressed, singleKeys: boolean): Action | null {
  const key = deskKey(pressed, singleKeys)
  return (key && actionOfKey.get(key)) || null
}

/**
 * The letter or sign of a key, where it may be one of the desk's: with single keys switched off, the same keys work with Alt. On a
 * keyboard of another script, the key in the same place counts.
 */
export function deskKey(pressed: Pressed, singleKeys: boolean): string | null {
  const { key, code, altKey, ctrlKey, metaKey, shiftKey } = pressed
  if (ctrlKey || metaKey || altKey === singleKeys) return null
  const isLatin = /^[\x20-\x7e]$/.test(key)
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  const ofPlace = letter && (shiftKey ? letter : letter.toLowerCase())
  return (isLatin ? key : ofPlace) ?? null
}

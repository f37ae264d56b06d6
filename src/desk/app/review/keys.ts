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

/**
 * What a key asks for; null where it is none of the desk's. With single keys switched off, the same keys work with Alt. On a
 * keyboard of another script, the key in the same place counts.
 */
export function actionOf(pressed: Pressed, singleKeys: boolean): Action | null {
  const { key, code, altKey, ctrlKey, metaKey, shiftKey } = pressed
  if (ctrlKey || metaKey || altKey === singleKeys) return null
  const isLatin = /^[\x20-\x7e]$/.test(key)
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  const ofPlace = letter && (shiftKey ? letter : letter.toLowerCase())
  const pressedKey = isLatin ? key : ofPlace
  return (pressedKey && actionOfKey.get(pressedKey)) || null
}

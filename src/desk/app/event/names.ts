import { settings } from '../state/settings.js'

/** Names in a row, as the reader's language joins them. */
export const names = (some: readonly string[]): string =>
  new Intl.ListFormat(settings.value.language, { type: 'conjunction' }).format(some.map(apart))

/** A name among other words, with its direction to itself: signs by which it could turn those round are left out. */
export const apart = (name: string): string =>
  `\u2068${name.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')}\u2069`

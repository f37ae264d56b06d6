import { settings } from '../state/settings.js'

/** Names in a row, as the reader's language joins them; each keeps its own direction to itself. */
export const names = (some: readonly string[]): string =>
  new Intl.ListFormat(settings.value.language, { type: 'conjunction' }).format(
    some.map(name => `\u2068${name}\u2069`),
  )

import { settings } from '../state/settings.js'

/** Names in a row, as the reader's language joins them. */
export const names = (some: readonly string[]): string =>
  new Intl.ListFormat(settings.value.language, { type: 'conjunction' }).format(some)

import type { EventDetail } from '../../api.js'

/**
 * Whether a page asked for by `asked` shows an event that was named otherwise: that an id was not written out, or is now written
 * so, makes it no other.
 */
export const cameFrom = (asked: string, { id }: Pick<EventDetail, 'id'>): string | null =>
  asked === id || id.startsWith(asked) || id.startsWith(`event:${asked}`) ? null : asked

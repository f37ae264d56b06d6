import type { HarmLink, Mention, Role, Trigger } from '../../model/labels.js'
import type { TaggedSentence } from './tag.js'

/** Ties mentions to the triggers whose event they take part in. */
export function linkRoles(
  _tagged: readonly TaggedSentence[],
  _triggers: readonly Trigger[],
  _mentions: readonly Mention[],
): { roles: Role[]; harms: HarmLink[] } {
  return { roles: [], harms: [] }
}

import type { Attribution, HarmLink, Mention, Trigger } from '../../model/labels.js'
import type { TaggedSentence } from './tag.js'

/** Finds who says what: holder, cue and content, and the triggers that the content covers. */
export function findAttributions(
  _body: string,
  _tagged: readonly TaggedSentence[],
  _triggers: readonly Trigger[],
  _mentions: readonly Mention[],
  _harms: readonly HarmLink[],
): Attribution[] {
  return []
}

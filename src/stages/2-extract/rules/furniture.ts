import type { BlockRule } from './rule.js'

/** Whole blocks that pages carry beside their text. Each pattern must match the block from end to end. */
const phrases: readonly RegExp[] = [
  /\d+[\s-]*(?:min(?:ute)?s?|mins?)\.?[\s-]*(?:read|watch|listen)(?:ing time)?/,
  /(?:estimated )?read(?:ing)? time:? .{1,20}/,
  /(?:advert|advertisement|advertising|you (?:may|might) also (?:like|be interested in)\W*|sponsored(?: content)?|promoted|ad|story continues below(?: advertisement)?|article continues below)/,
  /(?:share|tweet|e-?mail|print|save|copy link|follow|like|pin it|whatsapp|facebook|twitter|linkedin|reddit|pinterest|telegram|mail|link|copied|on|via|this|article|story|x|[|,·•])(?:[\s|,·•]+(?:share|tweet|e-?mail|print|save|copy|link|follow|like|whatsapp|facebook|twitter|linkedin|reddit|pinterest|telegram|mail|copied|on|via|this|article|story|x|[|,·•]))*/,
  /(?:read|see|find out|learn|show|view|load) (?:more|all|comments?|full (?:story|article|bio))(?: (?:here|articles|stories|»|>))?/,
  /(?:read|see|watch) (?:more|also)\b\s*(?::.{0,150})?/,
  /(?:related|read|watch|listen|more)(?: (?:stories|articles|topics|coverage|content|links))?\s*:.{0,150}/,
  /(?:more|also) (?:on this|from this|in this) .{1,30}/,
  /(?:sign up|subscribe|log ?in|sign in|register)\b[^.]{0,120}\.?/,
  /(?:follow|find|like) (?:us|him|her|them|me)? ?(?:on|at) .{1,80}/,
  /follow .{1,60} on (?:twitter|facebook|instagram|x)\b.{0,60}/,
  /click here\b.{0,120}/,
  /(?:comments?|\d+ comments?|\d+ shares?|leave a (?:comment|reply)|post a comment|view comments|loading\.*)/,
  /(?:©|\(c\)|copyright)\s.{0,200}/,
  /.{0,80}\ball rights reserved\b.{0,120}/,
  /(?:topics|tags|filed under|categories|most read|most popular|trending(?: now)?|latest news|recommended(?: for you)?|home|menu|search|skip to (?:main )?content|back to top)\s*:?/,
  /\[[^\]]{1,40}\]/,
]
const whole = new RegExp(`^(?:${phrases.map(phrase => phrase.source).join('|')})$`, 'i')

/** What stands on every page of a site: reading times, share buttons, advertisements, rights. */
export const furniturePhrase: BlockRule = {
  id: 'furniture:phrase',
  kind: 'furniture',
  holds: text => text.length <= 320 && whole.test(text),
}

/** A block without a letter or digit: rules, dots, arrows. */
export const furnitureMarks: BlockRule = {
  id: 'furniture:marks',
  kind: 'furniture',
  holds: text => !/[\p{L}\p{N}]/u.test(text),
}

import type { BlockRule } from './rule.js'

/** Whole blocks that pages carry beside their text. Each pattern must match the block from end to end. */
const phrases: readonly RegExp[] = [
  /\d+[\s-]*(?:min(?:ute)?s?|mins?)\.?[\s-]*(?:read|watch|listen)(?:ing time)?/,
  /(?:estimated )?read(?:ing)? time:? .{1,20}/,
  /(?:advert|advertisement|advertising|you (?:may|might) also (?:like|be interested in)\W*|sponsored(?: content)?|promoted|ad|story continues below(?: advertisement)?|article continues below)/,
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

const shareWords: ReadonlySet<string> = new Set(
  'share tweet email e-mail mail print save copy link copied like pin whatsapp facebook twitter linkedin reddit pinterest telegram google messenger'.split(
    ' ',
  ),
)
const besideShareWords: ReadonlySet<string> = new Set(
  'on via this article story by to it x or and us'.split(' '),
)

/** A row of share buttons: "Facebook Twitter Mail", "Share this article on X". */
export const furnitureShare: BlockRule = {
  id: 'furniture:share',
  kind: 'furniture',
  holds: text => {
    if (text.length > 160) return false
    const words = text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []
    return (
      words.some(word => shareWords.has(word)) &&
      words.every(word => shareWords.has(word) || besideShareWords.has(word))
    )
  },
}

/** A block without a letter or digit: rules, dots, arrows. */
export const furnitureMarks: BlockRule = {
  id: 'furniture:marks',
  kind: 'furniture',
  holds: text => !/[\p{L}\p{N}]/u.test(text),
}

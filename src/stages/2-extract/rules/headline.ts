import { type BlockRule, folded } from './rule.js'

/** The headline handed in, where it first stands among the opening blocks. */
export const headlineGiven: BlockRule = {
  id: 'headline:given',
  kind: 'headline',
  holds: (text, _, page) =>
    page.headline !== null && page.headlines.length === 0 && folded(text) === folded(page.headline),
}

/** The first block, where the page opens with it twice: who pastes a page gets its title and its heading. */
export const headlineTwice: BlockRule = {
  id: 'headline:twice',
  kind: 'headline',
  holds: (text, index, page) =>
    index === 0 &&
    looksLikeTitle(text) &&
    page.texts.slice(1, 4).some(other => folded(other) === folded(text)),
}

/** The first block, where no headline was handed in and it reads as one: short, unended, over longer text. */
export const headlineFirst: BlockRule = {
  id: 'headline:first',
  kind: 'headline',
  holds: (text, index, page) => {
    const longest = page.texts.slice(1, 6).reduce((most, other) => Math.max(most, other.length), 0)
    return index === 0 && page.headline === null && looksLikeTitle(text) && longest > text.length * 1.3
  },
}

/** A headline that stands again tells nothing new; were it told twice, its events would be counted twice. */
export const headlineAgain: BlockRule = {
  id: 'headline:again',
  kind: 'furniture',
  holds: (text, _, page) => page.headlines.length > 0 && page.headlines.includes(folded(text)),
}

function looksLikeTitle(text: string): boolean {
  const words = text.split(' ').length
  return words >= 3 && words <= 25 && text.length <= 160 && !/[.:;,…]["'”’)]*$/.test(text)
}

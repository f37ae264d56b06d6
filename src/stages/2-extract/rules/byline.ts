import { type BlockRule, folded } from './rule.js'

const name = "(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*)"
const joined = `(?:${name}|and|for|in|with|of|the|de|al|el|bin|van|von|&|/|\\|)`
const weekdayOrMonth =
  /^by (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|^by (?:jan|feb|march|april|may|june|july|aug|sept|oct|nov|dec)/i

/** "By Ana Maria Perez and Jo Lind in Port Alder": `By` and nothing but names. */
export const bylineBy: BlockRule = {
  id: 'byline:by',
  kind: 'byline',
  holds: text =>
    text.length <= 140 &&
    new RegExp(`^(?:By|BY|by)[:\\s]+${name}(?:[\\s,]+${joined})+[\\s,|]*$`, 'u').test(text) &&
    !weekdayOrMonth.test(text),
}

/** Who wrote and edited it, as agencies put it at the end: "(Reporting by …; Editing by …)". */
export const bylineCredits: BlockRule = {
  id: 'byline:credits',
  kind: 'byline',
  holds: text =>
    text.length <= 300 &&
    /^\(?(?:additional |further )?(?:reporting|writing|editing|compiled|written|edited) by\b/i.test(text),
}

/** The author that the page names, alone in a block or after `By`. */
export const bylineAuthor: BlockRule = {
  id: 'byline:author',
  kind: 'byline',
  holds: (text, _, page) =>
    page.author !== null &&
    folded(text)
      .replace(/^by:? /, '')
      .replace(/[,|]$/, '') === folded(page.author),
}

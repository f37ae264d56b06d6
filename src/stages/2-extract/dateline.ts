import type { Region } from '../../model/report.js'
import type { Span } from '../../model/span.js'
import { letterCase } from '../../text/letter-case.js'

/** A dateline opens one of the first paragraphs; further down the same form is a heading or a list. */
const openingParagraphs = 3

const capitals = "\\p{Lu}[\\p{Lu}\\p{M}'’. -]*"
const title = "\\p{Lu}[\\p{L}\\p{M}'’.-]+(?: \\p{Lu}[\\p{L}\\p{M}'’.-]+)*"
const source = '\\([^()]{2,60}\\)'
const gap = '[ \\t\\u00a0]'
/** After a name a hyphen needs room ("OVD-Info" is no dateline); after a bracket it does not. */
const dash = `(?:${gap}*(?:--+|–|—)|${gap}+-(?=${gap}))(?:${gap}*-)?`
const dashAfterSource = `${gap}*(?:-+|–|—)(?:${gap}*-)?`
const brackets = '(?:\\s*\\[[^\\[\\]]{1,80}\\]){0,4}'
const day = '(?:,? (?:\\p{L}{3,9}\\.? \\d{1,2}|\\d{1,2} \\p{L}{3,9}\\.?)(?:,? (?:\\d{4}|\\d{2}))?)'

/** The forms that agencies use, the strictest first. */
const forms: readonly (readonly [by: string, pattern: RegExp])[] = [
  // "KABUL, Afghanistan (AP) —", "SAN SALVADOR, 1 NOV 89 (ACAN-EFE) -- [TEXT]"
  [
    'dateline:agency',
    new RegExp(
      `^(?:${title}|${capitals})(?:, ?(?:${title}|${capitals}))?${day}? ?${source}${dashAfterSource}${brackets}`,
      'u',
    ),
  ],
  // "(CNN) --"
  ['dateline:source', new RegExp(`^${source}${dashAfterSource}${brackets}`, 'u')],
  // "IRBIL, IRAQ —", "PORT ALDER, May 3 —"
  ['dateline:capitals', new RegExp(`^${capitals}(?:, ?(?:${title}|${capitals}))?${day}?${dash}`, 'u')],
  // "PATNA: Even as", as papers of India and Pakistan have it
  [
    'dateline:colon',
    new RegExp(
      `^(?!(?:UPDATE|BREAKING|WATCH|EXCLUSIVE|LIVE|VIDEO|OPINION|ANALYSIS)\\b)${capitals}:(?= \\p{Lu})`,
      'u',
    ),
  ],
]

/** The datelines within the opening paragraphs of prose. A text all in capitals is held to the strict forms. */
export function datelinesOf(body: string, prose: readonly Span[]): Region[] {
  const strict = letterCase(body) !== 'mixed'
  return prose.slice(0, openingParagraphs).flatMap(({ start, end }) => {
    const opening = body.slice(start, Math.min(end, start + 200))
    for (const [by, pattern] of strict ? forms.slice(0, 2) : forms) {
      const match = pattern.exec(opening)
      if (match && match[0].length < end - start) {
        return [{ kind: 'dateline' as const, span: { start, end: start + match[0].length }, by }]
      }
    }
    return []
  })
}

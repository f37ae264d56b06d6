import type { FieldExplanation, Lost } from './explanation.js'

/** A list that is empty: nothing that the reader pointed at was tied to the event there. */
export function nothingTold(
  field: string,
  what: string,
  others: readonly Lost[],
  change: string,
): FieldExplanation {
  const [nearest] = others
  const would = nearest ? `It would be told if “${nearest.value}” were tied to the event.` : change
  return {
    field,
    value: null,
    words: [],
    by: null,
    means: `no ${what} is tied to any word that tells the event`,
    score: null,
    reasons: [],
    lost: others,
    change: would,
  }
}

/** Decisions of people over what was read: the record is the fold of the one over the other. */

export { completeValue, type Known } from './complete-value.js'
export { countingReviews } from './counting.js'
export { clashingFields } from './disagreement.js'
export { findWords, type Words } from './find-words.js'
export { foldReviews } from './fold-reviews.js'
export { contextOf } from './relocate.js'
export { isSameValue, valueKey, valueText } from './same-value.js'
export { type Asked, type AskedDecision, missedEvent, seenAt, takeDecision } from './take-decision.js'
export { urgencyOf } from './urgency.js'

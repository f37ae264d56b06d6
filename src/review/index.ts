/** Decisions of people over what was read: the record is the fold of the one over the other. */
export { countingReviews } from './counting.js'
export { clashingFields } from './disagreement.js'
export { foldReviews } from './fold-reviews.js'
export { contextOf } from './relocate.js'
export { isSameValue, valueKey, valueText } from './same-value.js'
export { urgencyOf } from './urgency.js'

/** Decisions of people over what was read: the record is the fold of the one over the other. */

export { type Agreement, agreementOf, type SlotAgreement, type Unit } from './agreement.js'
export type { Coefficient } from './coefficients.js'
export { completeValue, type Known } from './complete-value.js'
export { compareReviews, countingReviews, type Undos, undoneBy, undosOf } from './counting.js'
export { clashingFields } from './disagreement.js'
export { findWords, type Words } from './find-words.js'
export { foldReviews } from './fold-reviews.js'
export { type HistoryLine, historyOf } from './history.js'
export { contextOf } from './relocate.js'
export { isSameValue, valueKey, valueText } from './same-value.js'
export { type Asked, type AskedDecision, missedEvent, seenAt, takeDecision } from './take-decision.js'
export { doubtOfValue, urgencyOf } from './urgency.js'

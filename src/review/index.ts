/** Decisions of people over what was read: the record is the fold of the one over the other. */
export { foldReviews } from './fold-reviews.js'

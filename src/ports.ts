/** What the rim implements, and the core asks for. */
export * from './ports/actors.js'
export * from './ports/jobs.js'
export * from './ports/lists.js'
export * from './ports/own-places.js'
export * from './ports/reading.js'
export * from './ports/report-lists.js'
export * from './ports/review.js'
export * from './ports/store.js'

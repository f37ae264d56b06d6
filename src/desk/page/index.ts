/** One self-contained HTML file of an event or a report, to send to somebody who has no desk. */
export type { Made } from './document.js'
export { eventPage } from './event-page.js'
export { html } from './html.js'
export { reportPage } from './report-page.js'
export { pagePolicy } from './sheet.js'

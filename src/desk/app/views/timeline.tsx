import { LinkedPage } from '../linked/linked-page.js'

/** When, of the events that fit the filter. */
export const TimelineView = () => <LinkedPage plot="timeline" />

import { LinkedPage } from '../linked/linked-page.js'

/** Who to whom, of the events that fit the filter. */
export const NetworkView = () => <LinkedPage plot="network" />

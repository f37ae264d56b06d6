import { LinkedPage } from '../linked/linked-page.js'

/** Where, of the events that fit the filter. */
export const MapView = () => <LinkedPage plot="map" />

/** The record, kept: `docs/store.md` says how and what is guaranteed. */
export { type OpenOptions, openStore } from './open-store.js'
export { openPlaces } from './place-store.js'
export { StoreError, type StoreErrorCode } from './store-error.js'

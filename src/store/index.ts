/** The record, kept: `docs/store.md` says how and what is guaranteed. */
export { databaseName } from './database-name.js'
export { type OpenJobsOptions, openJobs } from './jobs/open-jobs.js'
export { openPlaceFiles, openPlaceFilesIfThere, openPlaces } from './open-places.js'
export { type OpenOptions, openStore, type StoreOptions } from './open-store.js'
export { StoreError, type StoreErrorCode } from './store-error.js'

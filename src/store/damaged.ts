import { StoreError } from './store-error.js'
import type { Parsed } from './stored-json.js'

/** @throws StoreError where what was stored is not of its schema */
export function intact<T>(stored: Parsed<T>, what: string): T {
  if ('complaint' in stored) throw damaged(what, stored.complaint)
  return stored.value
}

export function damaged(what: string, found: string): StoreError {
  return new StoreError({
    code: 'damaged',
    message: `${what} is not as it was kept: ${found}`,
    help: 'herodotus verify names every fault; restore the database from a copy, or read the reports again into a new one',
  })
}

import { StoreError } from './store-error.js'

/** What a reader meets that can bring nothing up to date. */
export function olderVersion(where: string): StoreError {
  return new StoreError({
    code: 'older-version',
    message: `${where} was made by an older version of Herodotus, or its making was cut short`,
    help: 'herodotus read brings it up to date; keep a copy of it if the older version is still in use',
  })
}

import type { ReviewRules, Store } from './ports.js'
import { foldReviews, urgencyOf } from './review/index.js'
import { type OpenOptions, openStore, StoreError } from './store/index.js'

/** How this program makes the record of readings and decisions: a change of what either gives needs another version. */
export const reviewRules: ReviewRules = {
  version: 2,
  fold: foldReviews,
  urgency: ({ tellings }) => urgencyOf(tellings),
}

/**
 * Opens the record kept in an SQLite file, or in the PostgreSQL database of an address (`postgres://…`). `:memory:` is a
 * record that is not kept.
 * @throws StoreError where it cannot be opened as asked; its message and help are made to be shown.
 */
export function openRecord(database: string, options: OpenOptions = {}): Promise<Store> {
  return openStore(database, { ...options, rules: reviewRules })
}

/** Opens a record to be read; null where none has been kept there yet. */
export async function openRecordIfThere(database: string): Promise<Store | null> {
  try {
    return await openRecord(database, { mode: 'read' })
  } catch (error) {
    if (error instanceof StoreError && error.isNothingThere) return null
    throw error
  }
}

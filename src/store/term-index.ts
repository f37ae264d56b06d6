import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Asked } from './search-terms.js'

/** How an engine keeps the words of a passage, and finds passages by them. */
export interface TermIndex {
  /** What goes into `passage_terms.terms`. */
  kept(terms: readonly string[]): RawBuilder<string>
  /** That a row of `passage_terms` says all that is asked for. */
  says(asked: readonly Asked[]): RawBuilder<SqlBool>
}

// Terms are letters, marks and digits alone (search-terms.ts): neither engine's own signs can be among them.

/** https://www.sqlite.org/fts5.html#full_text_query_syntax */
export const sqliteTerms: TermIndex = {
  kept: terms => sql<string>`${terms.join(' ')}`,
  says: asked => {
    const query = asked.map(({ terms, open }) => `"${terms.join(' ')}"${open ? ' *' : ''}`).join(' AND ')
    return sql<SqlBool>`passage_terms match ${query}`
  },
}

/** https://www.postgresql.org/docs/15/datatype-textsearch.html */
export const postgresTerms: TermIndex = {
  kept: terms => sql<string>`${terms.map((term, at) => `'${term}':${at + 1}`).join(' ')}::tsvector`,
  says: asked => {
    const query = asked
      .map(({ terms, open }) => `(${terms.map(term => `'${term}'`).join(' <-> ')}${open ? ':*' : ''})`)
      .join(' & ')
    return sql<SqlBool>`passage_terms.terms @@ ${query}::tsquery`
  },
}

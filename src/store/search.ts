import { type Kysely, sql } from 'kysely'
import type { FoundPassage } from '../ports.js'
import { quoteAt } from '../text/quote.js'
import { damaged } from './damaged.js'
import { isNewest } from './event-query.js'
import { loadReports } from './load.js'
import { askedFor } from './search-terms.js'
import type { Tables } from './tables.js'
import type { TermIndex } from './term-index.js'

/** Passages fetched at a time, with their reports. */
const atOnce = 50

interface Hit {
  readonly passage: number
  readonly reading: number
  readonly start_offset: number
  readonly end_offset: number
}

/** The passages of newest readings that say the words, in the order in which they were kept. */
export async function* searchPassages(
  db: Kysely<Tables>,
  index: TermIndex,
  words: string,
  upTo: number,
): AsyncGenerator<FoundPassage> {
  const asked = askedFor(words)
  if (asked.length === 0) return
  let [passage, reading] = [0, 0]
  for (;;) {
    const { rows } = await sql<Hit>`
      select passages.id as passage, readings.seq as reading, start_offset, end_offset
      from passage_terms
      join passages on passages.id = passage_terms.rowid
      join readings on readings.body = passages.body
      where ${index.says(asked)} and passage_terms.rowid >= ${passage}
        and (passages.id, readings.seq) > (${passage}, ${reading})
        and readings.seq <= ${upTo} and ${isNewest('readings.seq', upTo)}
      order by passages.id, readings.seq limit ${atOnce}`.execute(db)
    const reports = await loadReports(db, [...new Set(rows.map(hit => hit.reading))])
    for (const hit of rows) {
      const report = reports.get(hit.reading)
      if (!report) throw damaged(`reading ${hit.reading}`, 'its body is gone')
      yield { report, passage: quoteAt(report.body, { start: hit.start_offset, end: hit.end_offset }) }
    }
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) return
    ;({ passage, reading } = last)
  }
}

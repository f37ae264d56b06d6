import type { Diagnostic } from '../../model/diagnostic.js'
import type { Publication, Region } from '../../model/report.js'
import type { Snapshot } from '../../model/snapshot.js'
import { quoteAt } from '../../text/quote.js'
import { warning } from './note.js'
import { dateOfData, wordedDate } from './published.js'

/** A date line counts for the report only near its top: further down it dates a list's item or another story. */
const proseBeforeDate = 2

/** Where a publication date may come from, as found. */
export interface DateSources {
  /** Handed in with the row, before it was checked. */
  readonly row: unknown
  /** What the page's metadata has, the most trusted first. */
  readonly metadata: readonly string[]
}

/**
 * When the report was published: as handed in, else as the row, the page's metadata, or a date line of its text has
 * it. What is no date, and what differs from a better source, is noted and left aside.
 */
export function publicationOf(
  snapshot: Snapshot,
  sources: DateSources,
  body: string,
  regions: readonly Region[],
): { published: Publication | null; notes: Diagnostic[] } {
  const notes: Diagnostic[] = []
  const given = [snapshot.given.published, sources.row].flatMap(value => {
    if (value === null || value === undefined || value === '') return []
    const edtf = typeof value === 'string' || typeof value === 'number' ? dateOfData(String(value)) : null
    if (edtf === null) notes.push(notADate(value))
    return edtf === null ? [] : [{ edtf, basis: 'given' as const, quote: null }]
  })
  const metadata = sources.metadata.flatMap(value => {
    const edtf = dateOfData(value)
    return edtf === null ? [] : [{ edtf, basis: 'metadata' as const, quote: null }]
  })
  const inText = dateInText(body, regions)
  const candidates: Publication[] = [...given, ...metadata.slice(0, 1), ...(inText ? [inText] : [])]
  const [published, ...others] = candidates
  if (published === undefined) return { published: null, notes: uniqueNotes(notes) }
  const other = others.find(({ edtf }) => !agree(edtf, published.edtf))
  if (other) {
    notes.push(
      warning(
        'published-differs',
        `published ${published.edtf} (${published.basis}), but ${other.edtf} (${other.basis}): ${published.edtf} is used`,
        'Check which is right, and hand it in with --published.',
        other.quote,
      ),
    )
  }
  return { published, notes: uniqueNotes(notes) }
}

/** A month and a day within it agree. */
const agree = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a)

const uniqueNotes = (notes: readonly Diagnostic[]): Diagnostic[] => [
  ...new Map(notes.map(note => [note.message, note])).values(),
]

function notADate(value: unknown): Diagnostic {
  return warning(
    'published-not-a-date',
    `the publication date ${JSON.stringify(value)} is none, and is left out`,
    'Write it as 2031-05-03, 2031-05 or 2031.',
  )
}

function dateInText(body: string, regions: readonly Region[]): Publication | null {
  let prose = 0
  for (const { kind, span } of regions) {
    if (kind === 'prose') prose++
    if (prose > proseBeforeDate) return null
    if (kind !== 'date') continue
    const found = wordedDate(body.slice(span.start, span.end))
    if (found === null) continue
    const start = span.start + found.index
    return { edtf: found.edtf, basis: 'text', quote: quoteAt(body, { start, end: start + found.length }) }
  }
  return null
}

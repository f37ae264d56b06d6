import type { Diagnostic } from '../../model/diagnostic.js'
import type { Snapshot } from '../../model/snapshot.js'
import type { Span } from '../../model/span.js'
import { paragraphsOf } from './paragraphs.js'
import type { DateSources } from './publication.js'
import { readRow } from './row.js'
import { type Marked, proseByDefault } from './rules/index.js'

/** A paragraph, heading, caption or other block of the body. */
export interface Block extends Span {
  /** What its source says of it; null leaves it to the rules on text. */
  readonly known: Marked | null
  /** What it is if no rule names it. */
  readonly otherwise: Marked
}

/** What a snapshot holds, whatever its media type, before its blocks are named. */
export interface SourcePage {
  readonly body: string
  /** In order, apart; outside them is only white space. */
  readonly blocks: readonly Block[]
  readonly headline: string | null
  readonly author: string | null
  readonly outlet: string | null
  readonly dates: DateSources
  readonly notes: readonly Diagnostic[]
}

/** The text rule: line ends become `\n`, lone surrogates U+FFFD. No normalisation, no trimming: offsets are for ever. */
export const freeze = (text: string): string => text.replace(/\r\n?/g, '\n').toWellFormed()

export function pageOfText(text: string, { given }: Snapshot): SourcePage {
  return plainPage(text, given.headline, null, null)
}

export function pageOfRow(json: string, { source, given }: Snapshot): SourcePage {
  const row = readRow(json, source)
  return plainPage(row.text, given.headline ?? row.headline ?? null, row.outlet ?? null, row.published)
}

function plainPage(
  text: string,
  headline: string | null,
  outlet: string | null,
  published: unknown,
): SourcePage {
  const body = freeze(text)
  const blocks = paragraphsOf(body, headline).map(span => ({
    ...span,
    known: null,
    otherwise: proseByDefault,
  }))
  return { body, blocks, headline, author: null, outlet, dates: { row: published, metadata: [] }, notes: [] }
}

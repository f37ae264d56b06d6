import type { Recorded, RecordedEvent } from '../../../model/recorded.js'
import type { Account, EventDetail, MatrixRow } from '../../api.js'

/** A telling as a column of the matrix. */
export interface Column {
  readonly event: RecordedEvent
  readonly report: EventDetail['tellings'][number]['report']
  /** Its outlet, or its name. */
  readonly source: string
  /** Publication (EDTF); null where it is not known. */
  readonly published: string | null
}

/** The tellings in order of publication, the undated last. */
export function columnsOf({ tellings }: EventDetail): Column[] {
  return tellings
    .map(({ event, report }) => ({
      event,
      report,
      source: report.outlet ?? report.name,
      published: report.published?.edtf ?? null,
    }))
    .toSorted((a, b) => order(a.published ?? '~', b.published ?? '~'))
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What a telling says in a row. */
export const cellOf = ({ accounts }: MatrixRow, { event }: Column): Account[] =>
  accounts.filter(account => account.event === event.id)

/** The other sources that give the same account: of one outlet’s two reports, neither is another. Said only where not all columns do. */
export function sameAs(
  { agreement, accounts }: MatrixRow,
  account: Account,
  columns: readonly Column[],
): string[] {
  if (agreement === 'agree' || agreement === 'one') return []
  const others = new Set(
    accounts
      .filter(({ key, event }) => key === account.key && event !== account.event)
      .map(({ event }) => event),
  )
  const own = columns.find(({ event }) => event.id === account.event)?.source
  const sources = columns.filter(({ event }) => others.has(event.id)).map(({ source }) => source)
  return [...new Set(sources)].filter(source => source !== own)
}

/** The value behind an account; null where the event has changed under it. */
export function recordedOf({ event }: Column, { path }: Account): Recorded<unknown> | null {
  const [field = '', at] = path.split('.')
  const held: unknown = new Map<string, unknown>(Object.entries(event)).get(field)
  const found: unknown = Array.isArray(held) ? held[Number(at)] : held
  return typeof found === 'object' && found !== null && 'evidence' in found
    ? (found as Recorded<unknown>)
    : null
}

/** The words of an account in its report, as the report's view names them: a kind rests on the words that tell the event. */
export const fieldInReport = (path: string): string => (path === 'kind' ? 'trigger' : path)

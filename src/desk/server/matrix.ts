import { voicesOn } from '../../export/voices.js'
import { type RecordedEvent, type ValueField, valueFields } from '../../model/recorded.js'
import type { Report } from '../../model/report.js'
import type { HarmValue } from '../../model/values.js'
import { valueKey } from '../../review/index.js'
import type { Account, MatrixRow } from '../api.js'
import { valueText } from '../value-text.js'

interface Telling {
  readonly event: RecordedEvent
  readonly report: Report
}

/**
 * What each telling of an occurrence gives for each field, and whether they agree: `agree` where all give the same, `clash`
 * where what they give cannot all be true, else `differ`. Rows of harm are one for each kind of it.
 */
export function matrixOf(tellings: readonly Telling[]): MatrixRow[] {
  const inOrder = tellings.toSorted((a, b) => sinceOf(a).localeCompare(sinceOf(b)))
  return valueFields.flatMap(field => {
    if (field === 'said') return []
    if (field !== 'harm') return rowOf(field, null, inOrder)
    const kinds = new Set(inOrder.flatMap(({ event }) => event.harm.map(({ value }) => value.what)))
    return [...kinds].flatMap(what => rowOf('harm', what, inOrder))
  })
}

const sinceOf = ({ report }: Telling): string => report.published?.edtf ?? '~'

function rowOf(
  field: Exclude<ValueField, 'said'>,
  what: HarmValue['what'] | null,
  tellings: readonly Telling[],
): MatrixRow[] {
  const before = new Map<string, HarmValue>()
  const accounts = tellings.flatMap(telling => accountsOf(field, what, telling, before))
  if (accounts.length === 0) return []
  return [{ field, what, agreement: agreementOf(field, accounts, tellings), accounts }]
}

function accountsOf(
  field: Exclude<ValueField, 'said'>,
  what: HarmValue['what'] | null,
  { event, report }: Telling,
  before: Map<string, HarmValue>,
): Account[] {
  const voices = voicesOn(event, report, field)
  const source = report.outlet ?? report.name
  const held = event[field]
  const list = Array.isArray(held) ? held : [held]
  return list.flatMap((told, i) => {
    const harm = field === 'harm' ? (told.value as HarmValue) : null
    if (harm && harm.what !== what) return []
    const moved = harm ? movedFrom(before.get(`${source} ${harm.of}`), harm) : null
    if (harm) before.set(`${source} ${harm.of}`, harm)
    return [
      {
        event: event.id,
        path: Array.isArray(held) ? `${field}.${i}` : field,
        text: valueText({ field, told } as Parameters<typeof valueText>[0]),
        key: valueKey(field, told.value),
        holders: [...voices.says],
        denied: [...voices.denies],
        since: report.published?.edtf ?? null,
        moved,
      },
    ]
  })
}

function movedFrom(before: HarmValue | undefined, now: HarmValue): Account['moved'] {
  const [was, is] = [before?.low ?? before?.high ?? null, now.low ?? now.high]
  if (was === null || is === null) return null
  return is > was ? 'up' : is < was ? 'down' : 'same'
}

/** Fields of which an occurrence has but one value: two are a clash. Of the others, several may be true together. */
const single: ReadonlySet<ValueField> = new Set(['kind', 'status'])

function agreementOf(
  field: ValueField,
  accounts: readonly Account[],
  tellings: readonly Telling[],
): MatrixRow['agreement'] {
  const bySource = byEvent(accounts)
  if (bySource.size < 2 && accounts.every(({ denied }) => denied.length === 0)) return 'one'
  const sets = new Set(
    [...bySource.values()].map(some =>
      some
        .map(({ key }) => key)
        .sort()
        .join(' '),
    ),
  )
  const isDenied = accounts.some(({ denied }) => denied.length > 0)
  if (sets.size === 1 && !isDenied) return 'agree'
  if (isDenied || single.has(field)) return 'clash'
  if (field === 'when') return timesMeet(tellings) ? 'differ' : 'clash'
  if (field === 'harm') return countsMeet(accounts, tellings) ? 'differ' : 'clash'
  return 'differ'
}

/** Whether some day is allowed by a time of every telling that has one. */
function timesMeet(tellings: readonly Telling[]): boolean {
  const spans = tellings.flatMap(({ event }) => {
    const dated = event.when.map(({ value }) => value).filter(({ earliest, latest }) => earliest ?? latest)
    if (dated.length === 0) return []
    const firsts = dated.map(({ earliest }) => earliest ?? '').sort()
    const lasts = dated.map(({ latest }) => latest ?? '~').sort()
    return [{ first: firsts[0] ?? '', last: lasts.at(-1) ?? '~' }]
  })
  const latestFirst =
    spans
      .map(({ first }) => first)
      .sort()
      .at(-1) ?? ''
  const earliestLast = spans.map(({ last }) => last).sort()[0] ?? '~'
  return latestFirst <= earliestLast
}

/** Whether some number is allowed by a count of every telling: "at least 12" and 17 meet, 12 and 17 do not. */
function countsMeet(accounts: readonly Account[], tellings: readonly Telling[]): boolean {
  const events = new Map<string, RecordedEvent>(tellings.map(({ event }) => [event.id, event]))
  const bounds = [...byEvent(accounts)].flatMap(([id, some]) => {
    const harms = some.flatMap(({ path }) => events.get(id)?.harm[Number(path.split('.')[1])]?.value ?? [])
    const numbered = harms.filter(({ low, high, partOf }) => (low ?? high) !== null && partOf === null)
    if (numbered.length === 0) return []
    return [
      {
        low: Math.min(...numbered.map(({ low }) => low ?? 0)),
        high: Math.max(...numbered.map(({ high }) => high ?? Number.POSITIVE_INFINITY)),
      },
    ]
  })
  return Math.max(...bounds.map(({ low }) => low)) <= Math.min(...bounds.map(({ high }) => high))
}

function byEvent(accounts: readonly Account[]): Map<string, Account[]> {
  const groups = new Map<string, Account[]>()
  for (const account of accounts) groups.set(account.event, [...(groups.get(account.event) ?? []), account])
  return groups
}

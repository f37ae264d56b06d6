import { aboutOf, voicesOn } from '../../export/voices.js'
import { type RecordedEvent, type ValueField, valueFields } from '../../model/recorded.js'
import type { Report } from '../../model/report.js'
import { clashingFields } from '../../review/index.js'
import { countsClash } from '../../text/counts-clash.js'
import type { Account, MatrixRow } from '../api.js'
import { valueText } from '../value-text.js'
import { accountKey, isOfAWhole } from './account-key.js'
import { makeMoves, nobody } from './moves.js'

interface Telling {
  readonly event: RecordedEvent
  readonly report: Report
}
type Field = Exclude<ValueField, 'said'>

/**
 * What each telling of an occurrence gives for each field, in order of publication, and whether they agree: `agree` where all give
 * the same, `clash` where not all of it can be true or somebody denies it, else `differ`; `one` where one telling alone speaks.
 * Rows of harm are one for each kind of it.
 */
export function matrixOf(tellings: readonly Telling[]): MatrixRow[] {
  const inOrder = inTime(tellings)
  const clashing = new Set<ValueField>(clashingFields(inOrder.map(({ event }) => event)))
  return valueFields.flatMap(field => {
    if (field === 'said') return []
    if (field !== 'harm') return rowOf(field, null, inOrder, clashing.has(field))
    return harmKinds(inOrder).flatMap(what => rowOf('harm', what, inOrder, doCountsClash(inOrder, what)))
  })
}

/** By publication, the undated last. */
export const inTime = <T extends Telling | { readonly report: Pick<Report, 'published'> }>(
  tellings: readonly T[],
): T[] => {
  const since = ({ report }: T): string => report.published?.edtf ?? '~'
  return tellings.toSorted((a, b) => (since(a) < since(b) ? -1 : since(a) > since(b) ? 1 : 0))
}

const countsOf = (tellings: readonly Telling[]) =>
  tellings.flatMap(({ event }) => event.harm.map(({ value }) => value))

const harmKinds = (tellings: readonly Telling[]): string[] => [
  ...new Set(countsOf(tellings).map(({ what }) => what)),
]

function doCountsClash(tellings: readonly Telling[], what: string): boolean {
  const counts = countsOf(tellings).filter(count => count.what === what)
  return counts.some((a, i) => counts.slice(i + 1).some(b => countsClash(a, b)))
}

function rowOf(
  field: Field,
  what: string | null,
  tellings: readonly Telling[],
  isClash: boolean,
): MatrixRow[] {
  const moves = makeMoves()
  const compared: string[] = []
  const accounts = tellings.flatMap(telling => {
    const { event, report } = telling
    const { says } = voicesOn(event, report, field)
    const denied = deniersOf(event, field)
    const since = report.published?.edtf ?? null
    const given = told(event, field).filter(({ value }) => what === null || isOf(value, what))
    const said = given.map(({ path, value, evidence }): Account => {
      const key = accountKey(field, value, evidence)
      const { moved, before } =
        field === 'harm' ? moves.since(value, outletOf(report), says, since) : { moved: null, before: null }
      const text = valueText(field, { value, evidence })
      return {
        event: event.id,
        path,
        text,
        key,
        holders: [...says],
        denied,
        since,
        moved,
        before,
      }
    })
    if (field === 'harm') for (const { value } of given) moves.keep(value, outletOf(report), says, since)
    const keys = said.filter((_, i) => isOfAWhole(field, given[i]?.value)).map(({ key }) => key)
    if (keys.length > 0) compared.push([...new Set(keys)].sort().join('\n'))
    return said
  })
  if (accounts.length === 0) return []
  return [{ field, what, agreement: agreementOf(accounts, compared, isClash), accounts }]
}

/** Who denies or doubts this very field: that the event is denied as a whole shows where it is told to be one. */
function deniersOf(event: RecordedEvent, field: Field): string[] {
  const lines = event.said.map(({ value }) => value)
  const against = lines.filter(
    ({ about, stance }) => about === aboutOf[field] && (stance === 'denies' || stance === 'doubts'),
  )
  return [...new Set(against.map(({ holder }) => holder ?? nobody))]
}

const outletOf = ({ outlet, name }: Report): string => outlet ?? name

const isOf = (value: unknown, what: string): boolean =>
  typeof value === 'object' && value !== null && 'what' in value && value.what === what

/** The values of a field with their places. */
function told(event: RecordedEvent, field: Field) {
  const held = event[field]
  const list: readonly { readonly value: unknown; readonly evidence: RecordedEvent['kind']['evidence'] }[] =
    'value' in held ? [held] : held
  return list.map(({ value, evidence }, i) => ({
    path: 'value' in held ? field : `${field}.${i}`,
    value,
    evidence,
  }))
}

/** @param compared what each telling gives, as one text that is equal where they give the same */
function agreementOf(
  accounts: readonly Account[],
  compared: readonly string[],
  isClash: boolean,
): MatrixRow['agreement'] {
  if (isClash || accounts.some(({ denied }) => denied.length > 0)) return 'clash'
  if (compared.length < 2) return 'one'
  return new Set(compared).size === 1 ? 'agree' : 'differ'
}

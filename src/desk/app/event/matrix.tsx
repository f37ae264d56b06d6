import type { Account, EventDetail, MatrixRow } from '../../api.js'
import { href } from '../address.js'
import { t } from '../messages/index.js'
import { type Column, cellOf, columnsOf, fieldInReport, recordedOf, sameAs } from './columns.js'
import { names } from './names.js'
import { Standing } from './standing.js'

interface Props {
  readonly detail: EventDetail
  /** Takes a telling off the event; null where there is but one. */
  readonly onTakeOff: ((column: Column) => void) | null
}

/** Fields by sources: who says what, since when, and where they agree and clash. Where there is no room, a card a field. */
export function Matrix({ detail, onTakeOff }: Props) {
  const columns = columnsOf(detail)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section class="scrolls matrix-frame" tabIndex={0} aria-labelledby="matrix">
      <table class="matrix" style={{ '--columns': columns.length }}>
        <thead>
          <tr>
            <th scope="col" class="field">
              {t('event.field')}
            </th>
            {columns.map(column => (
              <Source key={column.event.id} column={column} onTakeOff={onTakeOff} />
            ))}
          </tr>
        </thead>
        <tbody>
          {detail.matrix.map(row => (
            <Row key={`${row.field} ${row.what}`} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The head of a column: the outlet, since when it says so, the words that tell it. */
function Source({ column, onTakeOff }: { readonly column: Column; readonly onTakeOff: Props['onTakeOff'] }) {
  const { event, report, source, published } = column
  return (
    <th scope="col" class="source">
      <a
        href={href('report', report.id, { event: event.id, field: 'trigger' })}
        title={report.headline ?? ''}
      >
        <bdi>{source}</bdi>
      </a>
      <span class="since">{published ?? t('event.undated')}</span>
      <span>
        <q dir="auto">{event.triggers[0].exact}</q>
      </span>
      <Standing of={event} />
      {onTakeOff && (
        <button
          type="button"
          class="quiet"
          aria-label={t('event.takeOff.help', { source })}
          title={t('event.takeOff.help', { source })}
          onClick={() => onTakeOff(column)}
        >
          {t('event.takeOff')}
        </button>
      )}
    </th>
  )
}

/** How sources agree, as a sign, a word and a colour. */
const signs: Readonly<Record<MatrixRow['agreement'], string>> = {
  one: '·',
  agree: '=',
  differ: '≈',
  clash: '≠',
}

function Row({ row, columns }: { readonly row: MatrixRow; readonly columns: readonly Column[] }) {
  const { field, what, agreement } = row
  return (
    <tr class={agreement}>
      <th scope="row" class="field">
        {t(`field.${field}`)}
        {what && <span class="what"> {what}</span>}
        <span class="agreement" title={t(`event.agreement.${agreement}.help`)}>
          <b aria-hidden="true">{signs[agreement]}</b> {t(`event.agreement.${agreement}`)}
        </span>
      </th>
      {columns.map(column => {
        const accounts = cellOf(row, column)
        return (
          <td key={column.event.id} class={accounts.length === 0 ? 'untold' : undefined}>
            <span class="card-source" aria-hidden="true">
              <bdi>{column.source}</bdi> <span class="since">{column.published}</span>
            </span>
            {accounts.length === 0 && (
              <>
                <span aria-hidden="true">–</span>
                <span class="hidden">{t('value.untold')}</span>
              </>
            )}
            {accounts.map(account => (
              <Said key={account.path} row={row} account={account} column={column} columns={columns} />
            ))}
            <Voices accounts={accounts} column={column} />
          </td>
        )
      })}
    </tr>
  )
}

interface SaidProps {
  readonly row: MatrixRow
  readonly account: Account
  readonly column: Column
  readonly columns: readonly Column[]
}

const arrows = { up: '↑', down: '↓', same: '→' } as const

/** One value: what it says, how it moved, who else says the same, what was decided. It leads to its words. */
function Said({ row, account, column, columns }: SaidProps) {
  const { event, path, text, moved, before } = account
  const others = sameAs(row, account, columns)
  const recorded = recordedOf(column, account)
  return (
    <div class="account">
      <a href={href('report', column.report.id, { event, field: fieldInReport(path) })}>
        <bdi class="told">{text || t('value.untold')}</bdi>
      </a>
      {moved && (
        <span class={`moved ${moved}`}>
          <b aria-hidden="true">{arrows[moved]}</b>{' '}
          {t(`event.${moved}`, { before: `\u2066${before ?? ''}\u2069` })}
        </span>
      )}
      {others.length > 0 && (
        <span class="same-as">
          <b aria-hidden="true">=</b> <bdi>{t('event.sameAs', { sources: names(others) })}</bdi>
        </span>
      )}
      {recorded && <Standing of={recorded} />}
    </div>
  )
}

/** Who says so, and who denies it: of all values of a field in a telling alike. */
function Voices({ accounts, column }: { readonly accounts: readonly Account[]; readonly column: Column }) {
  const [first] = accounts
  if (!first) return null
  const { holders, denied } = first
  const isOwn = holders.length === 1 && holders[0] === column.source
  return (
    <div class="voices">
      {isOwn && <span>{t('event.own')}</span>}
      {!isOwn && holders.length > 0 && (
        <span>
          {t('event.says')}: {names(holders.map(voice))}
        </span>
      )}
      {denied.length > 0 && (
        <span class="denied">
          <b aria-hidden="true">✗</b> {t('event.denies')}: {names(denied.map(voice))}
        </span>
      )}
    </div>
  )
}

const voice = (name: string): string => (name === 'unnamed' ? t('event.unnamed') : name)

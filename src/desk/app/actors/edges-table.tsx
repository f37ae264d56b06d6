import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { address } from '../address.js'
import { EventList } from '../linked/event-list.js'
import { show } from '../linked/query.js'
import { t } from '../messages/index.js'
import { settings } from '../state/settings.js'
import type { Edge } from './network.js'
import { type Column, columns, orderNext, orderRead, orderWritten, rowsOf } from './rows.js'

const step = 30

/** Who to whom as a table: sorted by any column, filtered by words, all of it in the URL. */
export function EdgesTable({ edges }: { readonly edges: readonly Edge[] }) {
  const most = useSignal(step)
  const { query } = address.value
  const { language } = settings.value
  const [words, order] = [query.get('words') ?? '', query.get('order')]
  const rows = useMemo(
    () => rowsOf(edges, words, orderRead(order), language),
    [edges, words, order, language],
  )
  return (
    <section>
      <h2>{t('network.table')}</h2>
      <div class="plot-bar">
        <label>
          {t('network.words')}{' '}
          <input type="search" value={words} onInput={event => show({ words: event.currentTarget.value })} />
        </label>
        <span class="reads" aria-live="polite">
          {t('network.rows', { count: rows.length })}
        </span>
      </div>
      <div class="wide">
        <table class="plot-table" aria-label={t('network.table')}>
          <thead>
            <tr>
              {columns.map(column => (
                <Head key={column} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most.value).map(edge => (
              <Row key={edge.key} edge={edge} isChosen={edge.key === query.get('edge')} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > most.value && (
        <button type="button" onClick={() => (most.value += step)}>
          {t('plot.more', { count: rows.length - most.value })}
        </button>
      )}
    </section>
  )
}

function Head({ column }: { readonly column: Column }) {
  const order = orderRead(address.value.query.get('order'))
  const isBy = order.column === column
  return (
    <th scope="col" aria-sort={isBy ? (order.descending ? 'descending' : 'ascending') : undefined}>
      <button
        type="button"
        class="plain"
        onClick={() => show({ order: orderWritten(orderNext(order, column)) })}
      >
        {t(`plot.${column}`)}
        <span aria-hidden="true">{isBy ? (order.descending ? ' ▾' : ' ▴') : ''}</span>
      </button>
    </th>
  )
}

function Actor({ name }: { readonly name: string | null }) {
  if (name === null) return <span class="dim">{t('network.untold')}</span>
  return (
    <button
      type="button"
      class="plain"
      title={t('network.only', { name })}
      onClick={() => show({ actor: name })}
    >
      <bdi>{name}</bdi>
    </button>
  )
}

function Row({ edge, isChosen }: { readonly edge: Edge; readonly isChosen: boolean }) {
  const { key, from, to, marks, kinds, first, last } = edge
  return (
    <tr aria-current={isChosen ? 'true' : undefined}>
      <td>
        <Actor name={from} />
      </td>
      <td>
        <Actor name={to} />
      </td>
      <td class="number">
        <button
          type="button"
          aria-expanded={isChosen}
          aria-label={t('network.choose', {
            from: from ?? t('network.untold'),
            to: to ?? t('network.untold'),
            count: marks.length,
          })}
          onClick={() => show({ edge: isChosen ? null : key })}
        >
          {marks.length}
        </button>
      </td>
      <td class="kinds">
        {kinds.map(([kind, count]) => (kinds.length > 1 ? `${kind} ${count}` : kind)).join(' · ')}
      </td>
      <td class="day">{first ?? '—'}</td>
      <td class="day">{last ?? '—'}</td>
    </tr>
  )
}

/** The events of the edge that is chosen. */
export function ChosenEdge({ edge: { from, to, marks } }: { readonly edge: Edge }) {
  return (
    <section class="chosen-edge">
      <h2>
        <bdi>{from ?? t('network.untold')}</bdi> {'→'} <bdi>{to ?? t('network.untold')}</bdi>
      </h2>
      <p class="reads">
        {t('events.count', { count: marks.length })}{' '}
        <button type="button" onClick={() => show({ edge: null })}>
          {t('plot.close')}
        </button>
      </p>
      <EventList marks={marks} />
    </section>
  )
}

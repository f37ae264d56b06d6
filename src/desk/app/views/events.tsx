import { useSignal } from '@preact/signals'
import type { EventsPage, Mark } from '../../api.js'
import { countText } from '../../value-text.js'
import { address, href } from '../address.js'
import { t } from '../messages/index.js'
import { ExportMenu } from '../parts/export-menu.js'
import { FaultNote } from '../parts/fault-note.js'
import { FilterBar, filterOf } from '../parts/filter-bar.js'
import { ask } from '../server.js'
import { changes, useLoaded } from '../state/loaded.js'

/** The chronicle: events that fit the filter, in order of time. */
export function EventsView() {
  const first = useLoaded<EventsPage>(() => pathOf(null))
  const more = useSignal<{ of: EventsPage | null; pages: readonly EventsPage[] }>({ of: null, pages: [] })
  const { data, fault } = first.value
  // Pages that follow another list are not this one's.
  const pages = data ? [data, ...(more.value.of === data ? more.value.pages : [])] : []
  const events = pages.flatMap(page => page.events)
  const next = pages.at(-1)?.next ?? null
  const showMore = async (): Promise<void> => {
    const page = await ask<EventsPage>(pathOf(next))
    more.value = { of: data, pages: [...pages.slice(1), page] }
  }
  return (
    <>
      <h1>{t('events.title')}</h1>
      <FilterBar />
      {events.length > 0 && (
        <div class="tools">
          <ExportMenu filter={filterOf(address.value.query)} />
        </div>
      )}
      {fault && <FaultNote fault={fault} again={() => changes.value++} />}
      {data && events.length === 0 && (
        <p>
          {t('events.none')} {t('events.none.help')}
        </p>
      )}
      <ol class="chronicle">
        {events.map(mark => (
          <Entry key={mark.id} mark={mark} />
        ))}
      </ol>
      {next && (
        <button type="button" onClick={showMore}>
          {t('events.more')}
        </button>
      )}
    </>
  )
}

function pathOf(after: string | null): string {
  const { query } = address.value
  const asked = new URLSearchParams(filterOf(query))
  const sort = query.get('sort')
  if (sort) asked.set('sort', sort)
  if (after) asked.set('after', after)
  return `/api/events?${asked}`
}

function Entry({ mark }: { readonly mark: Mark }) {
  const { id, kind, status, when, place, trigger, reports, killed, undecided } = mark
  return (
    <li>
      <a href={href('event', id)}>
        <span class="when">{when ?? t('events.undated')}</span>
        <span class="kind">{kind}</span>
        {status !== 'asserted' && <span class={`status ${status}`}>{status}</span>}
        <q class="trigger" dir="auto">
          {trigger}
        </q>
        {place && (
          <span class="place">{place.country ? `${place.name} (${place.country})` : place.name}</span>
        )}
        {killed && (
          <span class="killed">
            {t('events.killed', { range: countText(killed.low, killed.high) ?? '?' })}
          </span>
        )}
        <span class="reports">
          {reports.length === 1
            ? (reports[0]?.outlet ?? reports[0]?.name ?? '')
            : t('events.reports', { count: reports.length })}
        </span>
        {undecided > 0 && <span class="undecided">{t('events.undecided', { count: undecided })}</span>}
      </a>
    </li>
  )
}

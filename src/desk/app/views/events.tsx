import { useSignal } from '@preact/signals'
import type { DeskSort, EventsPage } from '../../api.js'
import { address, go, href } from '../address.js'
import { t } from '../messages/index.js'
import { EventEntry } from '../parts/event-entry.js'
import { ExportMenu } from '../parts/export-menu.js'
import { FaultNote } from '../parts/fault-note.js'
import { filterOf } from '../parts/filter.js'
import { FilterBar } from '../parts/filter-bar.js'
import { FilterChips } from '../parts/filter-chips.js'
import { inShort } from '../parts/filter-told.js'
import { listTitle, useTitle } from '../parts/title.js'
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
  useTitle(listTitle(t('events.title'), inShort(filterOf(address.value.query))))
  return (
    <>
      <h1>{t('events.title')}</h1>
      <FilterBar />
      <div class="standing-line">
        <p class="reads" role="status">
          {data && <Found count={events.length} isMore={next !== null} />}
        </p>
        <FilterChips />
        {events.length > 0 && (
          <div class="tools">
            <Order />
            <ExportMenu filter={filterOf(address.value.query)} />
          </div>
        )}
      </div>
      {fault && <FaultNote fault={fault} again={() => changes.value++} />}
      <ol class="chronicle">
        {events.map(event => (
          <EventEntry key={event.id} event={event} />
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

/** How many events there are, as far as is known. */
function Found({ count, isMore }: { readonly count: number; readonly isMore: boolean }) {
  if (count === 0)
    return (
      <>
        {t('events.none')} {t('events.none.help')}
      </>
    )
  return <b>{t(isMore ? 'events.first' : 'events.count', { count })}</b>
}

function pathOf(after: string | null): string {
  const { query } = address.value
  const asked = new URLSearchParams(filterOf(query))
  const sort = query.get('sort')
  if (sort) asked.set('sort', sort)
  if (after) asked.set('after', after)
  return `/api/events?${asked}`
}

const orders = ['time', '-time', '-added', 'disagreement', 'doubt'] as const satisfies readonly DeskSort[]

/** In which order they stand. */
function Order() {
  const { query } = address.value
  const choose = (sort: string): void =>
    go(href('events', null, { ...Object.fromEntries(query), sort: sort === 'time' ? undefined : sort }))
  return (
    <label class="order" for="events-order">
      <span>{t('events.order')}</span>
      <select
        id="events-order"
        value={query.get('sort') ?? 'time'}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {orders.map(sort => (
          <option key={sort} value={sort}>
            {t(`events.order.${sort}`)}
          </option>
        ))}
      </select>
    </label>
  )
}

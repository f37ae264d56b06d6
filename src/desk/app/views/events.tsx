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
import { changes } from '../state/loaded.js'
import { usePaged } from '../state/paged.js'

/** The chronicle: events that fit the filter, in order of time. */
export function EventsView() {
  const { query } = address.value
  const { pages, isMore, fault } = usePaged<EventsPage>(pathOf, Number(query.get('pages') ?? 1))
  const events = pages.flatMap(page => page.events)
  // How many pages are shown is in the URL, so that going back leads to the same entry.
  const showMore = (): void =>
    go(href('events', null, { ...Object.fromEntries(query), pages: `${pages.length + 1}` }), 'replace')
  useTitle(listTitle(t('events.title'), inShort(filterOf(query))))
  return (
    <>
      <h1>{t('events.title')}</h1>
      <FilterBar />
      <div class="standing-line">
        <p class="reads" role="status">
          {pages.length > 0 && <Found count={events.length} isMore={isMore} />}
        </p>
        <FilterChips />
        {events.length > 0 && (
          <div class="tools">
            <Order />
            <ExportMenu filter={filterOf(query)} />
          </div>
        )}
      </div>
      {fault && <FaultNote fault={fault} again={() => changes.value++} />}
      <ol class="chronicle">
        {events.map(event => (
          <EventEntry key={event.id} event={event} />
        ))}
      </ol>
      {isMore && (
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
    go(
      href('events', null, {
        ...Object.fromEntries(query),
        sort: sort === 'time' ? undefined : sort,
        pages: undefined,
      }),
    )
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

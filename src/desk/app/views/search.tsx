import { useSignal, useSignalEffect } from '@preact/signals'
import type { EventsPage, Passages } from '../../api.js'
import { address, go, href } from '../address.js'
import { t } from '../messages/index.js'
import { EventEntry } from '../parts/event-entry.js'
import { ExportMenu } from '../parts/export-menu.js'
import { FaultNote } from '../parts/fault-note.js'
import { inShort } from '../parts/filter-told.js'
import { piecesOf } from '../parts/found-words.js'
import { listTitle, useTitle } from '../parts/title.js'
import { changes, useLoaded } from '../state/loaded.js'

const words = (): string => (address.value.view === 'search' ? (address.value.query.get('words') ?? '') : '')
const mostEvents = 20

/** Passages that say some words, and the events that are told there. */
export function SearchView() {
  const passages = useLoaded<Passages>(() => pathOf('passages', { words: words() }))
  const events = useLoaded<EventsPage>(() => pathOf('events', { search: words(), limit: `${mostEvents}` }))
  useTitle(listTitle(t('search.title'), inShort({ search: words().trim() })))
  const fault = passages.value.fault ?? events.value.fault
  return (
    <>
      <h1>{t('search.title')}</h1>
      <SearchForm />
      {words() !== '' && (
        <>
          {fault && <FaultNote fault={fault} again={() => changes.value++} />}
          <div class="found" aria-busy={passages.value.loading}>
            {passages.value.data && <Found passages={passages.value.data} />}
            {events.value.data && <Told page={events.value.data} />}
          </div>
        </>
      )}
    </>
  )
}

/** Nothing is asked for where there are no words. */
function pathOf(what: string, query: Readonly<Record<string, string>>): string | null {
  return words().trim() === '' ? null : `/api/${what}?${new URLSearchParams(query)}`
}

function SearchForm() {
  const typed = useSignal(words())
  useSignalEffect(() => {
    typed.value = words()
  })
  return (
    <search>
      <form
        class="filter"
        onSubmit={submit => {
          submit.preventDefault()
          go(href('search', null, { words: typed.value.trim() }))
        }}
      >
        <label class="words-asked">
          <span>{t('search.words')}</span>
          <input
            type="search"
            dir="auto"
            value={typed.value}
            aria-describedby="search-help"
            onInput={input => {
              typed.value = input.currentTarget.value
            }}
          />
        </label>
        <button type="submit" class="primary">
          {t('search.go')}
        </button>
      </form>
      <p id="search-help" class="hint">
        {t('search.help')}
      </p>
    </search>
  )
}

function Found({ passages: { passages, more } }: { readonly passages: Passages }) {
  return (
    <section aria-labelledby="passages">
      <h2 id="passages" aria-live="polite">
        {passages.length === 0
          ? t('search.none')
          : t(more ? 'search.morePassages' : 'search.passages', { count: passages.length })}
      </h2>
      {passages.length === 0 && <p>{t('search.none.help')}</p>}
      <ol class="passages">
        {passages.map(({ report, name, outlet, start, text }) => (
          <li key={`${report} ${start}`}>
            <a href={href('report', report, { at: `${start}-${start + text.length}` })}>
              <bdi>{outlet ?? name}</bdi>
            </a>
            <p dir="auto">
              {piecesOf(text, words()).map(piece =>
                piece.isFound ? <mark key={piece.start}>{piece.text}</mark> : piece.text,
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Told({ page: { events } }: { readonly page: EventsPage }) {
  return (
    <section aria-labelledby="told">
      <h2 id="told">{t('search.events')}</h2>
      {events.length === 0 && <p class="hint">{t('search.noEvents')}</p>}
      <ol class="chronicle">
        {events.map(event => (
          <EventEntry key={event.id} event={event} />
        ))}
      </ol>
      {events.length > 0 && (
        <div class="tools">
          <a class="button" href={href('events', null, { search: words() })}>
            {t('search.allEvents')}
          </a>
          <ExportMenu filter={{ search: words() }} />
        </div>
      )}
    </section>
  )
}

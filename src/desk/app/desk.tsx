import { useSignalEffect } from '@preact/signals'
import type { FunctionComponent } from 'preact'
import { useEffect } from 'preact/hooks'
import { address, followLinks, type View, views } from './address.js'
import { startArriving } from './arriving.js'
import { wayTo } from './linked/query.js'
import { direction, type MessageKey, t } from './messages/index.js'
import { Disconnected } from './parts/disconnected.js'
import { SettingsMenu } from './parts/settings-menu.js'
import { arrival } from './parts/title.js'
import { pageKeys } from './review/keys.js'
import { OutboxNote } from './review/outbox-note.js'
import { useKey } from './review/use-keys.js'
import { isBlurring, toggleNames } from './state/names.js'
import { settings } from './state/settings.js'
import { AgreementView } from './views/agreement.js'
import { EventView } from './views/event.js'
import { EventsView } from './views/events.js'
import { MapView } from './views/map.js'
import { NetworkView } from './views/network.js'
import { ReportView } from './views/report.js'
import { ReportsView } from './views/reports.js'
import { ReviewView } from './views/review.js'
import { SearchView } from './views/search.js'
import { TimelineView } from './views/timeline.js'

/** The views that stand in the navigation, and the component of each view. */
const components: Partial<Record<View, FunctionComponent>> = {
  events: EventsView,
  reports: ReportsView,
  event: EventView,
  report: ReportView,
  timeline: TimelineView,
  map: MapView,
  network: NetworkView,
  review: ReviewView,
  search: SearchView,
  agreement: AgreementView,
}

/** The whole page: navigation, and the view that the URL names. */
export function Desk() {
  useSignalEffect(() => {
    const { language, theme } = settings.value
    document.documentElement.lang = language
    document.documentElement.dir = direction.value
    document.documentElement.dataset.theme = theme
    document.documentElement.toggleAttribute('data-blur', isBlurring.value)
  })
  useKey(pageKeys.names, toggleNames)
  useEffect(startArriving, [])
  const { view } = address.value
  const Shown = components[view] ?? EventsView
  return (
    // biome-ignore lint/a11y: links take the keys themselves; this only spares loading the page again.
    <div class="desk" onClick={followLinks}>
      <a class="skip" href="#content">
        {t('nav.skip')}
      </a>
      <header class="top">
        <span class="name">Herodotus</span>
        <nav aria-label={t('nav.label')}>
          {views.filter(isInNavigation).map(name => (
            <a key={name} href={wayTo(name)} aria-current={name === view ? 'page' : undefined}>
              {t(`nav.${name}` as MessageKey)}
            </a>
          ))}
        </nav>
        <SettingsMenu />
      </header>
      <Disconnected />
      <OutboxNote />
      <Arrival />
      <main id="content" tabIndex={-1}>
        <Shown />
      </main>
    </div>
  )
}

/** Says to a screen reader which page was led to. */
function Arrival() {
  const { page, title } = arrival.value
  return (
    <p class="hidden" aria-live="polite">
      <bdi key={page}>{title}</bdi>
    </p>
  )
}

const isInNavigation = (view: View): boolean => view in components && view !== 'event' && view !== 'report'

import { useSignal, useSignalEffect } from '@preact/signals'
import type { EventDetail } from '../../api.js'
import { address, go, href } from '../address.js'
import { cameFrom } from '../event/address.js'
import { Chains } from '../event/chains.js'
import type { Column } from '../event/columns.js'
import { History } from '../event/history.js'
import { Matrix } from '../event/matrix.js'
import { apart } from '../event/names.js'
import { ChosenNumbers, chosenPolicy, Policies } from '../event/policies.js'
import { t } from '../messages/index.js'
import { ExportMenu } from '../parts/export-menu.js'
import { FaultNote } from '../parts/fault-note.js'
import { PageLinks } from '../parts/page-links.js'
import { eventTitle, useTitle } from '../parts/title.js'
import { shownValues } from '../record/values.js'
import { split, told } from '../review/deciding.js'
import { useEvent } from '../review/use-event.js'
import { changes } from '../state/loaded.js'

/** An occurrence: what each report tells of it, side by side, and what was decided. */
export function EventView() {
  const loaded = useEvent(() => (address.value.view === 'event' ? address.value.id : null))
  const led = useSignal<{ readonly from: string; readonly to: string } | null>(null)
  useSignalEffect(() => {
    const { data } = loaded.value
    const { view, id, query } = address.peek()
    if (!data || view !== 'event' || id === null || data.id === id) return
    const from = cameFrom(id, data)
    led.value = from === null ? null : { from, to: data.id }
    go(href('event', data.id, Object.fromEntries(query)), 'replace')
  })
  const { data, fault } = loaded.value
  useTitle(data ? eventTitle(data.mark) : t('title.event'), data !== null)
  return (
    <>
      {fault && <FaultNote fault={fault} again={() => changes.value++} />}
      {data && led.value?.to === data.id && (
        <p class="banner" role="status">
          <bdi>{t('event.led', { id: led.value.from })}</bdi>
        </p>
      )}
      {data ? <Whole detail={data} /> : !fault && <p>{t('loading')}</p>}
    </>
  )
}

function Whole({ detail }: { readonly detail: EventDetail }) {
  const { id, standing, tellings, policies, history } = detail
  const takeOff = async ({ event }: Column): Promise<void> => {
    const rest = tellings.find(telling => telling.event.id !== event.id)
    const [value] = rest ? shownValues(rest.event) : []
    if (value) await split(value, [event.id])
  }
  return (
    <article class="event">
      {standing !== 'recorded' && <p class="banner">{t(`event.${standing}`)}</p>}
      <Heading detail={detail} />
      <div class="tools">
        {detail.mark.undecided > 0 && (
          <a class="button primary" href={href('review', null, { event: id })}>
            {t('event.review')} · {t('events.undecided', { count: detail.mark.undecided })}
          </a>
        )}
        <PageLinks of="event" id={id} />
        <ExportMenu filter={{ event: id }} policy={chosenPolicy()} what={t('export.what.event')} />
      </div>
      <p class="last" role="status">
        <bdi>{told.value}</bdi>
      </p>
      <h2 id="matrix">{t('event.matrix')}</h2>
      <p class="hint">{t('event.matrix.help')}</p>
      <Matrix detail={detail} onTakeOff={tellings.length > 1 ? column => void takeOff(column) : null} />
      <Policies policies={policies} />
      <div class="beside">
        <Chains detail={detail} />
        <History history={history} />
      </div>
    </article>
  )
}

function Heading({ detail: { mark, policies } }: { readonly detail: EventDetail }) {
  const { kind, trigger, status, when, place, initiators, targets, reports } = mark
  const who = (some: readonly string[]): string => some.map(apart).join(', ') || t('event.untoldActor')
  return (
    <header class="event-head">
      <h1>
        <span class="kind-name">{kind}</span> <q dir="auto">{trigger}</q>
      </h1>
      <p class="origin">
        <span>{status}</span>
        <span>{when ?? t('events.undated')}</span>
        {place && <bdi>{place.country ? `${place.name} (${place.country})` : place.name}</bdi>}
        {(initiators.length > 0 || targets.length > 0) && (
          <span>{t('event.who', { initiators: who(initiators), targets: who(targets) })}</span>
        )}
        <span>{t('events.reports', { count: reports.length })}</span>
      </p>
      <ChosenNumbers policies={policies} />
    </header>
  )
}

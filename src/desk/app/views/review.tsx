import { useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { EventDetail } from '../../api.js'
import { address, go, href } from '../address.js'
import { t } from '../messages/index.js'
import { ContentWarning } from '../parts/content-warning.js'
import { FaultNote } from '../parts/fault-note.js'
import { FilterBar } from '../parts/filter-bar.js'
import { FilterChips } from '../parts/filter-chips.js'
import { eventTitle, listTitle, useTitle } from '../parts/title.js'
import { markId, marksOf, valueOfMark } from '../record/values.js'
import { ActionBar } from '../review/action-bar.js'
import { lineOf } from '../review/deciding.js'
import { actions } from '../review/keys.js'
import { ModeDialog } from '../review/mode.js'
import { ReviewValues } from '../review/review-values.js'
import { useReport } from '../review/use-event.js'
import { useKeys } from '../review/use-keys.js'
import { type Reviewing, useReview } from '../review/use-review.js'
import { kept } from '../review/use-tour.js'
import { changes } from '../state/loaded.js'
import type { Stretch } from '../text/layout.js'
import { TextView } from '../text/text-view.js'

/** What is undecided, value by value, beside the words that carry it. All of it by keyboard; moving never decides. */
export function ReviewView() {
  const reviewing = useReview()
  const { touring, loaded, act } = reviewing
  useKeys(action => void act(action))
  const { data, fault } = loaded.value
  useTitle(listTitle(t('review.title'), data ? eventTitle(data.mark) : ''))
  const isEmpty = !touring.isLoading.value && touring.tour.value.events.length === 0 && !data
  const queueFault = touring.fault.value
  return (
    <>
      <header class="review-head">
        <h1>{t('review.title')}</h1>
        {data && <Position reviewing={reviewing} detail={data} />}
        <FilterChips />
        <Queue />
      </header>
      {queueFault && <FaultNote fault={queueFault} again={() => void touring.more()} />}
      {fault && !(data && fault.status === 0) && <FaultNote fault={fault} again={() => changes.value++} />}
      {isEmpty && !fault && (
        <p>
          {t('review.nothing')} {t('review.nothing.help')}
        </p>
      )}
      {data ? <Deciding reviewing={reviewing} detail={data} /> : !isEmpty && !fault && <p>{t('loading')}</p>}
    </>
  )
}

/** The order of the queue and what it is narrowed to. */
function Queue() {
  const { query } = address.value
  return (
    <details class="queue">
      <summary>{t('review.queue')}</summary>
      <label class="part">
        {t('review.sort')}
        <select
          value={query.get('sort') ?? 'doubt'}
          onChange={({ currentTarget }) =>
            go(
              href('review', null, { ...Object.fromEntries(kept(query)), sort: currentTarget.value }),
              'replace',
            )
          }
        >
          <option value="doubt">{t('review.sort.doubt')}</option>
          <option value="disagreement">{t('review.sort.disagreement')}</option>
        </select>
      </label>
      <FilterBar />
    </details>
  )
}

function Position({ reviewing, detail }: { readonly reviewing: Reviewing; readonly detail: EventDetail }) {
  const { events, after } = reviewing.touring.tour.value
  const at = events.findIndex(({ id }) => id === detail.id) + 1
  const { kind, when, place } = detail.mark
  return (
    <p class="position">
      <b>{kind}</b> <bdi>{[when, place?.name].filter(Boolean).join(', ')}</bdi>
      {at > 0 && (
        <span class="hint">
          {t(after === null ? 'review.position' : 'review.positionMore', { at, count: events.length })}
        </span>
      )}
      <a href={href('event', detail.id)}>{t('review.wholeEvent')}</a>
    </p>
  )
}

interface DecidingProps {
  readonly reviewing: Reviewing
  readonly detail: EventDetail
}

/** The report's text, and the values of the event beside it: what is looked at in one is looked at in the other. */
function Deciding({ reviewing, detail }: DecidingProps) {
  const { stops, present, show, act, mode } = reviewing
  const picked = useSignal<Stretch | null>(null)
  const chosen = useChosen(reviewing)
  const reportId = present.value?.value.event.report ?? null
  const report = useReport(() => present.value?.value.event.report ?? null)
  const eventId = present.value?.value.event.id
  const toldHere = useMemo(
    () => detail.tellings.map(({ event }) => event).filter(event => event.report === reportId),
    [detail, reportId],
  )
  const marks = useMemo(() => marksOf(toldHere, ({ id }) => id === eventId), [toldHere, eventId])
  const open = stops.value.filter(stop => stop.isOpen).length
  const left = t('review.left', { count: open })
  const now = present.value ? t('review.now', { what: lineOf(present.value.value) }) : ''
  const { data, fault } = report.value
  return (
    <div class="reading review">
      <section class="told-text">
        <ContentWarning key={reportId} report={reportId ?? ''} events={toldHere}>
          {fault && <FaultNote fault={fault} again={() => changes.value++} />}
          {data && data.id === reportId && (
            <>
              <h2 dir="auto">
                <a href={href('report', data.id, { event: eventId, field: present.value?.value.path })}>
                  {data.outlet ?? data.name}
                </a>{' '}
                <span class="hint">{data.published?.edtf}</span>
              </h2>
              <TextView
                key={data.id}
                body={data.body}
                regions={data.regions}
                marks={marks}
                chosen={chosen}
                picked={picked}
                isPicking={mode.value === 'edit' || mode.value === 'add'}
                label={t('report.text')}
              />
            </>
          )}
        </ContentWarning>
      </section>
      <section class="record" aria-label={t('review.record')}>
        <ActionBar actions={actions} act={action => void act(action)} also={`${left} · ${now}`} />
        <Following
          present={present.value?.key ?? null}
          beside={data?.id ?? null}
          isAsked={mode.value !== null}
        />
        <ReviewValues
          detail={detail}
          stops={stops.value}
          present={present.value}
          mode={mode}
          report={data}
          picked={picked}
          onShow={show}
          onReject={() => void act('rejectAll')}
        />
        <ModeDialog
          mode={mode}
          value={present.value?.value ?? null}
          detail={detail}
          report={data}
          actions={actions}
        />
      </section>
    </div>
  )
}

/** The mark that is looked at in the text, which is that of the present value. */
function useChosen({ present, stops, show }: Reviewing) {
  const chosen = useSignal<string | null>(null)
  useSignalEffect(() => {
    const stop = present.value
    if (!stop) return
    const { event, path } = stop.value
    const { event: of, path: at } = valueOfMark(chosen.peek() ?? '')
    const name = path === 'kind' ? 'trigger' : path
    if (of !== event.id || at !== name) chosen.value = markId(event.id, name)
  })
  useSignalEffect(() => {
    if (chosen.value === null) return
    const { event, path } = valueOfMark(chosen.value)
    const key = `${event}/${path === 'trigger' ? 'kind' : path}`
    const stop = stops.peek().find(one => one.key === key)
    if (stop && key !== present.peek()?.key) show(stop)
  })
  return chosen
}

interface FollowingProps {
  readonly present: string | null
  /** The report whose text stands beside: when it comes, all is moved. */
  readonly beside: string | null
  /** Whether something is asked, which has the focus. */
  readonly isAsked: boolean
}

/** Keeps the present value in view, and the focus on it where the focus was on a value or nowhere. */
function Following({ present, beside, isAsked }: FollowingProps) {
  const here = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const row = here.current?.parentElement?.querySelector('.value[aria-current]')
    row?.scrollIntoView({ block: 'nearest' })
    if (present === null || isAsked) return
    const { activeElement } = document
    const isFree = activeElement === null || activeElement === document.body || activeElement.id === 'content'
    if (isFree || activeElement.matches('.value > .words')) row?.querySelector<HTMLElement>('.words')?.focus()
  }, [present, beside, isAsked])
  return <span ref={here} hidden />
}

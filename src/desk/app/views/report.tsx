import { type Signal, useComputed, useSignal, useSignalEffect } from '@preact/signals'
import { memo } from 'preact/compat'
import { useCallback } from 'preact/hooks'
import type { RecordedEvent } from '../../../model/recorded.js'
import type { Report } from '../../../model/report.js'
import type { ReportDetail } from '../../api.js'
import { address, go, href } from '../address.js'
import { t } from '../messages/index.js'
import { ContentWarning } from '../parts/content-warning.js'
import { FaultNote } from '../parts/fault-note.js'
import { PageLinks } from '../parts/page-links.js'
import { PlaceLedTo } from '../parts/place-led-to.js'
import { ReportBeside } from '../parts/report-beside.js'
import { stretchOf } from '../parts/stretch-of.js'
import { useTitle } from '../parts/title.js'
import { EditAdd } from '../record/edit-add.js'
import { ValueRow } from '../record/value-row.js'
import { markId, marksOf, valueOfMark } from '../record/values.js'
import { ActionBar } from '../review/action-bar.js'
import { add } from '../review/deciding.js'
import { ModeDialog, ModeForm } from '../review/mode.js'
import { Pending } from '../review/review-values.js'
import { type ReportReview, reportActions, useReportReview } from '../review/use-report-review.js'
import { changes, useLoaded } from '../state/loaded.js'
import type { Stretch } from '../text/layout.js'
import { TextView } from '../text/text-view.js'

/** A report as it was, with the words of each value marked, and the record beside it. */
export function ReportView() {
  const loaded = useLoaded<ReportDetail>(() => {
    const { id } = address.value
    return id === null ? null : `/api/reports/${encodeURIComponent(id)}`
  })
  const { data, fault } = loaded.value
  const named = data?.report.id === address.value.id ? data?.report : undefined
  useTitle(named ? (named.headline ?? named.name) : t('title.report'), named !== undefined)
  if (fault) return <FaultNote fault={fault} again={() => changes.value++} />
  if (!data) return <p>{t('loading')}</p>
  const { report, capture } = data
  return (
    <>
      <h1 dir="auto">{report.headline ?? report.name}</h1>
      <p class="origin">
        {report.outlet && <bdi>{report.outlet}</bdi>}
        {report.published && <span>{t('report.published', { date: report.published.edtf })}</span>}
        {capture && (
          <span>{t('report.source', { source: capture.source, date: capture.capturedAt.slice(0, 10) })}</span>
        )}
      </p>
      <div class="tools">
        {data.events.length > 0 && (
          <a class="button" href={href('review', null, { report: report.id })}>
            {t('reports.review')}
          </a>
        )}
        <PageLinks of="report" id={report.id} />
      </div>
      <ReportBeside key={report.id} id={report.id} />
      <ContentWarning key={report.id} report={report.id} events={data.events}>
        <Reading detail={data} />
      </ContentWarning>
    </>
  )
}

/** Text and record side by side: what is chosen in one is chosen in the other, and in the URL. */
function Reading({ detail }: { readonly detail: ReportDetail }) {
  const { report, events } = detail
  const chosen = useSignal(chosenIn(events))
  const picked = useSignal<Stretch | null>(null)
  const event = useComputed(() => (chosen.value === null ? null : valueOfMark(chosen.value).event))
  const all = useComputed(() => address.value.query.get('all') === '1')
  const marks = useComputed(() => marksOf(events, one => all.value || one.id === event.value))
  const choose = useCallback(
    (id: string): void => {
      chosen.value = id
    },
    [chosen],
  )
  const reviewing = useReportReview(events, chosen)
  const { mode, present } = reviewing
  useSignalEffect(() => {
    if (chosen.value === null) return
    const { event: of, path } = valueOfMark(chosen.value)
    go(
      href('report', report.id, { ...fromList(), ...(all.peek() && { all: '1' }), event: of, field: path }),
      'replace',
    )
  })
  return (
    <div class="reading">
      <h2 class="hidden">{t('report.text')}</h2>
      <TextView
        body={report.body}
        regions={report.regions}
        marks={marks.value}
        chosen={chosen}
        picked={picked}
        isPicking={mode.value === 'edit' || mode.value === 'add'}
        label={t('report.text')}
      />
      <PlaceLedTo />
      <section class="record" aria-label={t('report.record')}>
        <h2 class="hidden">{t('report.record')}</h2>
        <label class="switch">
          <input
            type="checkbox"
            checked={all.value}
            onChange={change =>
              go(
                href('report', report.id, { ...fromList(), all: change.currentTarget.checked ? '1' : '' }),
                'replace',
              )
            }
          />
          {t('report.showAll')}
        </label>
        <AddWords reviewing={reviewing} report={report} picked={picked} />
        {events.length === 0 && <p>{t('report.nothing')}</p>}
        {events.map(one => (
          <EventCard
            key={one.id}
            event={one}
            occurrence={detail.occurrences[one.id] ?? one.id}
            report={report}
            picked={picked}
            reviewing={reviewing}
            isOpen={event.value === one.id}
            onChoose={choose}
          />
        ))}
        <ModeDialog
          mode={mode}
          value={present.value?.value ?? null}
          detail={null}
          report={report}
          actions={reportActions}
        />
      </section>
    </div>
  )
}

interface AddProps {
  readonly reviewing: ReportReview
  readonly report: Report
  readonly picked: Signal<Stretch | null>
}

/** What can be made of words that are selected in the text: a value that was missed, or an event. */
function AddWords({ reviewing: { mode, present, act }, report, picked }: AddProps) {
  if (mode.value === 'add' && present.value === null)
    return (
      <EditAdd
        report={report.id}
        event={null}
        body={report.body}
        picked={picked}
        onSave={(added, words) => add(report.id, null, added, words)}
        onClose={() => {
          mode.value = null
        }}
      />
    )
  if (mode.value !== null || picked.value === null) return null
  return (
    <p class="add-words">
      <q dir="auto">{report.body.slice(picked.value.start, picked.value.end)}</q>
      <button type="button" onClick={() => act('add')}>
        {t('add.from')}
      </button>
    </p>
  )
}

interface CardProps {
  readonly event: RecordedEvent
  readonly report: Report
  readonly picked: Signal<Stretch | null>
  readonly reviewing: ReportReview
  readonly occurrence: string
  readonly isOpen: boolean
  readonly onChoose: (mark: string) => void
}

/** A card is drawn again only where something of it changes: a report may tell hundreds of events. */
const EventCard = memo(({ event, report, picked, reviewing, occurrence, isOpen, onChoose }: CardProps) => {
  const { mode, stops, present, act } = reviewing
  return (
    <article class="card">
      <h3>
        <button
          type="button"
          class="title"
          aria-expanded={isOpen}
          onClick={() => onChoose(markId(event.id, 'trigger'))}
        >
          <span class="kind">{event.kind.value}</span> <q dir="auto">{event.triggers[0].exact}</q>
        </button>
      </h3>
      {isOpen && (
        <ul class="values">
          {stops.value
            .filter(({ value }) => value.event.id === event.id)
            .map(({ key, value, pending }) => (
              <ValueRow
                key={key}
                value={value}
                isChosen={key === present.value?.key}
                onChoose={() => onChoose(markId(event.id, value.path === 'kind' ? 'trigger' : value.path))}
              >
                {pending && <Pending kind={pending} />}
                {key === present.value?.key && (
                  <>
                    <ActionBar actions={reportActions} act={act} />
                    <ModeForm mode={mode} value={value} report={report} picked={picked} />
                  </>
                )}
              </ValueRow>
            ))}
        </ul>
      )}
      <a href={href('event', occurrence)}>{t('report.occurrence')}</a>
    </article>
  )
})

/** The mark that the URL names: of a value by its path, or of whatever value has its words there. */
function chosenIn(events: readonly RecordedEvent[]): string | null {
  const { query } = address.peek()
  const event = query.get('event')
  const found = events.find(({ id }) => id === event)
  if (found) return markId(found.id, query.get('field') ?? 'trigger')
  const at = stretchOf(query.get('at'))
  const mark = marksOf(events, () => true).find(({ start, end }) => start === at?.start && end === at.end)
  return mark?.id ?? null
}

/** The list that led here, which stays at hand. */
const fromList = () => ({ list: address.peek().query.get('list') ?? '' })

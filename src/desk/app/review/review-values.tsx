import type { Signal } from '@preact/signals'
import type { Report } from '../../../model/report.js'
import type { EventDetail } from '../../api.js'
import { t } from '../messages/index.js'
import { ValueRow } from '../record/value-row.js'
import type { Stretch } from '../text/layout.js'
import { type Mode, ModeForm } from './mode.js'
import type { ValueStop } from './places.js'

interface Props {
  readonly detail: EventDetail
  readonly stops: readonly ValueStop[]
  readonly present: ValueStop | null
  readonly mode: Signal<Mode | null>
  /** The text of the present value's report; null where it has not come yet. */
  readonly report: Report | null
  readonly picked: Signal<Stretch | null>
  readonly onShow: (stop: ValueStop) => void
  readonly onReject: () => void
}

/** The values of an event in order, telling by telling; the present one with its form where it is edited. */
export function ReviewValues({ detail, stops, present, mode, report, picked, onShow, onReject }: Props) {
  return (
    <>
      {detail.tellings.map(({ event, report: { outlet, name } }) => (
        <article class="card" key={event.id}>
          <h2>
            {t('review.telling', { source: outlet ?? name })} <q dir="auto">{event.triggers[0].exact}</q>
          </h2>
          <ul class="values">
            {stops
              .filter(({ value }) => value.event.id === event.id)
              .map(stop => (
                <ValueRow
                  key={stop.key}
                  value={stop.value}
                  isChosen={stop.key === present?.key}
                  onChoose={() => onShow(stop)}
                >
                  {stop.pending && <Pending kind={stop.pending} />}
                  {stop.key === present?.key && report && (
                    <ModeForm mode={mode} value={stop.value} report={report} picked={picked} />
                  )}
                </ValueRow>
              ))}
          </ul>
          {present?.value.event.id === event.id && (
            <button type="button" class="quiet" onClick={onReject}>
              {t('review.rejectAll')}
            </button>
          )}
        </article>
      ))}
    </>
  )
}

/** That something was decided on a value, and is not saved yet. */
export function Pending({ kind }: { readonly kind: NonNullable<ValueStop['pending']> }) {
  return (
    <span class="standing pending">
      ⧗ {t(kind === 'reject' ? 'action.reject' : kind === 'accept' ? 'action.accept' : 'action.edit')} ·{' '}
      {t('pending.saving')}
    </span>
  )
}

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { RecordedEvent } from '../../../model/recorded.js'
import type { Report } from '../../../model/report.js'
import type { Quote } from '../../../model/span.js'
import type { EventDetail } from '../../api.js'
import { claimName } from '../../claim-name.js'
import { t } from '../messages/index.js'
import { Dialog } from '../parts/dialog.js'
import type { ShownValue } from '../record/values.js'
import { split } from './deciding.js'

interface Props {
  readonly detail: EventDetail
  readonly value: ShownValue
  /** The text of the value's report; null where it has not come yet. */
  readonly report: Report | null
  readonly onClose: () => void
}

/** What of an event tells of another occurrence: reports that a merge joined, or passages of the report that is looked at. */
export function SplitDialog({ detail, value, report, onClose }: Props) {
  const off = useSignal<readonly string[]>([])
  const { tellings } = detail
  const claims = useClaims(value.event)
  const source = tellings.find(({ event }) => event.id === value.event.id)?.report
  const events = off.value.filter(id => id.startsWith('event:'))
  const isAll =
    events.length === tellings.length ||
    (claims.length > 0 && off.value.length - events.length === claims.length)
  const option = (id: string, label: preact.ComponentChildren) => (
    <label key={id} class="switch">
      <input
        type="checkbox"
        checked={off.value.includes(id)}
        onChange={({ currentTarget }) => {
          const others = off.value.filter(other => other !== id)
          off.value = currentTarget.checked ? [...others, id] : others
        }}
      />
      <span>{label}</span>
    </label>
  )
  return (
    <Dialog title={t('split.title')} onClose={onClose}>
      {tellings.length < 2 && claims.length < 2 ? <p>{t('split.nothing')}</p> : <p>{t('split.help')}</p>}
      {tellings.length > 1 && (
        <fieldset>
          <legend>{t('split.tellings')}</legend>
          {tellings.map(({ event, report }) =>
            option(
              event.id,
              <>
                <bdi>{report.outlet ?? report.name}</bdi> <q dir="auto">{event.triggers[0].exact}</q>
              </>,
            ),
          )}
        </fieldset>
      )}
      {claims.length > 1 && (
        <fieldset>
          <legend>{t('split.claims', { source: source?.outlet ?? source?.name ?? '' })}</legend>
          {claims.map(({ id, words }) => option(id, <Passage words={words} body={report?.body ?? ''} />))}
        </fieldset>
      )}
      <p class="ends">
        <button
          type="button"
          class="primary"
          disabled={off.value.length === 0 || isAll}
          onClick={() => {
            void split(value, off.value)
            onClose()
          }}
        >
          {t('split.go')}
        </button>
        <button type="button" onClick={onClose}>
          {t('edit.cancel')}
        </button>
        <span class="problem" role="status">
          {isAll && off.value.length > 0 ? t('split.all') : ''}
        </span>
      </p>
    </Dialog>
  )
}

interface Named {
  readonly id: string
  readonly words: Quote
}

/** Words that tell something, with some of the text around them. */
function Passage({ words, body }: { readonly words: Quote; readonly body: string }) {
  const { start, end, exact } = words
  return (
    <span dir="auto">
      …{body.slice(Math.max(0, start - around), start)}
      <b>{exact}</b>
      {body.slice(end, end + around)}…
    </span>
  )
}
const around = 60

/** The claims of an event with the words that tell each. */
function useClaims(event: RecordedEvent): readonly Named[] {
  const claims = useSignal<readonly Named[]>([])
  useEffect(() => {
    const named = event.triggers.map(async quote => ({
      id: await claimName(event.report, quote),
      words: quote,
    }))
    void Promise.all(named).then(all => {
      claims.value = all.filter(({ id }) => event.claims.some(claim => claim === id))
    })
  }, [event, claims])
  return claims.value
}

import { type Signal, useSignal } from '@preact/signals'
import type { RecordedEvent, ValueField } from '../../../model/recorded.js'
import { valueFields } from '../../../model/recorded-fields.js'
import type { Fault } from '../../api.js'
import { t } from '../messages/index.js'
import type { Stretch } from '../text/layout.js'
import { draftOf } from './edit-drafts.js'
import { EditForm } from './edit-form.js'

export type Added =
  | { readonly kind: 'value'; readonly field: ValueField; readonly value: unknown }
  | { readonly kind: 'event'; readonly eventKind: unknown }

interface Props {
  readonly report: string
  /** The event that a value is added to; null where the report has none. */
  readonly event: RecordedEvent | null
  readonly body: string
  readonly picked: Signal<Stretch | null>
  readonly onSave: (added: Added, words: readonly Stretch[] | null) => Promise<Fault | null>
  readonly onClose: () => void
}

/** Of the fields, those that may hold several values: of the others, there is one already. */
const addable = valueFields.filter(field => field !== 'kind' && field !== 'status')

const draftKey = (of: string, what: string): string => `${of}/add.${what}`

/** What somebody was adding to an event, or a report, before a reload; null where nobody was. */
export const addedBefore = (of: string): ValueField | 'event' | null =>
  ([...addable, 'event'] as const).find(what => draftOf(sessionStorage, draftKey(of, what))) ?? null

/** A value or an event that was missed, added from words of the report. */
export function EditAdd({ report, event, body, picked, onSave, onClose }: Props) {
  const of = event?.id ?? report
  const what = useSignal<ValueField | 'event'>(addedBefore(of) ?? (event === null ? 'event' : 'harm'))
  // The words that were selected before the form took the selection over.
  const words = useSignal(picked.peek() ? [picked.peek() as Stretch] : []).peek()
  const field = what.value === 'event' ? 'kind' : what.value
  return (
    <section class="add" aria-label={t('add.title')}>
      <label class="part">
        {t('add.what')}
        <select
          value={what.value}
          onChange={({ currentTarget }) => {
            what.value = currentTarget.value as ValueField | 'event'
          }}
        >
          {event && addable.map(name => <option value={name}>{t(`field.${name}`)}</option>)}
          <option value="event">{t('add.event')}</option>
        </select>
      </label>
      {event && what.value !== 'event' && (
        <p class="hint">
          {t('add.to')} <q dir="auto">{event.triggers[0].exact}</q>
        </p>
      )}
      <EditForm
        key={what.value}
        of={draftKey(of, what.value)}
        field={field}
        value={null}
        words={words}
        mayBeWordless={what.value !== 'event'}
        body={body}
        picked={picked}
        title={t('add.title')}
        onSave={(value, carried) =>
          onSave(
            what.value === 'event'
              ? { kind: 'event', eventKind: value }
              : { kind: 'value', field: what.value, value },
            carried,
          )
        }
        onClose={onClose}
      />
    </section>
  )
}

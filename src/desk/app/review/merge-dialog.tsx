import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import type { EventDetail, EventsPage, Mark } from '../../api.js'
import { t } from '../messages/index.js'
import { Dialog } from '../parts/dialog.js'
import { FaultNote } from '../parts/fault-note.js'
import type { ShownValue } from '../record/values.js'
import { useLoaded } from '../state/loaded.js'
import { merge } from './deciding.js'

interface Props {
  readonly detail: EventDetail
  readonly value: ShownValue
  readonly onClose: () => void
}

/** Other events that tell of the same occurrence: found by words, gone through by arrows, chosen by Enter. */
export function MergeDialog({ detail, value, onClose }: Props) {
  const words = useSignal('')
  const chosen = useSignal<readonly Mark[]>([])
  const at = useSignal(0)
  const list = useId()
  const loaded = useLoaded<EventsPage>(() => `/api/events?${queryOf(detail.mark, words.value)}`)
  const { data, fault } = loaded.value
  const found = data?.events.filter(({ id }) => id !== detail.id) ?? []
  const isChosen = ({ id }: Mark): boolean => chosen.value.some(mark => mark.id === id)
  // What was chosen stays in view when other words are searched.
  const options = [...chosen.value.filter(mark => !found.some(({ id }) => id === mark.id)), ...found]
  const toggle = (mark: Mark | undefined): void => {
    if (!mark) return
    chosen.value = isChosen(mark) ? chosen.value.filter(({ id }) => id !== mark.id) : [...chosen.value, mark]
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      at.value = Math.max(0, Math.min(options.length - 1, at.value + step))
      document.getElementById(`${list}-${at.value}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') toggle(options[at.value])
    else return
    event.preventDefault()
  }
  const go = (): void => {
    void merge(
      value,
      chosen.value.map(({ id }) => id),
    )
    onClose()
  }
  return (
    <Dialog title={t('merge.title')} onClose={onClose}>
      <p>{t('merge.help')}</p>
      <label class="asked">
        {t('merge.search')}
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={options.length > 0 ? `${list}-${at.value}` : undefined}
          value={words.value}
          onInput={({ currentTarget }) => {
            words.value = currentTarget.value
            at.value = 0
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      {fault && <FaultNote fault={fault} />}
      <div class="options" id={list} role="listbox" aria-multiselectable="true" aria-label={t('merge.found')}>
        {options.map((mark, i) => (
          // biome-ignore lint/a11y: the field above has the keys, and names the option that they are on.
          <div
            key={mark.id}
            id={`${list}-${i}`}
            role="option"
            aria-selected={isChosen(mark)}
            class={i === at.value ? 'active' : undefined}
            onClick={() => toggle(mark)}
          >
            <Found mark={mark} isChosen={isChosen(mark)} />
          </div>
        ))}
      </div>
      {data && options.length === 0 && <p>{t('merge.none')}</p>}
      <p class="ends">
        <button type="button" class="primary" disabled={chosen.value.length === 0} onClick={go}>
          {t('merge.go')}
        </button>
        <button type="button" onClick={onClose}>
          {t('edit.cancel')}
        </button>
        <span role="status">{t('merge.chosen', { count: chosen.value.length })}</span>
      </p>
    </Dialog>
  )
}

function Found({ mark, isChosen }: { readonly mark: Mark; readonly isChosen: boolean }) {
  const { kind, when, place, trigger, reports } = mark
  return (
    <>
      <span aria-hidden="true">{isChosen ? '☑' : '☐'}</span> <b>{kind}</b>{' '}
      <bdi>{[when, place?.name].filter(Boolean).join(', ')}</bdi> <q dir="auto">{trigger}</q>{' '}
      <bdi class="hint">{reports.map(({ outlet, name }) => outlet ?? name).join(', ')}</bdi>
    </>
  )
}

/** Before anything is searched: what may have happened in the same days. */
function queryOf({ first, last }: Mark, words: string): URLSearchParams {
  if (words.trim() !== '') return new URLSearchParams({ search: words.trim() })
  return new URLSearchParams({ ...(first && { from: first }), ...(last && { to: last }) })
}

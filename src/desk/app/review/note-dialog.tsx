import { useSignal } from '@preact/signals'
import { t } from '../messages/index.js'
import { Dialog } from '../parts/dialog.js'
import type { ShownValue } from '../record/values.js'
import { lineOf, note } from './deciding.js'

/** A note on a value, which changes nothing in the record. */
export function NoteDialog({ value, onClose }: { readonly value: ShownValue; readonly onClose: () => void }) {
  const words = useSignal('')
  return (
    <Dialog title={t('note.title', { what: lineOf(value) })} onClose={onClose}>
      <form
        class="asked"
        onSubmit={event => {
          event.preventDefault()
          if (words.value.trim() === '') return
          void note(value, words.value.trim())
          onClose()
        }}
      >
        <label>
          {t('note.label')}
          <textarea
            rows={4}
            dir="auto"
            maxLength={4000}
            value={words.value}
            onInput={({ currentTarget }) => {
              words.value = currentTarget.value
            }}
          />
        </label>
        <p class="ends">
          <button type="submit" class="primary">
            {t('note.go')}
          </button>
          <button type="button" onClick={onClose}>
            {t('edit.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  )
}

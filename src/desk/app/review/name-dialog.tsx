import { useSignal } from '@preact/signals'
import { t } from '../messages/index.js'
import { Dialog } from '../parts/dialog.js'
import { nameAsked } from './name.js'

/** Asks who decides, before the first decision is taken. */
export function NameDialog() {
  const name = useSignal('')
  const answer = nameAsked.value
  if (!answer) return null
  return (
    <Dialog title={t('name.title')} onClose={() => answer(null)}>
      <form
        class="asked"
        onSubmit={event => {
          event.preventDefault()
          if (name.value.trim()) answer(name.value.trim())
        }}
      >
        <p>{t('name.help')}</p>
        <label>
          {t('name.label')}
          <input
            required
            maxLength={80}
            autoComplete="name"
            dir="auto"
            value={name.value}
            onInput={({ currentTarget }) => {
              name.value = currentTarget.value
            }}
          />
        </label>
        <p class="ends">
          <button type="submit" class="primary">
            {t('name.go')}
          </button>
          <button type="button" onClick={() => answer(null)}>
            {t('edit.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  )
}

import { type MessageKey, t } from '../messages/index.js'
import { Dialog } from '../parts/dialog.js'
import { WordKeys } from '../record/word-keys.js'
import { settings } from '../state/settings.js'
import { type Action, keyOf, pageKeys } from './keys.js'

interface Props {
  /** What can be done here. */
  readonly actions: readonly Action[]
  readonly onClose: () => void
}

/** All keys, with what they do. */
export function KeysDialog({ actions, onClose }: Props) {
  const { shortcuts } = settings.value
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <p>{t(shortcuts ? 'keys.single' : 'keys.alt')}</p>
      <p>{t('keys.typing')}</p>
      <dl class="keys">
        {actions.map(action => (
          <div key={action}>
            <dt>
              {!shortcuts && <kbd>Alt</kbd>}
              {/[A-Z]/.test(keyOf[action]) && <kbd>⇧</kbd>}
              <kbd>{keyOf[action]}</kbd>
            </dt>
            <dd>{t(`does.${action}`)}</dd>
          </div>
        ))}
        {Object.entries(pageKeys).map(([name, key]) => (
          <div key={name}>
            <dt>
              {!shortcuts && <kbd>Alt</kbd>}
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`does.${name}` as MessageKey)}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('keys.words')}</h3>
      <WordKeys />
      <button type="button" onClick={onClose}>
        {t('keys.close')}
      </button>
    </Dialog>
  )
}

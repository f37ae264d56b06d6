import { t } from '../messages/index.js'
import { settings } from '../state/settings.js'
import { told } from './deciding.js'
import { type Action, keyOf } from './keys.js'

interface Props {
  readonly actions: readonly Action[]
  readonly act: (action: Action) => void
  /** What is said after what was done: how much is left, what is looked at now. */
  readonly also?: string
}

/** The keys' actions as buttons, and what was done last. */
export function ActionBar({ actions, act, also }: Props) {
  const { shortcuts } = settings.value
  return (
    <section class="actions" aria-label={t('review.tools')}>
      <div class="buttons">
        {actions.map(action => (
          <button
            key={action}
            type="button"
            data-action={action}
            title={t(`does.${action}`)}
            aria-keyshortcuts={shortcuts ? keyOf[action] : `Alt+${keyOf[action]}`}
            onClick={() => act(action)}
          >
            {t(`action.${action}`)}{' '}
            <span class="key" aria-hidden="true">
              {shortcuts ? keyOf[action] : `Alt ${keyOf[action]}`}
            </span>
          </button>
        ))}
      </div>
      <p class="last" role="status">
        <bdi>{told.value}</bdi>
        {told.value && also && ' · '}
        <bdi>{also}</bdi>
      </p>
    </section>
  )
}

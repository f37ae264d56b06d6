import { t } from '../messages/index.js'
import { wordKeys } from './edit-word-keys.js'

/** The keys by which words are picked in the text. */
export function WordKeys() {
  return (
    <dl class="keys">
      {wordKeys.map(({ keys, does }) => (
        <div key={does}>
          <dt>
            {keys.map(key => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{t(does)}</dd>
        </div>
      ))}
    </dl>
  )
}

import { t } from '../messages/index.js'
import { connected } from '../server.js'

/** Says that the server does not answer, and that nothing is lost. */
export function Disconnected() {
  return (
    <div role="status" class="disconnected" hidden={connected.value}>
      {connected.value ? null : (
        <p>
          {t('fault.unreachable')} {t('fault.unreachable.help')}
        </p>
      )}
    </div>
  )
}

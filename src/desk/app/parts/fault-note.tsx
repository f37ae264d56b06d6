import { t } from '../messages/index.js'
import type { ServerFault } from '../server.js'

/** What went wrong, and the way on. */
export function FaultNote({
  fault: error,
  again,
}: {
  readonly fault: ServerFault
  readonly again?: () => void
}) {
  const { code, message, help } = error.fault
  const own = code === 'unreachable' ? t('fault.unreachable') : t('fault.unreadable')
  return (
    <div role="alert" class="fault">
      <p>{message || own}</p>
      <p>{help || (code === 'unreachable' ? t('fault.unreachable.help') : '')}</p>
      {again && (
        <button type="button" onClick={again}>
          {t('fault.again')}
        </button>
      )}
    </div>
  )
}

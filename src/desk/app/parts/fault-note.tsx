import { t } from '../messages/index.js'
import type { ServerFault } from '../server.js'
import { faultWords } from './fault-words.js'

/** What went wrong, and the way on. */
export function FaultNote({
  fault: error,
  again,
}: {
  readonly fault: ServerFault
  readonly again?: () => void
}) {
  const { message, help } = faultWords(error.fault)
  return (
    <div role="alert" class="fault">
      <p dir="auto">{message}</p>
      <p dir="auto">{help}</p>
      {again && (
        <button type="button" onClick={again}>
          {t('fault.again')}
        </button>
      )}
    </div>
  )
}

import type { Fault } from '../../api.js'
import { faultsIn } from '../messages/faults.js'
import { t } from '../messages/index.js'
import { settings } from '../state/settings.js'

/** What went wrong and the way on, in the reader's language where the desk knows it in that; else as the server says it. */
export function faultWords({ code, message, help }: Fault): Pick<Fault, 'message' | 'help'> {
  // What never came to the server, or from it.
  if (message === '')
    return code === 'unreachable'
      ? { message: t('fault.unreachable'), help: t('fault.unreachable.help') }
      : { message: t('fault.unreadable'), help: '' }
  const { language } = settings.value
  const known = language === 'en' ? undefined : faultsIn[language][code]
  return known ? { message: known[0], help: known[1] } : { message, help }
}

/** The same in one line. */
export function faultLine(fault: Fault): string {
  const { message, help } = faultWords(fault)
  return `${message} ${help}`
}

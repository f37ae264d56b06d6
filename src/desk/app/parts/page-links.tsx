import { t } from '../messages/index.js'
import { seat } from '../server.js'
import { settings } from '../state/settings.js'

/** One HTML file of an event or report, to send or to print. */
export function PageLinks({ of, id }: { readonly of: 'event' | 'report'; readonly id: string }) {
  const path = `/api/page/${of}/${encodeURIComponent(id)}`
  const to = (query: Readonly<Record<string, string>>): string => {
    const asked = new URLSearchParams(seat.value)
    for (const [name, value] of Object.entries({ language: settings.value.language, ...query }))
      asked.set(name, value)
    return `${path}?${asked}`
  }
  return (
    <>
      <a class="button" href={to({ download: '1' })} download title={t('event.send.help')}>
        {t('event.send')}
      </a>
      <a class="button" href={to({})} target="_blank" rel="noopener">
        {t('event.open')}
      </a>
    </>
  )
}

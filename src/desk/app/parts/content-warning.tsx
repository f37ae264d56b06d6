import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { t } from '../messages/index.js'
import { settings } from '../state/settings.js'

/** For people who read this all day: what is reported is shown when they ask for it. */
export function ContentWarning({ children }: { readonly children: ComponentChildren }) {
  const shown = useSignal(false)
  if (!settings.value.warnOfContent || shown.value) return <>{children}</>
  return (
    <p class="fault">
      {t('report.warning')}{' '}
      <button
        type="button"
        onClick={() => {
          shown.value = true
        }}
      >
        {t('report.show')}
      </button>
    </p>
  )
}

import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { RecordedEvent } from '../../../model/recorded.js'
import { names } from '../event/names.js'
import { t } from '../messages/index.js'
import { pageKeys } from '../review/keys.js'
import { useKey } from '../review/use-keys.js'
import { settings } from '../state/settings.js'
import { awaitsIn } from './content-awaits.js'

interface Props {
  /** The report whose text stands behind it. */
  readonly report: string
  /** What is recorded of it. */
  readonly events: readonly RecordedEvent[]
  readonly children: ComponentChildren
}

/**
 * For people who read this all day: what a text is about is said before it is shown, by the record alone. Nothing is remembered: who
 * comes back to a report is warned again.
 */
export function ContentWarning({ report, events, children }: Props) {
  const shown = useSignal<string | null>(null)
  const text = useRef<HTMLDivElement>(null)
  const awaits = awaitsIn(events)
  const isHeld = settings.value.warnOfContent && shown.value !== report && awaits?.length !== 0
  const show = (): void => {
    if (isHeld) shown.value = report
  }
  useKey(pageKeys.text, show)
  useLayoutEffect(() => {
    // The button that had the focus is gone.
    if (shown.value === report && document.activeElement === document.body) text.current?.focus()
  }, [shown.value, report])
  if (!isHeld)
    return (
      <div class="warned" ref={text} tabIndex={-1}>
        {children}
      </div>
    )
  return (
    <div class="banner" role="status">
      <p>{awaits === null ? t('report.warning.unknown') : t('report.warning', { what: names(awaits) })}</p>
      <button type="button" onClick={show}>
        {t('report.show')}{' '}
        <span class="key" aria-hidden="true">
          {settings.value.shortcuts ? pageKeys.text : `Alt ${pageKeys.text}`}
        </span>
      </button>
    </div>
  )
}

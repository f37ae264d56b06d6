import { useSignal } from '@preact/signals'
import type { Meta } from '../../api.js'
import { t } from '../messages/index.js'
import { seat } from '../server.js'
import { useLoaded } from '../state/loaded.js'
import { exportFlags, exportPath, isOffered, type Wanted } from './export-path.js'

interface Props {
  /** What is in view: the filter as the URL has it, or one event. */
  readonly filter: Readonly<Record<string, string>>
  /** The policy that is looked at, where one is. */
  readonly policy?: string
  /** What is exported, in words. */
  readonly what?: string
}

/** What is in view, to take along in a form that the field uses. */
export function ExportMenu({ filter, policy = '', what }: Props) {
  const meta = useLoaded<Meta>(() => '/api/meta')
  const { formats = [], policies = [] } = meta.value.data ?? {}
  const wanted = useSignal<Wanted>({ format: 'csv', policy: null, flags: new Set(['sidecar']) })
  const { format, flags: on } = wanted.value
  const chosen = formats.find(({ name }) => name === format) ?? formats[0]
  const set = (some: Partial<Wanted>): void => {
    wanted.value = { ...wanted.value, ...some }
  }
  return (
    <details class="settings export">
      <summary class="button">{t('export.title')}</summary>
      {chosen && (
        <div class="menu">
          <p class="hint">
            {what ?? t('export.what')} {seat.value !== '' && t('export.own')}
          </p>
          <label>
            {t('export.format')}
            <select value={chosen.name} onChange={change => set({ format: change.currentTarget.value })}>
              {formats.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <p class="hint">{chosen.what}</p>
          {chosen.policy !== null && (
            <label>
              {t('export.policy')}
              <select
                value={wanted.value.policy ?? policy}
                onChange={change => set({ policy: change.currentTarget.value })}
              >
                <option value="">{t('export.policy.usual', { policy: chosen.policy })}</option>
                {policies
                  .filter(name => name !== 'by-source-priority')
                  .map(name => (
                    <option key={name} value={name}>
                      {name}
                    </option>
                  ))}
              </select>
            </label>
          )}
          {exportFlags
            .filter(flag => isOffered(flag, chosen))
            .map(flag => (
              <label key={flag} class="switch">
                <input
                  type="checkbox"
                  checked={on.has(flag)}
                  onChange={change =>
                    set({
                      flags: new Set(
                        change.currentTarget.checked ? [...on, flag] : [...on].filter(one => one !== flag),
                      ),
                    })
                  }
                />
                <span>{t(`export.${flag}`)}</span>
              </label>
            ))}
          <a
            class="button primary"
            download
            href={exportPath(
              chosen,
              { ...wanted.value, policy: wanted.value.policy ?? policy },
              { ...filter, ...Object.fromEntries(new URLSearchParams(seat.value)) },
            )}
          >
            {t('export.download')}
          </a>
        </div>
      )}
    </details>
  )
}

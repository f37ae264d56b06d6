import { languages } from '../../messages/catalogue.js'
import { t } from '../messages/index.js'
import { pageKeys } from '../review/keys.js'
import { change, type Settings, settings } from '../state/settings.js'

const switches = ['shortcuts', 'blurNames', 'warnOfContent', 'blind'] as const
const themes = ['system', 'light', 'dark'] as const

/** What a reader sets for this browser. */
export function SettingsMenu() {
  const { language, theme, reviewer } = settings.value
  return (
    <details class="settings">
      <summary>{t('settings.title')}</summary>
      <div class="menu">
        <label>
          {t('settings.reviewer')}
          <input
            value={reviewer}
            maxLength={80}
            onChange={event => change({ reviewer: event.currentTarget.value.trim() })}
          />
        </label>
        <label>
          {t('settings.language')}
          <select
            value={language}
            onChange={event => change({ language: event.currentTarget.value as Settings['language'] })}
          >
            {languages.map(({ id, name }) => (
              <option key={id} value={id} lang={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('settings.theme')}
          <select
            value={theme}
            onChange={event => change({ theme: event.currentTarget.value as Settings['theme'] })}
          >
            {themes.map(name => (
              <option key={name} value={name}>
                {t(`settings.theme.${name}`)}
              </option>
            ))}
          </select>
        </label>
        {switches.map(name => (
          <label key={name} class="switch">
            <input
              type="checkbox"
              checked={settings.value[name]}
              onChange={event => change({ [name]: event.currentTarget.checked })}
            />
            <span>
              {t(`settings.${name}`)}
              {name === 'blurNames' && (
                <span class="hint">{t('settings.blurNames.help', { key: pageKeys.names })}</span>
              )}
            </span>
          </label>
        ))}
      </div>
    </details>
  )
}

import { useId } from 'preact/hooks'
import type { Meta } from '../../api.js'
import { type MessageKey, t } from '../messages/index.js'
import { useLoaded } from '../state/loaded.js'
import { settings } from '../state/settings.js'
import { daysOf, type Part } from './edit-values.js'

interface Props {
  readonly part: Part
  readonly value: string
  readonly onChange: (value: string) => void
  /** What is wrong with it; empty where nothing is. */
  readonly fault: string
}

/** One part of a value, to be entered: with what it means, and with what is wrong with it. */
export function EditPart({ part, value, onChange, fault }: Props) {
  const id = useId()
  const meaning = meaningOf(part, value)
  const described = { 'aria-describedby': `${id}-hint ${id}-fault`, 'aria-invalid': fault !== '' }
  const set = ({ currentTarget }: { readonly currentTarget: { readonly value: string } }): void =>
    onChange(currentTarget.value)
  if (part.as === 'switch')
    return (
      <div class="wide">
        <label class="switch">
          <input
            type="checkbox"
            checked={value === 'yes'}
            onChange={({ currentTarget }) => onChange(currentTarget.checked ? 'yes' : '')}
            aria-describedby={`${id}-fault`}
            aria-invalid={fault !== ''}
          />
          {t(`part.${part.name}` as MessageKey)}
        </label>
        <span id={`${id}-fault`} class="problem" role="alert">
          {fault}
        </span>
      </div>
    )
  return (
    <div class={`part as-${part.as}`}>
      <label for={id}>{t(`part.${part.name}` as MessageKey)}</label>
      {part.as === 'choice' ? (
        <select id={id} value={value} onChange={set} {...described}>
          {part.options.map(option => (
            <option key={option} value={option}>
              {option || t('edit.untold')}
            </option>
          ))}
        </select>
      ) : part.as === 'kind' ? (
        <KindChoice id={id} value={value} set={set} described={described} />
      ) : (
        <input
          id={id}
          dir={part.as === 'text' ? 'auto' : 'ltr'}
          inputMode={part.as === 'number' ? 'numeric' : undefined}
          spellcheck={false}
          autoComplete="off"
          value={value}
          onInput={set}
          {...described}
        />
      )}
      <span id={`${id}-hint`} class="hint" aria-live="polite">
        {meaning}
      </span>
      <span id={`${id}-fault`} class="problem" role="alert">
        {fault}
      </span>
    </div>
  )
}

interface KindProps {
  readonly id: string
  readonly value: string
  readonly set: (event: { readonly currentTarget: { readonly value: string } }) => void
  readonly described: Record<string, string | boolean>
}

/** The kinds of the codebook by their families, each with what it means. */
function KindChoice({ id, value, set, described }: KindProps) {
  const kinds = useLoaded<Meta>(() => '/api/meta').value.data?.kinds ?? []
  const groups = [...new Set(kinds.map(({ group }) => group))]
  return (
    <>
      <select id={id} value={value} onChange={set} {...described}>
        {!kinds.some(kind => kind.id === value) && <option value={value}>{value}</option>}
        {groups.map(group => (
          <optgroup key={group} label={group}>
            {kinds
              .filter(kind => kind.group === group)
              .map(kind => (
                <option key={kind.id} value={kind.id}>
                  {kind.id}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <span class="hint">{kinds.find(kind => kind.id === value)?.means}</span>
    </>
  )
}

/** What an entry means, said while it is entered. */
function meaningOf(part: Part, value: string): string {
  if (part.as === 'edtf') {
    const days = daysOf(value)
    if (days === null) return t('edit.edtf.help')
    const [first, last] = [dayText(days.first), dayText(days.last)]
    if (!first && !last) return t('edit.open')
    return first === last
      ? t('edit.day', { first })
      : t('edit.days', { first: first || '…', last: last || '…' })
  }
  if (part.as === 'country' && /^[a-z]{2}$/i.test(value)) {
    const names = new Intl.DisplayNames([settings.value.language], { type: 'region', fallback: 'none' })
    return names.of(value.toUpperCase()) ?? ''
  }
  return ''
}

const dayText = (day: string | null): string =>
  day === null
    ? ''
    : new Intl.DateTimeFormat(settings.value.language, { dateStyle: 'full', timeZone: 'UTC' }).format(
        new Date(day),
      )

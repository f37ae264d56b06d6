import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { address } from '../address.js'
import { t } from '../messages/index.js'
import { dayAsked } from './day-asked.js'
import { type FormField, setFilter } from './filter.js'
import type { ReportField } from './report-list.js'

/** After so many milliseconds without another letter, what was typed is asked for. */
const rest = 400

/** A field of a form: of the one filter of events, or of the list of reports. */
type AskedField = FormField | ReportField

interface ControlProps {
  readonly name: AskedField
  readonly value: string
  /** What can be chosen; null where anything can be typed. */
  readonly options: readonly string[] | null
  /** How the desk says what can be chosen, where that is not a word of the record. */
  readonly said?: (option: string) => string
}

/** What one field of the filter is asked for with. */
export function FilterControl({ name, value, options, said }: ControlProps) {
  return (
    <div class="field">
      <label for={`filter-${name}`}>{t(`filter.${name}`)}</label>
      {options ? (
        <Choice name={name} value={value} options={options} said={said} />
      ) : name === 'from' || name === 'to' ? (
        <Day name={name} value={value} />
      ) : (
        <Words name={name} value={value} />
      )}
    </div>
  )
}

interface ChoiceProps extends Omit<ControlProps, 'said'> {
  readonly options: readonly string[]
  readonly said: ControlProps['said']
}

function Choice({ name, value, options, said = option => option }: ChoiceProps) {
  // What the URL says is shown, also while the choices have not come, or where it is none of them.
  const offered = value === '' || options.includes(value) ? options : [value, ...options]
  return (
    <select
      id={`filter-${name}`}
      value={value}
      onChange={({ currentTarget }) => setFilter({ [name]: currentTarget.value })}
    >
      <option value="">{t('filter.any')}</option>
      {offered.map(option => (
        <option key={option} value={option}>
          {said(option)}
        </option>
      ))}
    </select>
  )
}

interface FieldProps<N extends AskedField> {
  readonly name: N
  readonly value: string
}

/** Words are asked for as soon as the hand rests: what is typed stays as it is typed until the reader leaves the field. */
function Words({ name, value }: FieldProps<AskedField>) {
  const typed = useSignal<string | null>(null)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(waiting.current), [])
  const { view } = address.value
  const ask = (): void => {
    clearTimeout(waiting.current)
    // Who has gone on to another page meanwhile asks nothing of it.
    if (typed.peek() !== null && address.peek().view === view) setFilter({ [name]: typed.peek()?.trim() })
  }
  return (
    <input
      id={`filter-${name}`}
      type="search"
      dir="auto"
      value={typed.value ?? value}
      onInput={({ currentTarget }) => {
        typed.value = currentTarget.value
        clearTimeout(waiting.current)
        waiting.current = setTimeout(ask, rest)
      }}
      onKeyDown={({ key }) => key === 'Enter' && ask()}
      onBlur={() => {
        ask()
        typed.value = null
      }}
    />
  )
}

/**
 * A day by its digits, in the order that it has everywhere on the desk and in the record: a browser's own field has that of its
 * language. It is read when it is entered; what cannot be read stays to be mended.
 */
function Day({ name, value }: FieldProps<'from' | 'to'>) {
  const typed = useSignal<string | null>(null)
  const isWrong = useSignal(false)
  const { view } = address.value
  useEffect(() => {
    typed.value = null
    isWrong.value = false
  }, [value])
  const enter = (): void => {
    if (typed.peek() === null || address.peek().view !== view) return
    const text = typed.peek()?.trim() ?? ''
    const day = text === '' ? '' : dayAsked(text, name)
    isWrong.value = day === null
    if (day === null) return
    typed.value = null
    setFilter({ [name]: day })
  }
  return (
    <>
      <input
        id={`filter-${name}`}
        class="day"
        inputMode="text"
        autocomplete="off"
        maxLength={20}
        dir="ltr"
        placeholder={t('filter.dayForm')}
        value={typed.value ?? value}
        aria-invalid={isWrong.value}
        aria-describedby={isWrong.value ? `filter-${name}-wrong` : undefined}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value
        }}
        onKeyDown={({ key }) => key === 'Enter' && enter()}
        onBlur={enter}
      />
      {isWrong.value && (
        <span id={`filter-${name}-wrong`} class="problem" role="alert">
          {t('filter.notADay')}
        </span>
      )}
    </>
  )
}

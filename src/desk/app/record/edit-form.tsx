import { type Signal, useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { ValueField } from '../../../model/recorded.js'
import type { Fault } from '../../api.js'
import { t } from '../messages/index.js'
import { faultLine } from '../parts/fault-words.js'
import type { Stretch } from '../text/layout.js'
import { draftOf, forgetDraft, keepDraft } from './edit-drafts.js'
import { EditPart } from './edit-part.js'
import { type FormFaults, formOf, partsOf, valueOfForm } from './edit-values.js'
import { joined } from './edit-word-keys.js'
import { EditWords } from './edit-words.js'

export interface EditFormProps {
  /** What is edited, by a name that outlasts a reload: the draft is kept by it. */
  readonly of: string
  readonly field: ValueField
  /** Null where it is missed yet. */
  readonly value: unknown
  /** Null where no words carry it. */
  readonly words: readonly Stretch[] | null
  readonly mayBeWordless?: boolean
  readonly body: string
  readonly picked: Signal<Stretch | null>
  readonly title: string
  /** Saves it; returns what the server refused in it, or null. */
  readonly onSave: (value: unknown, words: readonly Stretch[] | null) => Promise<Fault | null>
  readonly onClose: () => void
}

/** A value to be corrected or added, part by part, with the words that carry it. What is entered survives a reload. */
export function EditForm(props: EditFormProps) {
  const { of, field, body, picked, title, mayBeWordless = true, onClose } = props
  const kept = draftOf(sessionStorage, of)
  const form = useSignal(kept?.form ?? formOf(field, props.value))
  const words = useSignal<readonly Stretch[] | null>(kept ? kept.words : props.words)
  const faults = useSignal<FormFaults>({})
  const refused = useSignal<Fault | null>(null)
  const isSaving = useSignal(false)
  const root = useRef<HTMLFormElement>(null)
  useSignalEffect(() => keepDraft(sessionStorage, of, { form: form.value, words: words.value }))
  useEffect(() => {
    picked.value = words.peek()?.[0] ?? null
    root.current?.querySelector<HTMLElement>('input, select')?.focus()
    return () => {
      picked.value = null
    }
  }, [words, picked])
  const end = (): void => {
    forgetDraft(sessionStorage, of)
    onClose()
  }
  const save = async (): Promise<void> => {
    const given = valueOfForm(field, form.value)
    const wordless = words.value !== null && words.value.length === 0
    faults.value = {
      ...('faults' in given && given.faults),
      ...(wordless && { words: 'edit.fault.words' as const }),
    }
    if ('faults' in given || wordless) {
      toFault(root.current)
      return
    }
    isSaving.value = true
    refused.value = await props.onSave(given.value, words.value && joined(words.value))
    isSaving.value = false
    if (refused.value === null) end()
    else toFault(root.current)
  }
  const parts = partsOf[field]
  /** What is wrong with a part: what the form finds itself, or what the server refused in it. */
  const faultAt = (name: string): string => {
    const found = faults.value[name]
    if (found) return t(found)
    return refused.value?.field === name ? faultLine(refused.value) : ''
  }
  const isOfPart = [...parts.map(({ name }) => name), 'words'].includes(refused.value?.field ?? '')
  return (
    <form
      ref={root}
      class="edit"
      aria-label={title}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={event => leaveByEscape(event, end)}
    >
      <h3>{title}</h3>
      <div class="parts">
        {parts.map(part => (
          <EditPart
            key={part.name}
            part={part}
            value={form.value[part.name] ?? ''}
            fault={faultAt(part.name)}
            onChange={value => {
              form.value = { ...form.value, [part.name]: value }
            }}
          />
        ))}
      </div>
      <EditWords
        body={body}
        words={words}
        picked={picked}
        mayBeWordless={mayBeWordless}
        fault={faultAt('words')}
      />
      <p class="problem" role="alert" tabIndex={-1}>
        {refused.value && !isOfPart ? faultLine(refused.value) : ''}
      </p>
      <p class="ends">
        <button type="submit" class="primary" disabled={isSaving.value}>
          {t(isSaving.value ? 'edit.saving' : 'edit.save')}
        </button>
        <button type="button" onClick={end}>
          {t('edit.cancel')}
        </button>
        <span class="hint">{t('edit.kept')}</span>
      </p>
    </form>
  )
}

/** Leads to the first thing that is wrong, once it stands there. */
function toFault(form: HTMLFormElement | null): void {
  const wrong =
    '[aria-invalid=true], .pick:has(.problem:not(:empty)) :is(button, input), .edit > .problem:not(:empty)'
  queueMicrotask(() => form?.querySelector<HTMLElement>(wrong)?.focus())
}

/** Escape leaves a text field, and then the form. */
function leaveByEscape(event: KeyboardEvent, end: () => void): void {
  if (event.key !== 'Escape') return
  event.preventDefault()
  event.stopPropagation()
  const { target, currentTarget } = event
  const isText = target instanceof HTMLInputElement && target.type !== 'checkbox'
  if (!isText) end()
  else if (currentTarget instanceof HTMLElement)
    currentTarget.querySelector<HTMLElement>('button[type=submit]')?.focus()
}

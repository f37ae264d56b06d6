import type { Signal } from '@preact/signals'
import type { Report } from '../../../model/report.js'
import type { EventDetail } from '../../api.js'
import { t } from '../messages/index.js'
import { addedBefore, EditAdd } from '../record/edit-add.js'
import { draftOf } from '../record/edit-drafts.js'
import { EditForm } from '../record/edit-form.js'
import type { ShownValue } from '../record/values.js'
import type { Stretch } from '../text/layout.js'
import { add, correct } from './deciding.js'
import type { Action } from './keys.js'
import { KeysDialog } from './keys-dialog.js'
import { MergeDialog } from './merge-dialog.js'
import { NoteDialog } from './note-dialog.js'
import { identityOf } from './places.js'
import { SplitDialog } from './split-dialog.js'

/** What is asked of the reviewer beside the value that is looked at. */
export type Mode = 'edit' | 'add' | 'merge' | 'split' | 'note' | 'keys'
const modes: readonly string[] = ['edit', 'add', 'merge', 'split', 'note', 'keys'] satisfies Mode[]
export const isMode = (action: Action): action is Action & Mode => modes.includes(action)

/** What somebody was in the midst of at a value, before a reload or when they left it; null where nothing. */
export function modeBefore(value: ShownValue): Mode | null {
  if (draftOf(sessionStorage, identityOf(value))) return 'edit'
  return addedBefore(value.event.id) ? 'add' : null
}

interface FormProps {
  readonly mode: Signal<Mode | null>
  readonly value: ShownValue
  readonly report: Report
  readonly picked: Signal<Stretch | null>
}

/** The form for a value that is corrected, or for what is added beside it. */
export function ModeForm({ mode, value, report, picked }: FormProps) {
  const close = (): void => {
    mode.value = null
  }
  const { field, recorded, event } = value
  if (mode.value === 'add')
    return (
      <EditAdd
        report={report.id}
        event={event}
        body={report.body}
        picked={picked}
        onSave={(added, words) => add(report.id, event, added, words)}
        onClose={close}
      />
    )
  if (mode.value !== 'edit') return null
  return (
    <EditForm
      key={identityOf(value)}
      of={identityOf(value)}
      field={field}
      value={recorded.value}
      words={recorded.evidence?.map(({ start, end }) => ({ start, end })) ?? null}
      body={report.body}
      picked={picked}
      title={t('edit.title', { field: t(`field.${field}`) })}
      onSave={(given, words) => correct(value, given, words)}
      onClose={close}
    />
  )
}

interface DialogProps {
  readonly mode: Signal<Mode | null>
  readonly value: ShownValue | null
  /** Null where the occurrence is not at hand: it is then neither merged nor split. */
  readonly detail: EventDetail | null
  /** The text of the value's report; null where it has not come yet. */
  readonly report: Report | null
  readonly actions: readonly Action[]
}

/** What is asked before anything else goes on. */
export function ModeDialog({ mode, value, detail, report, actions }: DialogProps) {
  const onClose = (): void => {
    mode.value = null
  }
  if (mode.value === 'keys') return <KeysDialog actions={actions} onClose={onClose} />
  if (value === null) return null
  if (mode.value === 'note') return <NoteDialog value={value} onClose={onClose} />
  if (detail === null) return null
  if (mode.value === 'merge') return <MergeDialog detail={detail} value={value} onClose={onClose} />
  if (mode.value === 'split')
    return <SplitDialog detail={detail} value={value} report={report} onClose={onClose} />
  return null
}

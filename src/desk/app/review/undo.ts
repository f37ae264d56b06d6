import type { EventDetail, ReviewRequest } from '../../api.js'
import { t } from '../messages/index.js'
import { settings } from '../state/settings.js'
import { told } from './deciding.js'
import { decide, waiting } from './decisions.js'
import { askForName } from './name.js'
import { lastOf, takeLast } from './own.js'

/** What was undone: what it was on, and where. */
export interface Undone {
  readonly about: string
  readonly event: string | null
  readonly path: string | null
}

/** Undoes one's own last decision, and tells it. */
export async function undoHere(detail: EventDetail | null): Promise<Undone | null> {
  if (!(await askForName())) return null
  const undone = await undoLast(detail)
  told.value = undone ? t('done.undo', { what: undone.about }) : t('done.nothingToUndo')
  return undone
}

/** Undoes the last decision of this tab; where there is none, the reviewer's last on the event that is shown. */
async function undoLast(detail: EventDetail | null): Promise<Undone | null> {
  for (let own = takeLast(); own !== null; own = takeLast()) {
    const { id, review, about, request } = own
    const { event, path } = request
    const isWaiting = waiting.peek().some(one => one.id === id && one.refused === null)
    // What was refused never came into the record.
    if (review === null && !isWaiting) continue
    const undoes = review === null ? id : null
    await decide(undoing(event, review ?? unsaved), about, { undoes })
    return { about, event, path }
  }
  const last = detail && lastOf(detail, settings.peek().reviewer)
  if (!last) return null
  await decide(undoing(last.event, last.review), last.text)
  return { about: last.text, event: last.event, path: null }
}

/** Stands for the name of a decision until that is saved. */
const unsaved = 'review:0000000000000000'

const undoing = (event: ReviewRequest['event'], review: `review:${string}`) => ({
  event,
  path: null,
  saw: null,
  seen: null,
  decision: { kind: 'undo' as const, review },
})

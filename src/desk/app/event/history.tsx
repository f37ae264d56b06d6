import type { EventDetail, HistoryEntry } from '../../api.js'
import { t } from '../messages/index.js'
import { told } from '../review/deciding.js'
import { decide } from '../review/decisions.js'
import { settings } from '../state/settings.js'

/** What was decided, the newest first; one's own can be undone. */
export function History({ history }: Pick<EventDetail, 'history'>) {
  return (
    <section class="history" aria-labelledby="history">
      <h2 id="history">{t('event.history')}</h2>
      {history.length === 0 && <p class="hint">{t('event.history.none')}</p>}
      <ol>
        {history.toReversed().map(entry => (
          <Entry key={entry.review} entry={entry} />
        ))}
      </ol>
    </section>
  )
}

function Entry({ entry }: { readonly entry: HistoryEntry }) {
  const { reviewer, at, field, decision, text, note, undone, blind, loose } = entry
  const isOwn = reviewer === settings.value.reviewer
  return (
    <li class={undone ? 'undone' : undefined}>
      <time dateTime={at} title={at}>
        {instant(at)}
      </time>
      <span class="decision">
        <b>
          <bdi>{reviewer}</bdi>
        </b>{' '}
        {t(`event.history.${decision.kind}`)} {field ? t(`field.${field}`) : t('event.history.whole')}{' '}
        <bdi class="what">{text}</bdi>
        {note && (
          <span class="note">
            <q dir="auto">{note}</q>
          </span>
        )}
      </span>
      <span class="tags">
        {undone && <span>↶ {t('event.undone')}</span>}
        {blind && <span>◐ {t('event.blind')}</span>}
        {loose && (
          <span>
            ⚠ <bdi>{t('event.loose', { because: loose })}</bdi>
          </span>
        )}
        {isOwn && !undone && decision.kind !== 'undo' && (
          <button type="button" onClick={() => void undo(entry)}>
            {t('event.undo')}
          </button>
        )}
      </span>
    </li>
  )
}

async function undo({ event, review, text }: HistoryEntry): Promise<void> {
  const decision = { kind: 'undo', review } as const
  const outcome = await decide({ event, path: null, saw: null, seen: null, decision }, text)
  if (outcome.kind === 'saved' || outcome.kind === 'waits') told.value = t('done.undo', { what: text })
}

const instant = (at: string): string =>
  new Intl.DateTimeFormat(settings.value.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    calendar: 'gregory',
  }).format(new Date(at))

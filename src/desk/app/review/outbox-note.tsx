import type { EventDetail } from '../../api.js'
import { href } from '../address.js'
import { t } from '../messages/index.js'
import { faultLine } from '../parts/fault-words.js'
import { useLoaded } from '../state/loaded.js'
import { settings } from '../state/settings.js'
import { lineOf } from './deciding.js'
import { decideAgain, leave, stalled, waiting } from './decisions.js'
import { NameDialog } from './name-dialog.js'
import type { Waiting } from './outbox.js'
import { nowAt } from './places.js'
import { isKept } from './shelf.js'

/** What every view says of decisions: that some wait, that some were refused, that others' are hidden. */
export function OutboxNote() {
  const queue = waiting.value.filter(({ refused }) => refused === null)
  const refused = waiting.value.filter(one => one.refused !== null)
  return (
    <>
      {settings.value.blind && <p class="banner">◑ {t('review.blind')}</p>}
      <div role="status">
        {queue.length > 0 && (
          <p class="banner waits">
            ⧗ {t('outbox.waits', { count: queue.length })}{' '}
            {t(isKept.value ? 'outbox.waits.help' : 'outbox.volatile')}{' '}
            {stalled.value && <bdi>{faultLine(stalled.value)}</bdi>}
          </p>
        )}
      </div>
      {refused.map(one => (
        <Refused key={one.id} one={one} />
      ))}
      <NameDialog />
    </>
  )
}

/** A decision that was not saved, beside what is there now: it is asked for again. */
function Refused({ one }: { readonly one: Waiting }) {
  const { request, refused, about } = one
  const { event } = request
  const loaded = useLoaded<EventDetail>(() => event && `/api/events/${encodeURIComponent(event)}`)
  const { data, loading } = loaded.value
  const now = data && nowAt(data, request)
  const isChanged = refused?.code === 'changed'
  return (
    <section class="refused" role="alert">
      <p>
        <strong>{t(isChanged ? 'outbox.changed' : 'outbox.refused')}</strong>{' '}
        {!isChanged && refused && <bdi>{faultLine(refused)}</bdi>}
      </p>
      <dl>
        <dt>{t('outbox.yours')}</dt>
        <dd dir="auto">{about}</dd>
        <dt>{t('outbox.now')}</dt>
        <dd dir="auto">{loading ? t('loading') : now ? nowText(now) : t('outbox.gone')}</dd>
      </dl>
      <p class="ends">
        {now && (
          <button type="button" onClick={() => decideAgain(one, now.place)}>
            {t('outbox.again')}
          </button>
        )}
        <button type="button" onClick={() => leave(one.id)}>
          {t('outbox.leave')}
        </button>
        {event && data && (
          <a class="button" href={href('review', null, { event, field: request.path ?? '' })}>
            {t('outbox.look')}
          </a>
        )}
      </p>
    </section>
  )
}

function nowText({ value }: NonNullable<ReturnType<typeof nowAt>>): string {
  if (!value) return ''
  const { decided, contested } = value.recorded
  const standing = contested?.length
    ? t('decided.contested')
    : decided
      ? `${t(`decided.${decided.how}`)}, ${decided.reviewer}`
      : t('decided.open')
  return `${lineOf(value)} (${standing})`
}

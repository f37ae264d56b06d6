import type { ListedEvent } from '../../api.js'
import { countText } from '../../value-text.js'
import { href } from '../address.js'
import { t } from '../messages/index.js'

/** An occurrence in a list: when, what, where and who to whom; under it the sentence that tells it, and how far it is told and decided. */
export function EventEntry({ event }: { readonly event: ListedEvent }) {
  const { id, kind, status, when, place, initiators, targets, killed, trigger, before, after } = event
  return (
    <li>
      <a href={href('event', id)}>
        <span class={when === null ? 'when untold' : 'when'}>{when ?? t('events.undated')}</span>
        <span class="what">
          <b class="kind">{kind}</b>
          {status !== 'asserted' && <span class={`status ${status}`}>{status}</span>}
          {place && (
            <bdi class="place">{place.country ? `${place.name} (${place.country})` : place.name}</bdi>
          )}
          {(initiators.length > 0 || targets.length > 0) && (
            <span class="who">
              {initiators.length > 0 ? <Names names={initiators} /> : t('event.untoldActor')}
              {targets.length > 0 && ' → '}
              <Names names={targets} />
            </span>
          )}
          {killed && (
            <span class="killed">
              {t('events.killed', { range: countText(killed.low, killed.high) ?? '?' })}
            </span>
          )}
        </span>
        <span class="telling" dir="auto">
          {before}
          <mark>{trigger}</mark>
          {after}
        </span>
        <Standing event={event} />
      </a>
    </li>
  )
}

function Names({ names }: { readonly names: readonly string[] }) {
  return <>{names.map((name, i) => [i > 0 && ', ', <bdi key={name}>{name}</bdi>])}</>
}

function Standing({ event: { reports, disagreement, undecided } }: { readonly event: ListedEvent }) {
  const [first] = reports
  return (
    <span class="standing">
      {disagreement > 0 && <span class="clash">≠ {t('event.agreement.clash')}</span>}
      {first && (
        <bdi>
          {reports.length === 1
            ? (first.outlet ?? first.name)
            : t('events.reports', { count: reports.length })}
        </bdi>
      )}
      {undecided > 0 && <span>{t('events.undecided', { count: undecided })}</span>}
    </span>
  )
}

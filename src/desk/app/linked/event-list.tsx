import { useSignal } from '@preact/signals'
import type { DrawnMark } from '../../api.js'
import { href } from '../address.js'
import { t } from '../messages/index.js'

const step = 25

/** Events in a list, some at a time: what a plot shows, for everybody who does not look at it. */
export function EventList({ marks }: { readonly marks: readonly DrawnMark[] }) {
  const shown = useSignal({ of: marks, count: step })
  const count = shown.value.of === marks ? shown.value.count : step
  return (
    <>
      <ol class="plot-events">
        {marks.slice(0, count).map(({ id, kind, status, when, place, trigger, initiators, targets }) => (
          <li key={id}>
            <a href={href('event', id)}>
              <span class="when">{when ?? t('events.undated')}</span>
              <span class="kind">{kind}</span>
              {status !== 'asserted' && <span class={`status ${status}`}>{status}</span>}
              <q dir="auto">{trigger}</q>
              {place && <bdi class="where">{place.name}</bdi>}
              {(initiators.length > 0 || targets.length > 0) && (
                <span class="who">
                  <bdi>{initiators.join(', ') || '—'}</bdi>
                  {' → '}
                  <bdi>{targets.join(', ') || '—'}</bdi>
                </span>
              )}
            </a>
          </li>
        ))}
      </ol>
      {marks.length > count && (
        <button type="button" onClick={() => (shown.value = { of: marks, count: count + step })}>
          {t('plot.more', { count: marks.length - count })}
        </button>
      )}
    </>
  )
}

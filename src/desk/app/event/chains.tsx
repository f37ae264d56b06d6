import type { EventDetail } from '../../api.js'
import { chainOf, type Voice } from '../../chain.js'
import { href } from '../address.js'
import { t } from '../messages/index.js'
import { type Column, columnsOf } from './columns.js'

/** Of each telling, who says it through whom. */
export function Chains({ detail }: { readonly detail: EventDetail }) {
  return (
    <section class="chains" aria-labelledby="chains">
      <h2 id="chains">{t('event.voices')}</h2>
      <ul class="chain">
        {columnsOf(detail).map(column => (
          <Chain key={column.event.id} column={column} />
        ))}
      </ul>
    </section>
  )
}

function Chain({ column }: { readonly column: Column }) {
  const { event, source, published } = column
  const ways = chainOf(event.said)
  return (
    <li>
      <b>
        <bdi>{source}</bdi>
      </b>{' '}
      <span class="since">{published}</span>
      {ways.length === 0 && <p class="hint">{t('event.voices.none')}</p>}
      {ways.length > 0 && (
        <ul>
          {ways.map(({ via, voices }) => {
            const items = voices.map(voice => <Speaker key={voice.name} voice={voice} column={column} />)
            if (via === null) return items
            return (
              <li key={via}>
                <bdi>{t('event.voices.via', { via })}</bdi>
                <ul>{items}</ul>
              </li>
            )
          })}
        </ul>
      )}
    </li>
  )
}

function Speaker({
  voice: { name, type, lines },
  column,
}: {
  readonly voice: Voice
  readonly column: Column
}) {
  const { event, report } = column
  return (
    <li>
      <bdi>{name ?? t('event.unnamed')}</bdi>
      {type && <span class="hint"> {type}</span>}
      <ul class="lines">
        {lines.map(({ path, stance, about, cue }) => (
          <li key={path} class={stance}>
            <a href={href('report', report.id, { event: event.id, field: path })}>
              {stance === 'denies' || stance === 'doubts' ? <b aria-hidden="true">✗ </b> : null}
              {t(`event.stance.${stance}`)} {t(`event.about.${about}`)}
            </a>
            {cue && (
              <>
                {' '}
                <q dir="auto" class="hint">
                  {cue}
                </q>
              </>
            )}
          </li>
        ))}
      </ul>
    </li>
  )
}

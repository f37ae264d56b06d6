import { useMemo } from 'preact/hooks'
import { address } from '../address.js'
import { EventList } from '../linked/event-list.js'
import type { LinkedMarks } from '../linked/use-marks.js'
import { t } from '../messages/index.js'
import { stretchRead } from './stretch.js'
import { inView, mostBars, timedOnce } from './timeline-model.js'

/** What the signs mean, and the events: those in view as a list, and apart those that no day is told of. */
export function TimelineLists({ marks }: { readonly marks: LinkedMarks }) {
  const zoom = address.value.query.get('zoom')
  const { dated, undated } = timedOnce(marks.chosen)
  const seen = useMemo(() => {
    const stretch = stretchRead(zoom)
    return (stretch ? inView(dated, stretch) : dated).map(({ mark }) => mark)
  }, [dated, zoom])
  const isBinned = seen.length > mostBars
  const open = dated.filter(({ bar }) => bar.start === null || bar.end === null).length
  const isPart = address.value.query.has('from') || address.value.query.has('to')
  return (
    <>
      <div class="notes">
        <p>{t('timeline.legend')}</p>
        {isBinned && open > 0 && <p>{t('timeline.open', { count: open })}</p>}
        {isPart && <p>{t('timeline.part')}</p>}
        <p class="dim hint">{t('timeline.keys')}</p>
      </div>
      {undated.length > 0 && (
        <details class="undated">
          <summary>{t('timeline.undated', { count: undated.length })}</summary>
          <EventList marks={undated} />
        </details>
      )}
      <section>
        <h2>{t('timeline.inView')}</h2>
        <p class="reads">{t('events.count', { count: seen.length })}</p>
        <EventList marks={seen} />
      </section>
    </>
  )
}

import type { FunctionComponent } from 'preact'
import { useMemo } from 'preact/hooks'
import { NetworkPlot } from '../actors/network-plot.js'
import { address, type View } from '../address.js'
import { t } from '../messages/index.js'
import { FaultNote } from '../parts/fault-note.js'
import { filterOf } from '../parts/filter.js'
import { FilterBar } from '../parts/filter-bar.js'
import { FilterChips } from '../parts/filter-chips.js'
import { inShort } from '../parts/filter-told.js'
import { listTitle, useTitle } from '../parts/title.js'
import { MapPlot } from '../place/map-plot.js'
import { changes } from '../state/loaded.js'
import { TimelinePlot } from '../time/timeline-plot.js'
import type { PlotProps } from './plot-props.js'
import { sameIn } from './query.js'
import { type LinkedMarks, useMarks } from './use-marks.js'

const plots = { timeline: TimelinePlot, map: MapPlot, network: NetworkPlot } as const satisfies Partial<
  Record<View, FunctionComponent<PlotProps>>
>
export type Plot = keyof typeof plots

/** One of the three large, with the others beside it: they show the same events, and what is chosen in one is chosen in all. */
export function LinkedPage({ plot }: { readonly plot: Plot }) {
  const { marks, fault, loading } = useMarks()
  useTitle(listTitle(t(`nav.${plot}`), inShort(filterOf(address.value.query))))
  const Large = plots[plot]
  const others = (Object.keys(plots) as Plot[]).filter(name => name !== plot)
  return (
    <div class="linked">
      <h1>{t(`nav.${plot}`)}</h1>
      <FilterBar />
      <Standing marks={marks} isLoading={loading} />
      {fault && <FaultNote fault={fault} again={() => changes.value++} />}
      {marks && marks.ofAnyTime.length + marks.ofAnyPlace.length > 0 && (
        <Large
          marks={marks}
          isSmall={false}
          beside={
            <div class="beside">
              {others.map(name => (
                <Beside key={name} plot={name} marks={marks} />
              ))}
            </div>
          }
        />
      )}
    </div>
  )
}

interface StandingProps {
  readonly marks: LinkedMarks | null
  readonly isLoading: boolean
}

/** How much is shown, by which filter, and what a box leaves aside. */
function Standing({ marks, isLoading }: StandingProps) {
  const list = useMemo(() => sameIn('events'), [address.value])
  return (
    <div class="standing-line" aria-busy={isLoading}>
      <p role="status" class="reads">
        {marks ? <b>{t('events.count', { count: marks.chosen.length })}</b> : isLoading && t('loading')}
        {marks?.chosen.length === 0 && ` ${t('events.none')} ${t('events.none.help')}`}
      </p>
      <FilterChips />
      {marks?.more && <p class="more">{t('plot.tooMany', { count: marks.chosen.length })}</p>}
      {address.value.query.get('box') && <p class="hint">{t('map.box.help')}</p>}
      <a href={list}>{t('plot.asList')}</a>
    </div>
  )
}

function Beside({ plot, marks }: { readonly plot: Plot; readonly marks: LinkedMarks }) {
  const Small = plots[plot]
  return (
    <section class="small-plot">
      <h2>
        <a href={sameIn(plot)}>{t(`nav.${plot}`)}</a>
      </h2>
      <Small marks={marks} isSmall={true} />
    </section>
  )
}

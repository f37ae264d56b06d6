import { useSignal } from '@preact/signals'
import { EventList } from '../linked/event-list.js'
import { show } from '../linked/query.js'
import { type MessageKey, t } from '../messages/index.js'
import { type MapData, placesSeen } from './map-model.js'
import { daysOf, type Place, type Places } from './places.js'
import { radiusOf } from './precision.js'
import type { Borders } from './use-borders.js'
import type { MapView, Size } from './view.js'

const step = 25

/** What is in view as a table; it follows the map. */
export function PlacesInView({
  data,
  view,
  size,
}: {
  readonly data: MapData
  readonly view: MapView
  readonly size: Size
}) {
  const most = useSignal(step)
  const places = placesSeen(data, view, size)
  const events = places.reduce((sum, { marks }) => sum + marks.length, 0)
  return (
    <section>
      <h2>{t('map.inView')}</h2>
      <p class="reads" aria-live="polite">
        {t('map.placesInView', { count: places.length, events: t('events.count', { count: events }) })}
      </p>
      <PlaceTable places={places.slice(0, most.value)} label={t('map.inView')} />
      {places.length > most.value && (
        <button type="button" onClick={() => (most.value += step)}>
          {t('plot.more', { count: places.length - most.value })}
        </button>
      )}
    </section>
  )
}

function PlaceTable({ places, label }: { readonly places: readonly Place[]; readonly label: string }) {
  if (places.length === 0) return null
  return (
    <div class="wide">
      <table class="plot-table" aria-label={label}>
        <thead>
          <tr>
            {(['place', 'precision', 'events', 'first', 'last'] as const).map(name => (
              <th key={name} scope="col">
                {t(`plot.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map(place => (
            <PlaceRow key={place.key} place={place} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PlaceRow({ place }: { readonly place: Place }) {
  const { name, country, level, marks } = place
  const { first, last } = daysOf(marks)
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          class="plain"
          onClick={() => show({ place: level === 'country' ? (country ?? name) : name })}
        >
          <bdi>{name}</bdi>
          {country && <span class="dim"> {country}</span>}
        </button>
      </th>
      <td>{precisionIn(place)}</td>
      <td class="number">{marks.length}</td>
      <td class="day">{first ?? '—'}</td>
      <td class="day">{last ?? '—'}</td>
    </tr>
  )
}

function precisionIn({ level, latitude }: Place): string {
  const radius = radiusOf[level]
  const words = t(`level.${level}` as MessageKey)
  return radius === null || latitude === null ? words : t('map.within', { level: words, radius })
}

/** What stands on no map: told without coordinates, or without a place. */
export function PlacesListed({ places: { listed, untold } }: { readonly places: Places }) {
  if (listed.length === 0 && untold.length === 0) return null
  const events = listed.reduce((sum, { marks }) => sum + marks.length, 0)
  return (
    <section>
      <h2>{t('map.notOnMap')}</h2>
      {listed.length > 0 && (
        <>
          <p class="reads">{t('map.listed', { count: events })}</p>
          <PlaceTable places={listed.slice(0, 100)} label={t('map.notOnMap')} />
        </>
      )}
      {untold.length > 0 && (
        <details>
          <summary>{t('map.untold', { count: untold.length })}</summary>
          <EventList marks={untold} />
        </details>
      )}
    </section>
  )
}

/** What the map's signs mean, how much of the record is on it, and whose borders it draws. */
export function MapNotes({
  places,
  whose,
  isCells,
}: {
  readonly places: Places
  readonly whose: Borders['whose']
  readonly isCells: boolean
}) {
  const count = (of: readonly Place[]): number => of.reduce((sum, { marks }) => sum + marks.length, 0)
  return (
    <div class="notes">
      <p>
        {t('map.counts', {
          located: count(places.located),
          countries: count(places.countries),
          unlocated: count(places.listed) + places.untold.length,
        })}
      </p>
      <p>
        {isCells
          ? t('map.cells')
          : t('map.legend', {
              site: radiusOf.site ?? 0,
              town: radiusOf.town ?? 0,
              district: radiusOf.district ?? 0,
              province: radiusOf.province ?? 0,
              region: radiusOf.region ?? 0,
            })}
      </p>
      <p class="policy">{t(`map.borders.${whose}`)}</p>
      <p class="dim hint">{t('map.keys')}</p>
    </div>
  )
}

import { address } from '../address.js'
import { t } from '../messages/index.js'
import { setFilter } from '../parts/filter.js'
import { boxRead } from './box.js'

/** The box that the filter holds, in words, to be taken away: it is drawn on the map and not typed. */
export function BoxChip() {
  const text = address.value.query.get('box')
  if (!text) return null
  const box = boxRead(text)
  const said = box
    ? t('map.box', {
        west: degrees(box.west, 'E', 'W'),
        east: degrees(box.east, 'E', 'W'),
        south: degrees(box.south, 'N', 'S'),
        north: degrees(box.north, 'N', 'S'),
      })
    : text
  return (
    <p class="box-chip">
      <bdi>{said}</bdi>
      <button type="button" aria-label={t('map.box.remove')} onClick={() => setFilter({ box: '' })}>
        <span aria-hidden="true">×</span>
      </button>
    </p>
  )
}

const degrees = (value: number, positive: string, negative: string): string =>
  `${Math.abs(value).toFixed(1)}° ${value < 0 ? negative : positive}`

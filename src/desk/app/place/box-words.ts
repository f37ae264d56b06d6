import { t } from '../messages/index.js'
import { boxRead } from './box.js'

/** The box that a filter holds, in words; as it stands in the URL where it is none. */
export function boxInWords(text: string): string {
  const box = boxRead(text)
  if (!box) return text
  return t('map.box', {
    west: degrees(box.west, 'E', 'W'),
    east: degrees(box.east, 'E', 'W'),
    south: degrees(box.south, 'N', 'S'),
    north: degrees(box.north, 'N', 'S'),
  })
}

const degrees = (value: number, positive: string, negative: string): string =>
  `${Math.abs(value).toFixed(1)}° ${value < 0 ? negative : positive}`

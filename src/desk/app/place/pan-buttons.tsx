import { t } from '../messages/index.js'

const step = 160
const ways = [
  ['west', '←', step, 0],
  ['east', '→', -step, 0],
  ['north', '↑', 0, step],
  ['south', '↓', 0, -step],
] as const

/** What dragging the map does, by single clicks. */
export function PanButtons({ onPan }: { readonly onPan: (dx: number, dy: number) => void }) {
  return ways.map(([way, sign, dx, dy]) => (
    <button key={way} type="button" aria-label={t(`map.${way}`)} onClick={() => onPan(dx, dy)}>
      <span aria-hidden="true">{sign}</span>
    </button>
  ))
}

import { direction, t } from '../messages/index.js'
import { settings } from '../state/settings.js'
import { moved, type Stretch, zoomed } from './stretch.js'
import { dayInWords } from './words.js'

/** What of all the time is in view, and how to see another part. */
export interface Seeing {
  readonly all: Stretch
  readonly seen: Stretch
  readonly onSee: (seen: Stretch) => void
}

const middle = ({ start, end }: Stretch): number => (start + end) / 2
const tenth = ({ start, end }: Stretch): number => (end - start) / 10

/** Arrows move, plus and minus zoom, 0 shows all. */
export function onKey(event: KeyboardEvent, { all, seen, onSee }: Seeing): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const later = direction.value === 'rtl' ? -1 : 1
  const next: Partial<Record<string, () => Stretch>> = {
    ArrowRight: () => moved(seen, later * tenth(seen), all),
    ArrowLeft: () => moved(seen, -later * tenth(seen), all),
    '+': () => zoomed(seen, 1.5, middle(seen), all),
    '=': () => zoomed(seen, 1.5, middle(seen), all),
    '-': () => zoomed(seen, 1 / 1.5, middle(seen), all),
    '0': () => all,
  }
  const to = next[event.key]
  if (!to) return
  event.preventDefault()
  onSee(to())
}

export function ZoomButtons({ all, seen, onSee }: Seeing) {
  const { language } = settings.value
  return (
    <div class="plot-bar">
      <button
        type="button"
        aria-label={t('plot.earlier')}
        onClick={() => onSee(moved(seen, -3 * tenth(seen), all))}
      >
        <span aria-hidden="true">{direction.value === 'rtl' ? '→' : '←'}</span>
      </button>
      <button
        type="button"
        aria-label={t('plot.later')}
        onClick={() => onSee(moved(seen, 3 * tenth(seen), all))}
      >
        <span aria-hidden="true">{direction.value === 'rtl' ? '←' : '→'}</span>
      </button>
      <button
        type="button"
        aria-label={t('plot.in')}
        onClick={() => onSee(zoomed(seen, 2, middle(seen), all))}
      >
        <span aria-hidden="true">+</span>
      </button>
      <button
        type="button"
        aria-label={t('plot.out')}
        onClick={() => onSee(zoomed(seen, 0.5, middle(seen), all))}
      >
        <span aria-hidden="true">−</span>
      </button>
      <button type="button" onClick={() => onSee(all)}>
        {t('plot.all')}
      </button>
      <span class="reads" aria-live="polite">
        {t('timeline.seen', {
          from: dayInWords(seen.start, language),
          to: dayInWords(Math.ceil(seen.end) - 1, language),
        })}
      </span>
    </div>
  )
}

import { t } from '../messages/index.js'
import { settings } from '../state/settings.js'
import type { Stretch } from './stretch.js'
import { dayInWords } from './words.js'

interface EdgesProps {
  readonly all: Stretch
  readonly chosen: Stretch | null
  /** While an edge moves; what is chosen is said when it rests. */
  readonly onMove: (chosen: Stretch) => void
  readonly onRest: (chosen: Stretch | null) => void
}

/** The two edges of the chosen stretch as sliders: what a drag on the ruler does, by keyboard. */
export function Edges({ all, chosen, onMove, onRest }: EdgesProps) {
  const { language } = settings.value
  const [least, most] = [Math.floor(all.start), Math.ceil(all.end) - 1]
  const clamp = (day: number): number => Math.min(Math.max(day, least), most)
  const first = clamp(chosen?.start ?? least)
  const last = clamp((chosen?.end ?? most + 1) - 1)
  const slider = (edge: 'first' | 'last', value: number) => {
    const stretch = (day: number): Stretch =>
      edge === 'first'
        ? { start: Math.min(day, last), end: last + 1 }
        : { start: first, end: Math.max(day, first) + 1 }
    return (
      <label>
        <span>
          {t(edge === 'first' ? 'timeline.first' : 'timeline.last')}: <b>{dayInWords(value, language)}</b>
        </span>
        <input
          type="range"
          min={least}
          max={most}
          value={value}
          aria-label={t(edge === 'first' ? 'timeline.first' : 'timeline.last')}
          aria-valuetext={dayInWords(value, language)}
          onInput={event => onMove(stretch(event.currentTarget.valueAsNumber))}
          onChange={event => {
            const next = stretch(event.currentTarget.valueAsNumber)
            onRest(next.start <= least && next.end > most ? null : next)
          }}
        />
      </label>
    )
  }
  return (
    <fieldset class="edges">
      <legend>{t('timeline.chosen')}</legend>
      {slider('first', first)}
      {slider('last', last)}
      <button type="button" disabled={chosen === null} onClick={() => onRest(null)}>
        {t('timeline.anyTime')}
      </button>
    </fieldset>
  )
}

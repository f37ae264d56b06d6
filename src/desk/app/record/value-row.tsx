import type { ComponentChildren } from 'preact'
import { t } from '../messages/index.js'
import { Jump } from '../text/jump.js'
import type { ShownValue } from './values.js'

interface Props {
  readonly value: ShownValue
  readonly isChosen: boolean
  readonly onChoose: () => void
  /** What can be done with it. */
  readonly children?: ComponentChildren
}

/** A value with what it rests on: who or what set it, how sure that is, and what was decided. A click leads to its words. */
export function ValueRow({ value, isChosen, onChoose, children }: Props) {
  const { field, text, recorded } = value
  return (
    <li class={`value ${field}`} aria-current={isChosen ? 'true' : undefined}>
      <button type="button" class="words" id={isChosen ? 'value' : undefined} onClick={onChoose}>
        <span class="field">{t(`field.${field}`)}</span>
        <bdi class="told">{text || t('value.untold')}</bdi>
      </button>
      {isChosen && recorded.evidence !== null && <Jump to="words" label={t('jump.words')} />}
      <span class="basis">
        {t(`basis.${recorded.basis.kind}`)} · <code>{recorded.basis.by}</code>
        {recorded.score !== null && (
          <meter min={0} max={1} value={recorded.score} title={percent(recorded.score)} />
        )}
        {recorded.score !== null && percent(recorded.score)}
        {recorded.evidence === null && <em> {t('value.wordless')}</em>}
      </span>
      <Standing value={value} />
      {children}
    </li>
  )
}

/** What people decided on a value. */
function Standing({ value }: { readonly value: ShownValue }) {
  const { decided, contested } = value.recorded
  if (contested && contested.length > 0)
    return <strong class="standing contested">⚡ {t('decided.contested')}</strong>
  if (!decided) return <span class="standing undecided">○ {t('decided.open')}</span>
  return (
    <span class={`standing ${decided.how}`}>
      ✓ {t(`decided.${decided.how}`)} · <bdi>{decided.reviewer}</bdi>
    </span>
  )
}

const percent = (score: number): string => `${Math.round(score * 100)} %`

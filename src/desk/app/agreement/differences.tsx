import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { AgreementPage, Difference } from '../../api.js'
import { t } from '../messages/index.js'
import { told } from '../review/deciding.js'
import { DifferencePanel } from './difference-panel.js'

interface Props {
  readonly differences: AgreementPage['differences']
  readonly a: string
  readonly b: string
}

/** More rows than this nobody goes through at a time. */
const atOnce = 100

/** Where two coders differ, one row each; a row opens on both sides with their words, to be settled there. */
export function Differences({ differences, a, b }: Props) {
  const open = useSignal<string | null>(null)
  const shown = useSignal(atOnce)
  const onlyWaiting = useSignal(false)
  const body = useRef<HTMLTableSectionElement>(null)
  const keyed = differences.map(difference => ({ key: keyOf(difference), difference }))
  const waiting = keyed.filter(({ difference }) => difference.settledBy === null)
  const listed = onlyWaiting.value ? waiting : keyed
  /** What is next to be settled opens when one is, with the focus on it. */
  const goOn = (from: string): void => {
    const rest = listed.slice(listed.findIndex(({ key }) => key === from) + 1)
    const at = rest.find(({ difference }) => difference.settledBy === null)?.key ?? null
    open.value = at
    shown.value = Math.max(shown.value, listed.findIndex(({ key }) => key === at) + 1)
    const next = at ?? from
    requestAnimationFrame(() => buttonOf(body.current, next)?.focus())
  }
  if (keyed.length === 0) return <p>{t('agreement.noDifference')}</p>
  return (
    <>
      <p class="hint">{t('agreement.help')}</p>
      <p class="ends">
        <span>
          {t('agreement.waiting', { count: waiting.length })} ·{' '}
          {t('agreement.settled', { settled: keyed.length - waiting.length, all: keyed.length })}
        </span>
        <label class="switch">
          <input
            type="checkbox"
            checked={onlyWaiting.value}
            onChange={({ currentTarget }) => {
              onlyWaiting.value = currentTarget.checked
            }}
          />
          <span>{t('agreement.onlyWaiting')}</span>
        </label>
        <span role="status" class="hint" dir="auto">
          {told.value}
        </span>
      </p>
      <div class="scrolls">
        <table class="table coding differences">
          <thead>
            <tr>
              <th scope="col">{t('agreement.where')}</th>
              <th scope="col">
                <bdi>{a}</bdi>
              </th>
              <th scope="col">
                <bdi>{b}</bdi>
              </th>
              <th scope="col">{t('agreement.standing')}</th>
            </tr>
          </thead>
          <tbody ref={body}>
            {listed.slice(0, shown.value).map(({ key, difference }) => {
              const isOpen = open.value === key
              return [
                <Row
                  key={key}
                  name={key}
                  difference={difference}
                  isOpen={isOpen}
                  onToggle={() => {
                    open.value = isOpen ? null : key
                  }}
                />,
                isOpen && (
                  <tr key={`${key} opened`} class="opened" id={panelOf(key)}>
                    <td colSpan={4}>
                      <DifferencePanel difference={difference} a={a} b={b} onSettled={() => goOn(key)} />
                    </td>
                  </tr>
                ),
              ]
            })}
          </tbody>
        </table>
      </div>
      {listed.length > shown.value && (
        <button
          type="button"
          onClick={() => {
            shown.value += atOnce
          }}
        >
          {t('agreement.more')}
        </button>
      )}
    </>
  )
}

/** A value has its own words; of events with the same words in one place, none differ twice. */
const keyOf = ({ event, slot, value, read, other }: Difference): string =>
  [event, slot, other ?? '', read, value?.evidence?.map(({ start }) => start).join() ?? ''].join(' ')

const panelOf = (key: string): string => `both-${key.replace(/[^\w-]+/g, '-')}`

const buttonOf = (within: HTMLElement | null, key: string): HTMLElement | undefined =>
  [...(within?.querySelectorAll<HTMLElement>('button.toggle') ?? [])].find(one => one.dataset.of === key)

interface RowProps {
  readonly name: string
  readonly difference: Difference
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function Row({ name, difference, isOpen, onToggle }: RowProps) {
  const { slot, read, trigger, source, a, b, settledBy } = difference
  const isValue = slot !== 'event' && slot !== 'occurrence'
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          class="toggle"
          data-of={name}
          aria-expanded={isOpen}
          {...(isOpen && { 'aria-controls': panelOf(name) })}
          onClick={onToggle}
        >
          <span>
            {isValue ? t(`field.${slot}`) : t(`agreement.${slot}`)}
            {slot !== 'event' && (
              <>
                {' '}
                <bdi>{isValue ? read : `“${read}”`}</bdi>
              </>
            )}
          </span>
        </button>
        <span class="hint">
          <bdi>“{trigger}”</bdi> · <bdi>{source}</bdi>
        </span>
      </th>
      <Had side={a} />
      <Had side={b} />
      <td>
        {settledBy === null ? (
          <span class="standing contested">⚡ {t('decided.contested')}</span>
        ) : (
          <span class="standing">✓ {t('agreement.settledBy', { who: settledBy })}</span>
        )}
      </td>
    </tr>
  )
}

function Had({ side: { how, text } }: { readonly side: Difference['a'] }) {
  return (
    <td>
      {t(`agreement.how.${how}`)}
      {how === 'corrected' && (
        <>
          : <bdi>{text}</bdi>
        </>
      )}
    </td>
  )
}

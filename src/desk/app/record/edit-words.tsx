import { type Signal, useSignal, useSignalEffect } from '@preact/signals'
import { useId, useRef } from 'preact/hooks'
import { t } from '../messages/index.js'
import { reveal } from '../text/dom-words.js'
import { trimmed } from '../text/edges.js'
import type { Stretch } from '../text/layout.js'
import { isRightToLeft, moved, type WordMove, wordMoveOf } from './edit-word-keys.js'
import { WordKeys } from './word-keys.js'

interface Props {
  readonly body: string
  /** The words that carry the value; null where none do. */
  readonly words: Signal<readonly Stretch[] | null>
  /** What is selected in the text: the stretch that is changed. */
  readonly picked: Signal<Stretch | null>
  /** Whether it may be that no words carry it. */
  readonly mayBeWordless: boolean
  /** What is wrong with them; empty where nothing is. */
  readonly fault: string
}

/** The words that carry a value: selected in the text, or picked here by keys and buttons. */
export function EditWords({ body, words, picked, mayBeWordless, fault }: Props) {
  const at = useSignal(0)
  const list = useRef<HTMLUListElement>(null)
  const help = useId()
  const problem = useId()
  useSelection(body, words, picked, at)
  const stretches = words.value ?? []
  const present = stretches[at.value]
  const isReversed = present !== undefined && isRightToLeft(body.slice(present.start, present.end))
  const show = (i: number): void => {
    at.value = i
    picked.value = words.peek()?.[i] ?? null
    if (picked.value) reveal(picked.value)
  }
  const move = (how: WordMove): void => {
    const next = moved(body, { words: words.peek() ?? [], at: at.peek() }, how)
    words.value = next.words
    show(next.at)
    // The stretch that is changed keeps the keys.
    queueMicrotask(() => list.current?.querySelectorAll('button')[next.at]?.focus())
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const how = wordMoveOf(event, isReversed)
    if (!how) return
    event.preventDefault()
    event.stopPropagation()
    move(how)
  }
  return (
    <fieldset class="pick" aria-describedby={fault ? `${help} ${problem}` : help}>
      <legend>{t('words.title')}</legend>
      <p id={help} class="hint">
        {t('words.help')}
      </p>
      <ul ref={list} class="stretches" onKeyDown={onKeyDown}>
        {stretches.map(({ start, end }, i) => (
          <li key={`${start}-${end}`}>
            <button type="button" aria-pressed={i === at.value} onClick={() => show(i)}>
              <q dir="auto">{body.slice(start, end)}</q>
            </button>
          </li>
        ))}
        {stretches.length === 0 && (
          <li>
            <button type="button" onClick={() => move({ kind: 'word', direction: 1 })}>
              {t('words.pick')}
            </button>
          </li>
        )}
      </ul>
      {stretches.length > 0 && <Moves move={move} isReversed={isReversed} />}
      {mayBeWordless && (
        <label class="switch">
          <input
            type="checkbox"
            checked={words.value === null}
            onChange={({ currentTarget }) => {
              words.value = currentTarget.checked ? null : []
              picked.value = null
            }}
          />
          {t('words.none')}
        </label>
      )}
      <p id={problem} class="problem" role="alert">
        {fault}
      </p>
    </fieldset>
  )
}

/** Keeps the stretch that is changed and what is selected in the text the same. */
function useSelection(
  body: string,
  words: Signal<readonly Stretch[] | null>,
  picked: Signal<Stretch | null>,
  at: Signal<number>,
): void {
  useSignalEffect(() => {
    const selected = picked.value && trimmed(body, picked.value)
    const present = words.peek()?.[at.peek()]
    if (!selected || (present?.start === selected.start && present.end === selected.end)) return
    // What the keys left as it is, with a space at its edge, stays so.
    if (present?.start === picked.value?.start && present?.end === picked.value?.end) return
    const others = words.peek() ?? []
    words.value = present ? others.map((one, i) => (i === at.peek() ? selected : one)) : [...others, selected]
  })
}

interface MovesProps {
  readonly move: (how: WordMove) => void
  /** Whether the words are written from right to left: the arrows then point the other way. */
  readonly isReversed: boolean
}

/** The moves of the keys, as buttons. */
function Moves({ move, isReversed }: MovesProps) {
  const edges = ['start', 'end'] as const
  const steps = [
    { direction: -1, unit: 'word', sign: '⇤', key: 'words.back.word' },
    { direction: -1, unit: 'character', sign: '←', key: 'words.back.character' },
    { direction: 1, unit: 'character', sign: '→', key: 'words.on.character' },
    { direction: 1, unit: 'word', sign: '⇥', key: 'words.on.word' },
  ] as const
  return (
    <div class="moves">
      <span class="edge">
        <button type="button" onClick={() => move({ kind: 'word', direction: -1 })}>
          {t('words.previous')}
        </button>
        <button type="button" onClick={() => move({ kind: 'word', direction: 1 })}>
          {t('words.next')}
        </button>
      </span>
      {edges.map(edge => (
        <span class="edge" key={edge}>
          <span class="name">{t(`words.${edge}`)}</span>
          <span class="steps" dir={isReversed ? 'rtl' : 'ltr'}>
            {steps.map(({ direction, unit, sign, key }) => {
              const label = t(key, { edge: t(`words.${edge}`) })
              return (
                <button
                  key={key}
                  type="button"
                  aria-label={label}
                  title={label}
                  onClick={() => move({ kind: 'edge', edge, direction, unit })}
                >
                  {sign}
                </button>
              )
            })}
          </span>
        </span>
      ))}
      <span class="edge">
        <button type="button" onClick={() => move({ kind: 'another' })}>
          {t('words.another')}
        </button>
        <button type="button" onClick={() => move({ kind: 'remove' })}>
          {t('words.remove')}
        </button>
      </span>
      <details class="hint">
        <summary>{t('keys.title')}</summary>
        <WordKeys />
      </details>
    </div>
  )
}

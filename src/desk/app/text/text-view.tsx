import { computed, type ReadonlySignal, type Signal, useComputed } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { memo } from 'preact/compat'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { Region } from '../../../model/report.js'
import { type MessageKey, t } from '../messages/index.js'
import { useWords } from './dom-words.js'
import { Jump } from './jump.js'
import {
  keptWhereSame,
  type Mark,
  marksByParagraph,
  type Paragraph,
  type Piece,
  paragraphsOf,
  piecesOf,
  type Stretch,
  withLevels,
} from './layout.js'

/** Words of the report that carry a value. The id ends in the number of the stretch (`…/0`): those of one value glow together. */
export interface TextMark extends Mark {
  /** What kind of value: it has its own line below the words, and its name stands in the chip. */
  readonly field: string
  /** What the chip says: the value in short. */
  readonly label: string
}
type Levelled = TextMark & { readonly level: number }
const valueNameOf = (id: string): string => id.slice(0, id.lastIndexOf('/'))

export interface TextViewProps {
  readonly body: string
  readonly regions: readonly Region[]
  readonly marks: readonly TextMark[]
  /** The mark that is looked at. Its words come into view and glow. */
  readonly chosen: Signal<string | null>
  /** Words that the reader has picked out. */
  readonly picked: Signal<Stretch | null>
  /** Whether words are being picked for a value: a click on marked words then leads nowhere else. */
  readonly isPicking: boolean
  /** The name of the text, for screen readers. */
  readonly label: string
}

/**
 * A report as it was, with the words of each value marked. Where marks lie on the same words, a click asks which; the chips in the
 * gutter lead to each of them by keyboard. What lies outside the window is not laid out, so that long texts open at once.
 */
export function TextView({ body, regions, marks, chosen, picked, isPicking, label }: TextViewProps) {
  const root = useRef<HTMLDivElement>(null)
  const paragraphs = useMemo(() => paragraphsOf(body, regions), [body, regions])
  const before = useRef<readonly (readonly Levelled[])[]>([])
  const within = useMemo(() => {
    before.current = keptWhereSame(before.current, marksByParagraph(paragraphs, withLevels(marks)))
    return before.current
  }, [paragraphs, marks])
  const lookedAt = useComputed(() => chosen.value && valueNameOf(chosen.value))
  useWords(root, picked)
  useEffect(
    () =>
      chosen.subscribe(id => {
        if (id === null) return
        const words = root.current?.querySelector(`[data-marks~="${CSS.escape(id)}"]`)
        words?.scrollIntoView({ block: 'nearest' })
      }),
    [chosen],
  )
  return (
    <section
      class="text"
      ref={root}
      aria-label={label}
      onClickCapture={event => {
        const isSelecting = isPicking || document.getSelection()?.isCollapsed === false
        if (isSelecting && event.target instanceof Element && event.target.closest('mark'))
          event.stopPropagation()
      }}
    >
      {paragraphs.map((paragraph, i) => (
        <ParagraphView
          key={paragraph.start}
          body={body}
          paragraph={paragraph}
          marks={within[i] ?? []}
          chosen={chosen}
          lookedAt={lookedAt}
        />
      ))}
    </section>
  )
}

interface ParagraphProps {
  readonly body: string
  readonly paragraph: Paragraph<Region>
  readonly marks: readonly Levelled[]
  readonly chosen: Signal<string | null>
  /** The value of the mark that is chosen. */
  readonly lookedAt: ReadonlySignal<string | null>
}

const ParagraphView = memo(({ body, paragraph, marks, chosen, lookedAt }: ParagraphProps) => {
  // A paragraph is drawn again only when the value that is looked at comes into it or leaves it.
  const here = useMemo(
    () =>
      computed(() => (marks.some(({ id }) => valueNameOf(id) === lookedAt.value) ? lookedAt.value : null)),
    [marks, lookedAt],
  )
  const pieces = useMemo(() => piecesOf(paragraph, marks), [paragraph, marks])
  const last = marks.findLast(({ id }) => valueNameOf(id) === here.value)
  const depth = marks.reduce((most, { level }) => Math.max(most, level + 1), 0)
  return (
    <div class={`paragraph ${paragraph.region?.kind ?? 'prose'}`} style={{ '--depth': depth }}>
      <p dir="auto">
        {pieces.map(piece => (
          <PieceView key={piece.start} body={body} piece={piece} here={here} chosen={chosen} />
        ))}
        {last && (
          <Jump
            to="value"
            label={t('jump.value', { what: `${t(`field.${last.field}` as MessageKey)} ${last.label}` })}
          />
        )}
      </p>
      <Gutter marks={marks.filter(({ start }) => start >= paragraph.start)} here={here} chosen={chosen} />
    </div>
  )
})

interface PieceProps {
  readonly body: string
  readonly piece: Piece<TextMark>
  readonly here: ReadonlySignal<string | null>
  readonly chosen: Signal<string | null>
}

/** Words with a line below for each mark on them, of its own form, so that no sign is by colour alone. */
function PieceView({ body, piece, here, chosen }: PieceProps) {
  const { start, end, marks } = piece
  const words = body.slice(start, end)
  if (marks.length === 0) return <span data-start={start}>{words}</span>
  const glows = marks.some(({ id }) => valueNameOf(id) === here.value)
  const isFirst = marks.some(({ id, start: from }) => from === start && id === `${here.value}/0`)
  const lined = marks.reduceRight<ComponentChildren>(
    (inner, { field, level }) => (
      <span class={`line ${field}`} style={{ '--level': level }}>
        {inner}
      </span>
    ),
    words,
  )
  return (
    // biome-ignore lint/a11y: by keyboard, marks are reached through the chips beside the paragraph.
    <mark
      data-start={start}
      data-marks={marks.map(({ id }) => id).join(' ')}
      class={glows ? 'glows' : undefined}
      // Whoever is led to the first of the words that are looked at has the focus there.
      {...(isFirst && { id: 'words', tabIndex: -1 })}
      onClick={() => {
        // A click on words that several marks cover goes round them.
        const at = marks.findIndex(({ id }) => valueNameOf(id) === here.peek())
        chosen.value = marks[(at + 1) % marks.length]?.id ?? null
      }}
    >
      {lined}
    </mark>
  )
}

interface GutterProps {
  readonly marks: readonly Levelled[]
  readonly here: ReadonlySignal<string | null>
  readonly chosen: Signal<string | null>
}

/** A chip for each mark that begins in the paragraph. */
function Gutter({ marks, here, chosen }: GutterProps) {
  if (marks.length === 0) return null
  return (
    <ul class="gutter">
      {marks.map(({ id, field, label }) => (
        <li key={id}>
          <button
            type="button"
            class={`chip ${field}`}
            aria-pressed={valueNameOf(id) === here.value}
            onClick={() => {
              chosen.value = id
            }}
          >
            {label}
          </button>
        </li>
      ))}
    </ul>
  )
}

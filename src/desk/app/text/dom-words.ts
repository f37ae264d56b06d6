import { type Signal, useSignalEffect } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Stretch } from './layout.js'

/** Where words of the body stand on the page, and back. Each piece of the text says in `data-start` where it begins. */

const highlight = 'picked'

/** Keeps the words that are picked and those that are selected on the page the same. */
export function useWords(root: RefObject<HTMLElement | null>, picked: Signal<Stretch | null>): void {
  useEffect(() => {
    const pick = (): void => {
      const selection = document.getSelection()
      const text = root.current
      if (!text || !selection || selection.isCollapsed || selection.rangeCount === 0) return
      const range = selection.getRangeAt(0)
      if (!text.contains(range.commonAncestorContainer)) return
      const start = offsetOf(range.startContainer, range.startOffset, 'start')
      const end = offsetOf(range.endContainer, range.endOffset, 'end')
      if (start !== null && end !== null && start < end) picked.value = { start, end }
    }
    document.addEventListener('selectionchange', pick)
    return () => document.removeEventListener('selectionchange', pick)
  }, [root, picked])
  // What is picked is drawn over the text and not into it: nothing is laid out again.
  useSignalEffect(() => {
    const stretch = picked.value
    CSS.highlights?.delete(highlight)
    const range = stretch && root.current ? rangeOf(root.current, stretch) : null
    if (range) CSS.highlights?.set(highlight, new Highlight(range))
  })
}

/** Brings words of the text on the page into view. */
export function reveal(stretch: Stretch): void {
  const text = document.querySelector<HTMLElement>('.text')
  const range = text && rangeOf(text, stretch)
  range?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' })
}

/** The range on the page of a stretch of the body; null where it is not there. */
export function rangeOf(root: HTMLElement, { start, end }: Stretch): Range | null {
  const pieces = [...root.querySelectorAll<HTMLElement>('[data-start]')]
  const [from, to] = [placeOf(pieces, start, 'start'), placeOf(pieces, end, 'end')]
  if (!from || !to) return null
  const range = document.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}

function placeOf(
  pieces: readonly HTMLElement[],
  offset: number,
  side: 'start' | 'end',
): { node: Node; offset: number } | null {
  let [low, high] = [0, pieces.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const start = Number(pieces[middle]?.dataset.start)
    if (side === 'start' ? start <= offset : start < offset) low = middle + 1
    else high = middle
  }
  const piece = pieces[low - 1]
  if (!piece) return null
  // Names within it are elements of their own.
  const texts = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT)
  let left = offset - Number(piece.dataset.start)
  let last: { node: Node; offset: number } | null = null
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const { length } = node.textContent ?? ''
    last = { node, offset: Math.min(left, length) }
    if (side === 'start' ? left < length : left <= length) break
    left -= length
  }
  return last
}

/** The offset in the body of a place on the page. Between pieces, what stands nearest on the inner side counts. */
function offsetOf(node: Node, offset: number, side: 'start' | 'end'): number | null {
  const element = node instanceof Element ? node : node.parentElement
  const piece = element?.closest<HTMLElement>('[data-start]')
  if (piece) {
    const before = document.createRange()
    before.setStart(piece, 0)
    before.setEnd(node, offset)
    return Number(piece.dataset.start) + before.toString().length
  }
  // A triple click ends before the next paragraph: the last piece before that place is meant.
  const inner = side === 'start' ? node.childNodes[offset] : node.childNodes[offset - 1]
  const pieces =
    inner instanceof Element
      ? [...inner.querySelectorAll<HTMLElement>('[data-start]')]
      : precedingPieces(node)
  const nearest = side === 'start' ? pieces.at(0) : pieces.at(-1)
  if (!nearest) return null
  return Number(nearest.dataset.start) + (side === 'start' ? 0 : (nearest.textContent?.length ?? 0))
}

function precedingPieces(node: Node): HTMLElement[] {
  const text = node instanceof Element ? node.closest('.text') : node.parentElement?.closest('.text')
  const all = [...(text?.querySelectorAll<HTMLElement>('[data-start]') ?? [])]
  return all.filter(piece => piece.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING)
}

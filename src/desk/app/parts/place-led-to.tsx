import { useEffect, useRef } from 'preact/hooks'
import { address } from '../address.js'
import { rangeOf, reveal } from '../text/dom-words.js'
import { stretchOf } from './stretch-of.js'

const highlight = 'led-to'

/** Brings the words that the URL leads to (`at=120-134`) into view, and marks them. Stands after the text. */
export function PlaceLedTo() {
  const at = useRef(stretchOf(address.peek().query.get('at')))
  useEffect(() => {
    const stretch = at.current
    const text = document.querySelector<HTMLElement>('.text')
    const range = stretch && text ? rangeOf(text, stretch) : null
    if (!stretch || !range) return
    reveal(stretch)
    CSS.highlights?.set(highlight, new Highlight(range))
    return () => void CSS.highlights?.delete(highlight)
  }, [])
  return null
}

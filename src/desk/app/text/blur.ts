import {
  type ComponentChild,
  type ComponentChildren,
  createElement,
  Fragment,
  options,
  type VNode,
} from 'preact'
import { names, titled } from '../state/names.js'
import { type NameWords, namesIn } from './names.js'

/** What of an element may hold a name. */
interface Shown {
  children?: ComponentChildren
  class?: string | undefined
  title?: string
  value?: unknown
}

/** Elements whose words cannot be blurred one by one. */
const unparted: readonly string[] = ['option', 'title', 'textarea']

/**
 * Marks people's names in whatever any part of the desk shows, as elements of the class `person`; style/names.css blurs those. It is
 * done here, where every element is made, so that no view can forget it. What components read here makes them draw again when a name
 * becomes known.
 */
export function markNames(): void {
  const others = options.vnode
  options.vnode = vnode => {
    const known = names.value
    if (known !== null && known.own.size > 0) {
      const { type, props } = vnode as VNode<Shown>
      if (type === Fragment) props.children = parted(props.children, known)
      else if (typeof type === 'string' && props.class !== 'person') mark(type, props, known)
    }
    others?.(vnode)
  }
}

function mark(type: string, props: Shown, known: NameWords): void {
  if (typeof props.title === 'string') props.title = titled(props.title)
  const { children, value } = props
  const isNamed = (text: unknown): boolean => typeof text === 'string' && namesIn(text, known).length > 0
  if (unparted.includes(type)) props.children = mapped(children, titled)
  else if (type !== 'text') props.children = parted(children, known)
  // A field, or the words of a drawing, is blurred whole.
  const isWhole = type === 'text' ? [children].flat().some(isNamed) : type !== 'option' && isNamed(value)
  if (isWhole) props.class = `${props.class ?? ''} person`
}

const parted = (children: ComponentChildren, known: NameWords): ComponentChildren =>
  mapped(children, text => partedText(text, known))

function partedText(text: string, known: NameWords): ComponentChild[] | string {
  const found = namesIn(text, known)
  if (found.length === 0) return text
  let at = 0
  const pieces = found.flatMap(({ start, end }) => {
    const before = text.slice(at, start)
    at = end
    return [before, createElement('span', { class: 'person' }, text.slice(start, end))]
  })
  return [...pieces, text.slice(at)].filter(piece => piece !== '')
}

/** Children with each text among them put otherwise. */
function mapped(
  children: ComponentChildren,
  put: (text: string) => ComponentChild[] | string,
): ComponentChildren {
  if (typeof children === 'string') return put(children)
  return Array.isArray(children) ? children.map(child => mapped(child, put)) : children
}

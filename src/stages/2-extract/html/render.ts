import type { Span } from '../../../model/span.js'
import { attribute, type Element, inHtml, isElement, isText, type Node, type Parent } from './tree.js'

/** A block of rendered text and the element that it stands in. */
export interface RenderedBlock extends Span {
  readonly element: Element | null
  /** How many of its letters stand in links. */
  readonly linked: number
}

export interface Rendering {
  readonly body: string
  readonly blocks: readonly RenderedBlock[]
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Elements whose content a browser does not show as text of the page. */
const unseen = words(
  'head script style noscript template iframe object embed svg math canvas audio video select datalist textarea input noframes',
)

/** Elements that break the line before and after them. */
const breaking = words(
  'html body address article aside blockquote center details dialog dd div dl dt fieldset figcaption figure footer form ' +
    'frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p pre search section summary ' +
    'table caption colgroup tbody thead tfoot tr td th ul br',
)

/** One step of the walk: a node to enter, or an element to leave. */
type Step = { readonly enter: Node | Parent } | { readonly leave: Element }

/**
 * The text that a browser shows of a page, in document order: block elements and `<br>` break the line, runs of white
 * space fold to one space but in `<pre>`, and what is hidden or is no text is left out. One block a line of `body`.
 */
export function render(root: Parent): Rendering {
  const lines = new Lines()
  const blocks: Element[] = []
  let preformatted = 0
  let links = 0
  const steps: Step[] = [{ enter: root }]
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if ('leave' in step) {
      if (step.leave.tagName === 'a') links--
      else {
        if (step.leave.tagName === 'pre') preformatted--
        blocks.pop()
        lines.end()
      }
      continue
    }
    const node = step.enter
    if (isText(node))
      lines.add(node.value, blocks.at(-1) ?? null, { preformatted: preformatted > 0, linked: links > 0 })
    if (!('childNodes' in node)) continue
    if (isElement(node)) {
      if (isHidden(node)) continue
      if (breaking.has(node.tagName)) {
        lines.end()
        if (node.tagName === 'pre') preformatted++
        blocks.push(node)
        steps.push({ leave: node })
      } else if (node.tagName === 'a') {
        links++
        steps.push({ leave: node })
      }
    }
    for (let i = node.childNodes.length - 1; i >= 0; i--) steps.push({ enter: node.childNodes[i] as Node })
  }
  lines.end()
  return lines.rendering()
}

function isHidden(element: Element): boolean {
  if (!inHtml(element) || unseen.has(element.tagName)) return true
  if (element.attrs.length === 0) return false
  const style = attribute(element, 'style')
  return (
    attribute(element, 'hidden') !== null ||
    (style !== null && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style))
  )
}

/** Builds the body line by line. */
class Lines {
  readonly #body: string[] = []
  readonly #blocks: RenderedBlock[] = []
  #length = 0
  #line = ''
  #linked = 0
  #element: Element | null = null

  add(
    text: string,
    element: Element | null,
    { preformatted, linked }: { preformatted: boolean; linked: boolean },
  ): void {
    const folded = preformatted ? text.replace(/\r\n?/g, '\n') : text.replace(/[ \t\n\f\r]+/g, ' ')
    this.#line += this.#line.endsWith(' ') && !preformatted ? folded.replace(/^ /, '') : folded
    if (linked) this.#linked += folded.length
    this.#element ??= element
  }

  end(): void {
    const text = this.#line.trim()
    if (text !== '') {
      this.#blocks.push({
        start: this.#length,
        end: this.#length + text.length,
        element: this.#element,
        linked: this.#linked,
      })
      this.#body.push(text)
      this.#length += text.length + 1
    }
    this.#line = ''
    this.#linked = 0
    this.#element = null
  }

  rendering(): Rendering {
    return { body: this.#body.join('\n'), blocks: this.#blocks }
  }
}

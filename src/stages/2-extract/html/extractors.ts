import { Readability } from '@mozilla/readability'
import DefuddleExport from 'defuddle'
import { parseHTML } from 'linkedom'
import { render } from './render.js'
import { isElement, isText, type Node, type Parent, parsePart } from './tree.js'

// Its types promise a `default` on the export; its bundle exports the class itself.
const Defuddle = DefuddleExport as unknown as typeof DefuddleExport.default

/** Defuddle wants a URL; one of no site keeps its rules for single sites out. */
const nowhere = 'https://page.invalid/'

/**
 * What the extractors can take in a second or two: they slow down with depth and with nodes. News pages have 10 to 60
 * levels and 1,000 to 10,000 nodes; an escaped character counts as a node because re-parsing makes it one.
 */
const mostNodes = 60_000
const deepest = 200

/** What one extractor takes for the article: its blocks, or the error that it ended in. */
export type Extract = { readonly blocks: readonly string[] } | { readonly error: string }

type Document = ReturnType<typeof parseHTML>['document']

/**
 * Asks both extractors for the article of a page. They work on copies without scripts, run nothing, fetch nothing,
 * and only their text is used: to find it again in the body.
 */
export function askExtractors(page: Parent): { readability: Extract; defuddle: Extract } {
  return {
    readability: attempt(() => new Readability(copyOf(page)).parse()?.content ?? ''),
    defuddle: attempt(() => new Defuddle(copyOf(page), { useAsync: false, url: nowhere }).parse().content),
  }
}

function attempt(extract: () => string): Extract {
  try {
    const { body, blocks } = render(parsePart(extract()))
    return { blocks: blocks.map(({ start, end }) => body.slice(start, end)) }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

/** Left out of the copies: with no JSON-LD in it, Defuddle has nothing to complain of on the console. */
const leftOut: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
])

/**
 * The page as the DOM that the extractors want, which they change as they work.
 * @throws RangeError where it is too much for them.
 */
function copyOf(page: Parent): Document {
  const { document } = parseHTML('<!doctype html><html></html>')
  const root = document.documentElement
  const waiting: { node: Node; under: typeof root; depth: number }[] = []
  const enter = (parent: Parent, under: typeof root, depth: number): void => {
    for (let i = parent.childNodes.length - 1; i >= 0; i--) {
      const node = parent.childNodes[i]
      if (node) waiting.push({ node, under, depth })
    }
  }
  let nodes = 0
  enter(page, root, 0)
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    const { node, under, depth } = step
    nodes += isText(node) ? 1 + (node.value.match(/[<>&\u00a0]/g)?.length ?? 0) : 1
    if (nodes > mostNodes) throw new RangeError(`the page has more than ${mostNodes} nodes`)
    if (depth > deepest) throw new RangeError(`its elements are nested more than ${deepest} deep`)
    if (isText(node)) under.appendChild(document.createTextNode(node.value))
    if (!isElement(node) || leftOut.has(node.tagName)) continue
    const element = node.tagName === 'html' ? root : document.createElement(node.tagName)
    for (const { name, value } of node.attrs) element.setAttribute(name, value)
    if (element !== root) under.appendChild(element)
    enter(node, element, depth + 1)
  }
  return document
}

import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parse, parseFragment } from 'parse5'
import { InputFault } from '../../../model/input-fault.js'

export type Element = DefaultTreeAdapterTypes.Element
export type Node = DefaultTreeAdapterTypes.ChildNode
export type Parent = DefaultTreeAdapterTypes.ParentNode

/** Browsers stop nesting at 512. Beyond this a page is broken or hostile, and parsing it takes quadratic time. */
const deepest = 1_000
const mostAttributes = 2_000

/**
 * Parses a page as a browser would, running nothing.
 * @throws InputFault where it is nested or attributed beyond all measure.
 */
export function parsePage(text: string, source: string): Parent {
  if (hasAttributeFlood(text)) throw hostile(source, `an element with more than ${mostAttributes} attributes`)
  let depth = 0
  const treeAdapter = {
    ...defaultTreeAdapter,
    onItemPush: (): void => {
      if (++depth > deepest) throw hostile(source, `elements nested more than ${deepest} deep`)
    },
    onItemPop: (): void => {
      depth--
    },
  }
  return parse(text, { treeAdapter })
}

/** Parses part of a page that was parsed before, so needs no guard. */
export const parsePart = (text: string): Parent => parseFragment(text)

export const isElement = (node: Node | Parent): node is Element => 'tagName' in node
export const isText = (node: Node | Parent): node is DefaultTreeAdapterTypes.TextNode =>
  node.nodeName === '#text'

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find(attr => attr.name === name)?.value ?? null
}

/** Every element under a node, in document order, without recursion. */
export function* elementsUnder(root: Parent): Generator<Element> {
  const waiting: (Node | Parent)[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isElement(node)) yield node
    if ('childNodes' in node)
      for (let i = node.childNodes.length - 1; i >= 0; i--) waiting.push(node.childNodes[i] as Node)
  }
}

/** The text within a node as it stands in the source. */
export function rawText(root: Parent): string {
  let text = ''
  const waiting: (Node | Parent)[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isText(node)) text += node.value
    if ('childNodes' in node)
      for (let i = node.childNodes.length - 1; i >= 0; i--) waiting.push(node.childNodes[i] as Node)
  }
  return text
}

export const inHtml = (element: Element): boolean => element.namespaceURI === html.NS.HTML

/** Looking an attribute up is linear in their number, so a parser is quadratic in it: count before parsing. */
function hasAttributeFlood(text: string): boolean {
  const tag = /<[a-z][^\s/>]*/giy
  const one = /[\s/]+[^\s/=>]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?/y
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    tag.lastIndex = at
    if (!tag.test(text)) continue
    one.lastIndex = tag.lastIndex
    at = tag.lastIndex - 1
    let count = 0
    while (one.test(text)) {
      at = one.lastIndex - 1
      if (++count > mostAttributes) return true
    }
  }
  return false
}

function hostile(source: string, what: string): InputFault {
  return new InputFault({
    code: 'hostile-html',
    source,
    message: `the page has ${what}`,
    help: 'Save the text of the page from a browser, and hand that in.',
  })
}

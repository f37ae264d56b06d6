import { attribute, type Element, elementsUnder, type Parent, rawText } from './tree.js'

/** What a page says of itself. */
export interface Metadata {
  readonly headline: string | null
  readonly outlet: string | null
  readonly author: string | null
  /** Publication dates as written, the most trusted first. */
  readonly dates: readonly string[]
}

/** More than any honest page has; the rest of a larger JSON-LD is not looked at. */
const mostNodes = 2_000

const dateNames = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'date_published',
  'publish-date',
  'publishdate',
  'pubdate',
  'dc.date.issued',
  'dc.date',
  'dcterms.created',
  'parsely-pub-date',
  'sailthru.date',
  'date',
]

/** Reads `<meta>`, JSON-LD, `<title>` and `<time pubdate>`. Text only: nothing in it is run. */
export function metadataOf(page: Parent): Metadata {
  const metas = new Map<string, string>()
  const items: Record<string, unknown>[] = []
  const times: string[] = []
  let title: string | null = null
  for (const element of elementsUnder(page)) {
    if (element.tagName === 'meta') keepMeta(element, metas)
    else if (element.tagName === 'title') title ??= clean(rawText(element))
    else if (element.tagName === 'script' && attribute(element, 'type')?.trim() === 'application/ld+json') {
      items.push(...jsonItems(rawText(element)))
    } else if (
      attribute(element, 'itemprop') === 'datePublished' ||
      (element.tagName === 'time' && attribute(element, 'pubdate') !== null)
    ) {
      times.push(attribute(element, 'datetime') ?? attribute(element, 'content') ?? rawText(element))
    }
  }
  const articles = items.filter(item => /Article|Report|Posting/.test(String(item['@type'])))
  const [article] = articles
  return {
    headline: metas.get('og:title') ?? nameOf(article?.headline) ?? metas.get('twitter:title') ?? title,
    outlet: metas.get('og:site_name') ?? nameOf(article?.publisher) ?? metas.get('application-name') ?? null,
    author: nameOf(article?.author) ?? metas.get('author') ?? null,
    dates: [
      ...articles.flatMap(({ datePublished }) => (typeof datePublished === 'string' ? [datePublished] : [])),
      ...dateNames.flatMap(name => metas.get(name) ?? []),
      ...times,
    ],
  }
}

function keepMeta(element: Element, metas: Map<string, string>): void {
  const name = (
    attribute(element, 'property') ??
    attribute(element, 'name') ??
    attribute(element, 'itemprop')
  )?.toLowerCase()
  const content = clean(attribute(element, 'content') ?? '')
  if (name !== undefined && content !== null && !metas.has(name)) metas.set(name, content)
}

const clean = (text: string): string | null => text.replace(/\s+/g, ' ').trim() || null

/** Every object of a JSON-LD text, outermost first; none where it is no JSON. */
function jsonItems(json: string): Record<string, unknown>[] {
  let waiting: unknown[]
  try {
    waiting = [JSON.parse(json)]
  } catch {
    return []
  }
  const items: Record<string, unknown>[] = []
  for (let i = 0; i < waiting.length && i < mostNodes; i++) {
    const value = waiting[i]
    if (typeof value !== 'object' || value === null) continue
    if (!Array.isArray(value)) items.push(value as Record<string, unknown>)
    waiting.push(...Object.values(value).slice(0, mostNodes))
  }
  return items
}

/** A name as JSON-LD writes it: a string, `{name}`, or a list of which the first counts. */
function nameOf(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value
  if (typeof first === 'string') return clean(first)
  if (typeof first !== 'object' || first === null || !('name' in first)) return null
  return typeof first.name === 'string' ? clean(first.name) : null
}

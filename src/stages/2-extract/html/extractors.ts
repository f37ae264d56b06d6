import { Readability } from '@mozilla/readability'
import DefuddleExport from 'defuddle'
import { parseHTML } from 'linkedom'
import { serialize } from 'parse5'
import { render } from './render.js'
import { type Parent, parsePart } from './tree.js'

/** What one extractor takes for the article: its blocks, or the error that it ended in. */
export type Extract = { readonly blocks: readonly string[] } | { readonly error: string }

// Its types promise a `default` on the export; its bundle exports the class itself.
const Defuddle = DefuddleExport as unknown as typeof DefuddleExport.default

/** Defuddle wants a URL; one of no site keeps its rules for single sites out. */
const nowhere = 'https://page.invalid/'

/**
 * Asks both extractors for the article of a page. They work on copies without scripts, run nothing, fetch nothing,
 * and only their text is used: to find it again in the body.
 */
export function askExtractors(page: Parent): { readability: Extract; defuddle: Extract } {
  const markup = serialize(page)
  return {
    readability: attempt(() => new Readability(copyOf(markup)).parse()?.content ?? ''),
    defuddle: attempt(() => new Defuddle(copyOf(markup), { useAsync: false, url: nowhere }).parse().content),
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

function copyOf(markup: string): ReturnType<typeof parseHTML>['document'] {
  const { document } = parseHTML(markup)
  // Without scripts there is no JSON-LD for Defuddle to complain of on the console; we read it ourselves.
  for (const script of document.querySelectorAll('script, style')) script.remove()
  return document
}

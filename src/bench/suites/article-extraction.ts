import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { InputFault } from '../../model/input-fault.js'
import type { Report } from '../../model/report.js'
import { takeSnapshot } from '../../stages/1-acquire/index.js'
import { extractReport } from '../../stages/2-extract/index.js'
import { jsonlFiles, readRows } from '../data.js'
import { type Measure, prfMeasure } from '../measure.js'
import { scorePages, shingleTally } from '../scorers/shingles.js'
import type { Tally } from '../scorers/tally.js'
import type { Suite } from '../suite.js'

const PageRow = z.object({ id: z.string(), url: z.string(), html: z.string(), articleBody: z.string() })
type PageRow = z.infer<typeof PageRow>

const anchor =
  'readability_js 94.7, trafilatura 95.8, rs_trafilatura 97.0 (the benchmark’s outputs, 181 pages)'

/** What of a report is the body of its article, as the benchmark means it: no headline, caption, byline or date. */
export function articleBodyOf({ body, regions }: Report): string {
  const prose = regions.filter(({ kind }) => kind === 'prose')
  return prose.map(({ span }) => body.slice(span.start, span.end)).join('\n')
}

export function scoreArticles(pages: readonly Tally[]): Measure[] {
  return [prfMeasure('shingle F1', scorePages(pages), pages.length, anchor)]
}

export const articleExtraction: Suite = {
  name: 'article_extraction',
  measures: 'the text of an article out of its page',
  files: data => jsonlFiles(data, 'article_extraction'),
  async run(file, bench) {
    const rows = readRows(file, PageRow).slice(0, bench.limit)
    const pages = rows.map((row, i) => {
      bench.progress(i, rows.length)
      return shingleTally(row.articleBody, articleOf(row, dirname(file.path), bench.note))
    })
    return scoreArticles(pages)
  },
}

function articleOf({ id, url, html }: PageRow, folder: string, note: (message: string) => void): string {
  const stored = readFileSync(join(folder, html))
  const snapshot = {
    bytes: html.endsWith('.gz') ? gunzipSync(stored) : stored,
    source: url,
    mediaType: 'text/html',
    charset: null,
    capturedAt: '1970-01-01T00:00:00Z',
    given: { name: id, published: null, outlet: null, headline: null },
  }
  try {
    return articleBodyOf(extractReport(takeSnapshot(snapshot)).value)
  } catch (error) {
    if (!(error instanceof InputFault)) throw error
    note(`${url}: ${error.message}`)
    return ''
  }
}

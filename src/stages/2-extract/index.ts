import type { Diagnostic, Noted } from '../../model/diagnostic.js'
import { InputFault } from '../../model/input-fault.js'
import type { Region, Report } from '../../model/report.js'
import type { Snapshot } from '../../model/snapshot.js'
import { reportId } from '../../text/ids.js'
import { datelinesOf } from './dateline.js'
import { decode } from './decode.js'
import { pageOfHtml } from './html/index.js'
import { warning } from './note.js'
import { pageOfRow, pageOfText, type SourcePage } from './page.js'
import { publicationOf } from './publication.js'
import { foldSpace, markBlocks } from './rules/index.js'

/** The longest body, in UTF-16 code units: about 400,000 words, ten times the longest report. */
export const maxBodyLength = 2_500_000

/**
 * Snapshot to Report: one frozen body with its parts marked in it. Nothing is cut from a plain text or a row; of a
 * page, the body is all that a browser shows of it, and the article is what is not marked as furniture.
 * @throws InputFault where there is no text, too much of it, or none that can be decoded.
 */
export function extractReport(snapshot: Snapshot): Noted<Report> {
  const { value: text, notes: onBytes } = decode(snapshot)
  const page = readPage(snapshot, text)
  const { body } = page
  if (body.trim() === '') throw empty(snapshot.source)
  if (body.length > maxBodyLength) throw tooLong(snapshot.source, body.length)

  const notes: Diagnostic[] = [...onBytes, ...page.notes]
  const regions = markRegions(page, notes)
  const marked = regions.find(({ kind }) => kind === 'headline')
  const { published, notes: onDate } = publicationOf(snapshot, page.dates, body, regions)
  const report: Report = {
    id: reportId(snapshot.id),
    snapshot: snapshot.id,
    name: snapshot.given.name,
    body,
    outlet: snapshot.given.outlet ?? page.outlet,
    headline: marked ? foldSpace(body.slice(marked.span.start, marked.span.end)) : page.headline,
    published,
    regions,
  }
  return { value: report, notes: [...notes, ...onDate] }
}

function readPage(snapshot: Snapshot, text: string): SourcePage {
  if (snapshot.mediaType === 'text/html') return pageOfHtml(text, snapshot)
  return snapshot.mediaType === 'application/json' ? pageOfRow(text, snapshot) : pageOfText(text, snapshot)
}

/** Every block lies in one region; a dateline lies within its paragraph, and stands after it in the list. */
function markRegions({ body, blocks, headline, author }: SourcePage, notes: Diagnostic[]): Region[] {
  const { marks, doubted } = markBlocks(
    blocks.map(block => ({ ...block, text: foldSpace(body.slice(block.start, block.end)) })),
    { headline, author },
  )
  if (doubted) {
    notes.push(
      warning(
        'mostly-furniture',
        'most of this text looks like menus, dates or names of authors; all of it is read as prose',
        'If it is a report, nothing need be done. If not, leave it out.',
      ),
    )
  }
  const regions = marks.map(({ kind, by }, i): Region => {
    const { start, end } = blocks[i] ?? { start: 0, end: 0 }
    return { kind, span: { start, end }, by }
  })
  const prose = regions.filter(({ kind }) => kind === 'prose').map(({ span }) => span)
  const datelines = new Map(datelinesOf(body, prose).map(region => [region.span.start, region]))
  return regions.flatMap(region => {
    const dateline = region.kind === 'prose' ? datelines.get(region.span.start) : undefined
    return dateline ? [region, dateline] : [region]
  })
}

function empty(source: string): InputFault {
  return new InputFault({
    code: 'empty-text',
    source,
    message: 'there is no text in it',
    help: 'Hand in a file that holds the text of a report.',
  })
}

function tooLong(source: string, length: number): InputFault {
  return new InputFault({
    code: 'too-large',
    source,
    message: `${length} characters are more than one report may have (${maxBodyLength})`,
    help: 'Split the text into its reports, one a file, or one a line as JSONL.',
  })
}

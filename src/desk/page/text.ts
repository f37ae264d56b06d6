import type { Report } from '../../model/report.js'
import { type Html, html, told } from './html.js'
import type { Note } from './notes.js'
import type { Say } from './say.js'

/** A report's text, paragraph by paragraph, with the words that carry values underlined and numbered where they end. */
export function textOf({ body, regions }: Pick<Report, 'body' | 'regions'>, notes: readonly Note[]): Html[] {
  return [...body.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index: start }) => {
    if (line.trim() === '') return []
    const end = start + line.length
    const kind = regions.findLast(({ span }) => span.start <= start && span.end >= end)?.kind ?? 'prose'
    return [html`<p class="${kind}" dir="auto">${pieces(body, start, end, notes)}</p>\n`]
  })
}

/** Stretches may cross: the line is cut wherever one begins or ends. */
function pieces(body: string, from: number, to: number, notes: readonly Note[]): Html[] {
  const here = notes.filter(({ start, end }) => start < to && end > from)
  const edges = here.flatMap(({ start, end }) => [start, end]).filter(at => at > from && at < to)
  const cuts = [...new Set([from, ...edges, to])].sort((a, b) => a - b)
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i] ?? from
    const words = body.slice(start, end)
    const isMarked = here.some(note => note.start <= start && note.end >= end)
    const ended = here.filter(note => note.end === end)
    return html`${isMarked ? html`<u>${words}</u>` : words}${ended.map(reference)}`
  })
}

const reference = ({ name }: Note): Html =>
  html`<sup><a id="at-${name}" href="#${name}" dir="ltr">${name}</a></sup>`

/** What each number stands for. */
export function notesList(say: Say, notes: readonly Note[]): Html {
  const items = notes.map(
    ({ name, exact, values }) =>
      html`<li id="${name}"><a href="#at-${name}" dir="ltr"><b>${name}</b></a> <q dir="auto">${exact}</q> ${values.map(
        ({ field, text }) =>
          html`<span class="value">${say(`field.${field}`)}${say('page.colon')}${text ? told(text) : say('value.untold')}</span> `,
      )}</li>\n`,
  )
  return html`<ol class="notes">${items}</ol>`
}

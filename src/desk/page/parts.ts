import type { RecordedEvent } from '../../model/recorded.js'
import type { Report } from '../../model/report.js'
import type { EventDetail } from '../api.js'
import { chainOf } from '../chain.js'
import { type Html, html, joined, told } from './html.js'
import { sourceName } from './matrix.js'
import type { Note } from './notes.js'
import { instant, type Say } from './say.js'
import { notesList, textOf } from './text.js'

type Capture = EventDetail['tellings'][number]['capture']

/** A report's text with its numbered notes, and where it came from. */
export function reportText(
  say: Say,
  heading: 'h2' | 'h3',
  letter: string,
  report: Report,
  capture: Capture,
  notes: readonly Note[],
): Html {
  const { headline, published } = report
  return html`<section class="report" aria-labelledby="text-${letter}">
<${heading} id="text-${letter}">${say('page.text', { letter })} · ${told(sourceName({ report }))}${headline && html`, <q dir="auto">${headline}</q>`}</${heading}>
<p class="about"><span>${published ? say('report.published', { date: told(published.edtf) }) : say('event.undated')}</span>${
    capture &&
    html`<span>${say('report.source', { source: told(sourceToSend(capture.source)), date: told(capture.capturedAt.slice(0, 10)) })}</span>`
  }</p>
<div class="text">${textOf(report, notes)}</div>
${notesList(say, notes)}
</section>
`
}

/** Where a report came from. Of a file on a person’s own machine only its name: folders tell who that is, and lead nobody else to it. */
export function sourceToSend(source: string): string {
  const isElsewhere = /^(?!file:)[a-z][a-z\d+.-]+:\/\//i.test(source)
  return isElsewhere ? source : (source.split(/[\\/]/).at(-1) ?? source)
}

/** Who says what through whom, in one telling. */
export function chainList(say: Say, said: RecordedEvent['said']): Html {
  const ways = chainOf(said)
  if (ways.length === 0) return html`<p class="dim">${say('event.voices.none')}</p>`
  const items = ways.map(({ via, voices }) => {
    const spoken = voices.map(({ name, type, lines }) => {
      const says = lines.map(
        ({ stance, about, cue }) =>
          html`${say(`event.stance.${stance}`)} ${say(`event.about.${about}`)}${cue && html` (<q dir="auto">${cue}</q>)`}`,
      )
      return html`<li>${name === null ? say('event.unnamed') : told(name)}${type && html` <span class="dim">(${told(type)})</span>`}${say('page.colon')}${joined(says, '; ')}</li>`
    })
    return via === null
      ? spoken
      : html`<li>${say('event.voices.via', { via: told(via) })}<ul>${spoken}</ul></li>`
  })
  return html`<ul class="chain">${items}</ul>`
}

/** What the texts rest on, and how anybody can check that. */
export function custody(
  say: Say,
  id: string,
  reports: readonly (readonly [letter: string, report: Pick<Report, 'id' | 'snapshot' | 'name'>, Capture])[],
): Html {
  const rows = reports.map(
    ([letter, report, capture]) =>
      html`<dt>${say('page.text', { letter })}</dt><dd>${told(report.name)}${
        capture && html`, ${say('page.captured', { at: instant(capture.capturedAt) })}`
      }<br><code dir="ltr">${report.id}</code><br><code dir="ltr">sha256 ${report.snapshot.replace('snapshot:', '')}</code></dd>\n`,
  )
  const command = (line: string): Html => html`<code dir="ltr">${line}</code>`
  return html`<h2 id="check">${say('page.check')}</h2>
<p>${say('page.check.text', { command: command('sha256sum FILE'), verify: command('herodotus verify') })}</p>
<dl><dt>${say('page.id')}</dt><dd><code dir="ltr">${id}</code></dd>
${rows}</dl>
`
}

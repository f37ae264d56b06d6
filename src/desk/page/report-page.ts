import type { RecordedEvent } from '../../model/recorded.js'
import type { ReportDetail } from '../api.js'
import { undecidedList } from './decisions.js'
import { documentOf, type Made } from './document.js'
import { type Html, html, told } from './html.js'
import { standing, wordsOfValue } from './matrix.js'
import { type Note, notesOf } from './notes.js'
import { chainList, custody, reportText } from './parts.js'
import { type Say, sayIn } from './say.js'
import { valuesOf } from './values.js'

const letter = 'A'

/** A report with all events that it tells, as one HTML file to send. */
export function reportPage({ report, capture, events }: ReportDetail, made: Made): string {
  const say = sayIn(made.language)
  const notes = notesOf(letter, events)
  const { headline, name, outlet, published } = report
  const title = headline ?? name
  return documentOf(
    title,
    [
      html`<p class="eyebrow">${say('page.report')}</p>
<h1 dir="auto">${title}</h1>
<p class="about">${outlet && html`<span>${told(outlet)}</span>`}<span>${published ? say('report.published', { date: told(published.edtf) }) : say('event.undated')}</span></p>
${reportText(say, 'h2', letter, report, capture, notes)}
<h2 id="values">${say('page.values')}</h2>
${toldIn(say, events, notes)}
${custody(say, report.id, [[letter, report, capture]])}`,
    ],
    made,
  )
}

function toldIn(say: Say, events: readonly RecordedEvent[], notes: readonly Note[]): Html {
  if (events.length === 0) return html`<p class="dim">${say('report.nothing')}</p>`
  const own = events.map(event => ({ event, letter }))
  return html`${events.map(event => eventPart(say, event, notes))}
<h2>${say('page.undecided')}</h2>
${undecidedList(say, own)}`
}

/** An event’s values one by one, with the numbers of their words and what was decided, and who says so. */
function eventPart(say: Say, event: RecordedEvent, notes: readonly Note[]): Html {
  const rows = valuesOf(event)
    .filter(({ field }) => field !== 'said')
    .map(
      ({ field, path, text, recorded }) =>
        html`<dt>${say(`field.${field}`)}</dt><dd><b>${text ? told(text) : say('value.untold')}</b>${wordsOfValue(notes, event.id, path)}${standing(say, recorded)}</dd>\n`,
    )
  return html`<section class="told"><h3>${told(event.kind.value)} <q dir="auto">${event.triggers[0].exact}</q></h3>
<p class="dim"><code dir="ltr">${event.id}</code></p>
<dl>${rows}<dt>${say('field.said')}</dt><dd>${chainList(say, event.said)}</dd></dl></section>
`
}

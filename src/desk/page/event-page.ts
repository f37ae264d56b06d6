import type { Report } from '../../model/report.js'
import type { EventDetail, ReportDetail } from '../api.js'
import { documentOf, type Made } from './document.js'
import { type Html, html, joined, told } from './html.js'
import { matrixTable, type Source, sourceName } from './matrix.js'
import { letterOf, notesOf } from './notes.js'
import { chainList, custody, decisionsList, reportText } from './parts.js'

const standings = {
  recorded: null,
  removed: 'Reviewers took this event out of the record. It is shown as it last was.',
  older: 'Only an older reading of the report told this event. It is shown as it last was.',
} as const

/** An event with all its sources, as one HTML file to send. `reports`: those that tell it, with their texts. */
export function eventPage(detail: EventDetail, reports: readonly Report[], made: Made): string {
  const { id, mark, standing, matrix, policies, history, tellings } = detail
  const texts = inTime(reports).map((report, i) => {
    const own = tellings.filter(({ event }) => event.report === report.id)
    const letter = letterOf(i)
    const notes = notesOf(
      letter,
      own.map(({ event }) => event),
    )
    return { letter, report, capture: own[0]?.capture ?? null, notes, own }
  })
  const sources = texts.flatMap(({ letter, notes, own }) =>
    own.map(({ event, report }): Source => ({ event, report, letter, notes })),
  )
  const { kind, trigger, status, when, place, initiators, targets } = mark
  const where = place && (place.country ? `${place.name} (${place.country})` : place.name)
  const who = (some: readonly string[]) => (some.length > 0 ? joined(some.map(told)) : 'not told')
  return documentOf(
    `${kind}, ${when ?? 'undated'}${where ? `, ${where}` : ''}`,
    [
      html`<h1>${kind} <q>${told(trigger)}</q></h1>
<p class="about"><span>${status}</span><span>${when ?? 'no day is told'}</span>${where && html`<span>${told(where)}</span>`}<span>${who(initiators)} → ${who(targets)}</span><span><code>${id}</code></span></p>
${standings[standing] && html`<p class="standing">${standings[standing]}</p>`}
<h2>Who says what</h2>
${matrixTable(matrix, sources)}
${policyTable(policies)}
<h2>Who says so, through whom</h2>
${sources.map(source => html`<h3>${told(sourceName(source))} <span class="dim">${source.report.published?.edtf ?? ''}</span></h3>\n${chainList(source.event.said)}`)}
<h2>Decisions</h2>
${decisionsList(history)}
<h2>The texts</h2>
${texts.map(({ letter, report, capture, notes }) => reportText(letter, report, capture, notes))}
${custody(texts.map(({ letter, report, capture }) => [letter, report, capture] as const))}`,
    ],
    made,
  )
}

/** A report with all events that it tells, as one HTML file to send. */
export function reportPage({ report, capture, events }: ReportDetail, made: Made): string {
  const notes = notesOf('A', events)
  const { headline, name, outlet, published } = report
  const list = events.map(
    ({ id, kind, triggers, said }) =>
      html`<h3>${kind.value} <q>${told(triggers[0].exact)}</q> <code class="dim">${id}</code></h3>\n${chainList(said)}`,
  )
  return documentOf(
    headline ?? name,
    [
      html`<h1>${told(headline ?? name)}</h1>
<p class="about">${outlet && html`<span>${told(outlet)}</span>`}<span>published ${published?.edtf ?? '(not dated)'}</span><span><code>${report.id}</code></span></p>
${reportText('A', report, capture, notes)}
<h2>What is told in it, and who says so</h2>
${events.length === 0 ? html`<p class="dim">Nothing is recorded of this report.</p>` : list}
${custody([['A', report, capture]])}`,
    ],
    made,
  )
}

function inTime(reports: readonly Report[]): Report[] {
  const since = ({ published }: Report): string => published?.edtf ?? '~'
  return reports.toSorted((a, b) => (since(a) < since(b) ? -1 : since(a) > since(b) ? 1 : 0))
}

function policyTable(policies: EventDetail['policies']): Html | null {
  if (policies.length === 0) return null
  const rows = policies.flatMap(({ what, numbers }) =>
    numbers.map(
      ({ policy, low, best, high, sources }) =>
        html`<tr><td>${what}</td><td>${policy}</td><td class="estimate">${low} – <b>${best}</b> – ${high}</td><td>${joined(sources.map(told))}</td></tr>\n`,
    ),
  )
  return html`<h2>How many</h2>
<p class="dim">The record keeps every number. A policy makes one of them where one is asked for.</p>
<div class="wide"><table><thead><tr><th scope="col">harm</th><th scope="col">policy</th><th scope="col">low – best – high</th><th scope="col">from</th></tr></thead>\n<tbody>${rows}</tbody></table></div>`
}

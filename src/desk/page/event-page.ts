import type { Report } from '../../model/report.js'
import type { EventDetail } from '../api.js'
import { clashList } from './clashes.js'
import { decisionsList, undecidedList } from './decisions.js'
import { documentOf, type Made } from './document.js'
import { glance } from './glance.js'
import { type Html, html, told } from './html.js'
import { matrixTable, type Source, sourceName } from './matrix.js'
import { letterOf, notesOf } from './notes.js'
import { chainList, custody, reportText } from './parts.js'
import { listed, type Say, sayIn } from './say.js'

/** An event with all its sources, as one HTML file to send. `reports`: those that tell it, with their texts. */
export function eventPage(detail: EventDetail, reports: readonly Report[], made: Made): string {
  const { id, mark, standing, matrix, policies, history, tellings } = detail
  const say = sayIn(made.language)
  const texts = inTime(reports).map((report, i) => {
    const own = tellings.filter(({ event }) => event.report === report.id)
    const letter = letterOf(i)
    const notes = notesOf(
      letter,
      own.map(({ event }) => event),
    )
    return { letter, report, capture: own[0]?.capture ?? null, notes, own }
  })
  const sources = texts.flatMap(({ letter, report, notes, own }) =>
    own.map(({ event }): Source => ({ event, report, letter, notes })),
  )
  const { kind, trigger, when, place } = mark
  return documentOf(
    [kind, when, place?.name].filter(Boolean).join(', '),
    [
      html`<p class="eyebrow">${say('page.event')}</p>
<h1>${told(kind)} <q dir="auto">${trigger}</q></h1>
${standing === 'recorded' ? null : html`<p class="standing">${say(`event.${standing}`)}</p>`}
${glance(say, made.language, detail, sources)}
<h2 id="matrix">${say('event.matrix')}</h2>
${matrixHelp(say, sources)}
${matrixTable(say, matrix, sources)}
${clashList(say, matrix, sources)}
${policyTable(say, policies)}
<h2>${say('event.voices')}</h2>
${sources.map(source => html`<h3>${told(sourceName(source))} <span class="dim">${source.report.published?.edtf ?? ''}</span></h3>\n${chainList(say, source.event.said)}`)}
<h2 id="decisions">${say('event.history')}</h2>
${decisionsList(say, history)}
<h3>${say('page.undecided')}</h3>
${undecidedList(say, sources)}
<h2 id="texts">${say('page.texts')}</h2>
${texts.map(({ letter, report, capture, notes }) => reportText(say, 'h3', letter, report, capture, notes))}
${custody(
  say,
  id,
  texts.map(({ letter, report, capture }) => [letter, report, capture] as const),
)}`,
    ],
    made,
  )
}

/** What the small numbers are, by one that is there. */
function matrixHelp(say: Say, sources: readonly Source[]): Html | null {
  const [first] = sources.flatMap(({ notes }) => notes)
  if (!first) return null
  const example = html`<a href="#at-${first.name}" dir="ltr">${first.name}</a>`
  return html`<p class="dim">${say('page.inWords', { example })}</p>`
}

/** By publication, the undated last. */
function inTime(reports: readonly Report[]): Report[] {
  const since = ({ published }: Report): string => published?.edtf ?? '~'
  return reports.toSorted((a, b) => (since(a) < since(b) ? -1 : since(a) > since(b) ? 1 : 0))
}

function policyTable(say: Say, policies: EventDetail['policies']): Html | null {
  if (policies.length === 0) return null
  const rows = policies.flatMap(({ what, numbers }) =>
    numbers.map(
      ({ policy, low, best, high, sources }) =>
        html`<tr><td>${told(what)}</td><td>${told(policy)}</td><td class="estimate"><span dir="ltr">${low} – <b>${best}</b> – ${high}</span></td><td>${listed(say, sources.map(told))}</td></tr>\n`,
    ),
  )
  const heads = (['page.harm', 'page.policy', 'page.numbers', 'page.from'] as const).map(
    head => html`<th scope="col">${say(head)}</th>`,
  )
  return html`<h2 id="policy">${say('event.policy')}</h2>
<p class="dim">${say('event.policy.help')}</p>
<div class="wide" role="region" tabindex="0" aria-labelledby="policy"><table><thead><tr>${heads}</tr></thead>\n<tbody>${rows}</tbody></table></div>`
}

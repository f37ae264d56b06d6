import type { RecordedEvent } from '../../model/recorded.js'
import type { Report } from '../../model/report.js'
import type { EventDetail, HistoryEntry } from '../api.js'
import { chainOf } from '../chain.js'
import { type Html, html, told } from './html.js'
import type { Note } from './notes.js'
import { notesList, textOf } from './text.js'

type Capture = EventDetail['tellings'][number]['capture']

/** A report's text with its numbered notes, and where it came from. */
export function reportText(letter: string, report: Report, capture: Capture, notes: readonly Note[]): Html {
  const { outlet, name, headline, published } = report
  return html`<section class="report" aria-labelledby="text-${letter}">
<h3 id="text-${letter}">Text ${letter}: ${told(outlet ?? name)}${headline && html`, <q>${told(headline)}</q>`}</h3>
<p class="about"><span>published ${published?.edtf ?? '(not dated)'}</span>${
    capture && html`<span>came from ${told(capture.source)}, ${capture.capturedAt.slice(0, 10)}</span>`
  }</p>
<div class="text">${textOf(report, notes)}</div>
${notesList(notes)}
</section>
`
}

/** Who says what through whom, in one telling. */
export function chainList(said: RecordedEvent['said']): Html {
  const ways = chainOf(said)
  if (ways.length === 0) return html`<p class="dim">It says so itself and cites nobody.</p>`
  const items = ways.map(({ via, voices }) => {
    const spoken = voices.map(({ name, type, lines }) => {
      const says = lines.map(({ stance, about, cue }) => `${stance} ${about}${cue ? ` (“${cue}”)` : ''}`)
      return html`<li>${told(name ?? 'somebody not named')}${type && html` <span class="dim">(${type})</span>`}: ${told(says.join('; '))}</li>`
    })
    return via === null ? spoken : html`<li>through ${told(via)}<ul>${spoken}</ul></li>`
  })
  return html`<ul class="chain">${items}</ul>`
}

const did: Readonly<Record<HistoryEntry['decision']['kind'], string>> = {
  accept: 'accepted',
  reject: 'rejected',
  correct: 'corrected',
  add: 'added',
  merge: 'joined others to',
  split: 'split',
  note: 'noted on',
  undo: 'undid a decision on',
}

/** What people decided, in order. */
export function decisionsList(history: readonly HistoryEntry[]): Html {
  if (history.length === 0) return html`<p class="dim">Nobody has decided on it yet.</p>`
  const items = history.map(({ reviewer, at, blind, field, decision, text, note, undone, loose }) => {
    const tags = [
      undone && 'undone',
      blind && 'decided blind',
      loose && `bears on nothing told now: ${loose}`,
    ]
    const what = html`${did[decision.kind]} ${field ?? 'the event'} <span class="what">${told(text)}</span>`
    return html`<li${undone ? html` class="undone"` : null}><time datetime="${at}">${at.slice(0, 16).replace('T', ' ')} UTC</time> <b>${told(reviewer)}</b> ${what}${
      note && html` <q>${told(note)}</q>`
    }${tags.flatMap(tag => (tag ? html` <span class="dim">(${told(tag)})</span>` : []))}</li>\n`
  })
  return html`<ol class="decisions">${items}</ol>`
}

/** What the texts rest on, and how anybody can check that. */
export function custody(
  reports: readonly (readonly [letter: string, report: Pick<Report, 'snapshot' | 'name'>, Capture])[],
): Html {
  const rows = reports.map(
    ([letter, { snapshot, name }, capture]) =>
      html`<dt>Text ${letter}</dt><dd>${told(name)}${
        capture && html`, captured ${capture.capturedAt}`
      }<br><code>sha256 ${snapshot.replace('snapshot:', '')}</code></dd>\n`,
  )
  return html`<h2>How to check it</h2>
<p>Each text was read from bytes that are kept as they came. Whoever has those bytes gets the same digest: <code>sha256sum FILE</code>. Whoever has the record can check all of it, every text, quote and decision: <code>herodotus verify</code>. A digest says that nothing was changed since the capture; not that what is told is true.</p>
<dl>${rows}</dl>
`
}

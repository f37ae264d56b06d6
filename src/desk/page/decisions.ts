import { valueFields } from '../../model/recorded.js'
import type { HistoryEntry } from '../api.js'
import { type Html, html, joined, told } from './html.js'
import type { Source } from './matrix.js'
import { instant, type Say } from './say.js'
import { valuesOf } from './values.js'

/** What people decided, in order. */
export function decisionsList(say: Say, history: readonly HistoryEntry[]): Html {
  if (history.length === 0) return html`<p class="dim">${say('event.history.none')}</p>`
  const items = history.map(({ reviewer, at, blind, field, decision, text, note, undone, loose }) => {
    const tags = [
      ...(undone ? [say('event.undone')] : []),
      ...(blind ? [say('event.blind')] : []),
      ...(loose ? [say('event.loose', { because: told(loose) })] : []),
    ]
    const on = field ? say(`field.${field}`) : say('event.history.whole')
    const what = html`${say(`event.history.${decision.kind}`)} ${on} <span class="what">${told(text)}</span>`
    return html`<li${undone ? html` class="undone"` : null}>${instant(at)} <b>${told(reviewer)}</b> ${what}${
      note && html` <q dir="auto">${note}</q>`
    }${tags.map(tag => html` <span class="dim">(${tag})</span>`)}</li>\n`
  })
  return html`<ol class="decisions">${items}</ol>`
}

/** What no person has decided on: field by field, each value with the letters of the texts that give it. */
export function undecidedList(say: Say, sources: readonly Pick<Source, 'event' | 'letter'>[]): Html {
  const rows = valueFields.flatMap(field => {
    const letters = new Map<string, Set<string>>()
    for (const { event, letter } of sources) {
      for (const { text } of valuesOf(event).filter(one => one.field === field && !one.recorded.decided)) {
        letters.set(text, (letters.get(text) ?? new Set()).add(letter))
      }
    }
    if (letters.size === 0) return []
    const values = [...letters].map(
      ([text, of]) =>
        html`${text ? told(text) : say('value.untold')} <span class="dim" dir="ltr">${[...of].join(' ')}</span>`,
    )
    return [html`<dt>${say(`field.${field}`)}</dt><dd>${joined(values, ' · ')}</dd>\n`]
  })
  if (rows.length === 0) return html`<p class="dim">${say('page.undecided.none')}</p>`
  return html`<p class="dim">${say('page.undecided.help')}</p>\n<dl class="undecided">${rows}</dl>`
}

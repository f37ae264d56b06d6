import type { Recorded, RecordedEvent } from '../../model/recorded.js'
import type { Report } from '../../model/report.js'
import type { Account, MatrixRow } from '../api.js'
import { type Html, html, joined, told } from './html.js'
import { type Note, namesOf } from './notes.js'
import { listed, type Say } from './say.js'
import { valueAt } from './values.js'

/** A telling with the notes on its report's text. */
export interface Source {
  readonly event: RecordedEvent
  readonly report: Report
  readonly letter: string
  readonly notes: readonly Note[]
}

export const sourceName = ({ report }: { readonly report: Pick<Report, 'outlet' | 'name'> }): string =>
  report.outlet ?? report.name

const signs: Readonly<Record<MatrixRow['agreement'], string>> = {
  one: '·',
  agree: '=',
  differ: '≈',
  clash: '≠',
}

/** Of so many sources, a sheet of paper has no room for a column each. */
const mostColumns = 5

/** Fields by sources, each value with the numbers of its words in the texts below. Where there is no room, a card a field. */
export function matrixTable(say: Say, matrix: readonly MatrixRow[], sources: readonly Source[]): Html {
  const heads = sources.map(
    source =>
      html`<th scope="col">${told(sourceName(source))} <small>${source.report.published?.edtf ?? say('event.undated')} · <a href="#text-${source.letter}">${say('page.text', { letter: source.letter })}</a></small></th>`,
  )
  const rows = matrix.map(row => {
    const cells = sources.map(source => {
      const own = row.accounts.filter(({ event }) => event === source.event.id)
      const values =
        own.length === 0
          ? html`<span class="dim">${say('value.untold')}</span>`
          : [own.map(one => cell(say, one, source)), voices(say, own, source)]
      return html`<td${own.length === 0 ? html` class="untold"` : null}><span class="card-source">${told(sourceName(source))} <small>${source.report.published?.edtf ?? ''}</small></span>${values}</td>`
    })
    return html`<tr class="${row.agreement}"><th scope="row">${rowName(say, row)} <small class="agreement">${signs[row.agreement]} ${say(`event.agreement.${row.agreement}`)}</small></th>${cells}</tr>\n`
  })
  const crowded = sources.length > mostColumns ? ' crowded' : ''
  return html`<div class="wide" role="region" tabindex="0" aria-labelledby="matrix"><table class="matrix${crowded}"><thead><tr><th scope="col">${say('event.field')}</th>${heads}</tr></thead>\n<tbody>${rows}</tbody></table></div>`
}

/** A row in the reader's words: the field, and of harm what kind, as the codebook calls it. */
export const rowName = (say: Say, { field, what }: Pick<MatrixRow, 'field' | 'what'>): Html =>
  html`${say(`field.${field}`)}${what && html` ${told(what)}`}`

/** The numbers of a value's words, each leading to them. */
export function wordsOfValue(notes: readonly Note[], event: string, path: string): Html | null {
  const numbers = namesOf(notes, event, path).map(name => html`<a href="#at-${name}">${name}</a>`)
  return numbers.length > 0 ? html`<sup dir="ltr">${joined(numbers)}</sup>` : null
}

const arrows = { up: '↑', down: '↓', same: '→' } as const

function cell(say: Say, { event, path, text, moved, before }: Account, { event: own, notes }: Source): Html {
  const recorded = valueAt(own, path)?.recorded
  return html`<div><b>${text ? told(text) : say('value.untold')}</b>${wordsOfValue(notes, event, path)}${
    moved && html`<small>${arrows[moved]} ${say(`event.${moved}`, { before: told(before ?? '') })}</small>`
  }${recorded ? standing(say, recorded) : null}</div>`
}

/** What people decided on a value. */
export function standing(
  say: Say,
  { decided, contested }: Pick<Recorded<unknown>, 'decided' | 'contested'>,
): Html | null {
  if (contested && contested.length > 0) return html`<small>⚡ ${say('decided.contested')}</small>`
  return decided && html`<small>✓ ${say(`decided.${decided.how}`)} · ${told(decided.reviewer)}</small>`
}

/** Who says so and who denies it; of all values of a field in one telling alike. */
export function voices(
  say: Say,
  [first]: readonly Pick<Account, 'holders' | 'denied'>[],
  source: Pick<Source, 'report'>,
): Html | null {
  if (!first) return null
  const { holders, denied } = first
  const isOwn = holders.length === 1 && holders[0] === sourceName(source)
  const list = (some: readonly string[]): Html =>
    listed(
      say,
      some.map(name => (name === 'unnamed' ? say('event.unnamed') : told(name))),
    )
  const says = isOwn ? say('event.own') : html`${say('event.says')}${say('page.colon')}${list(holders)}`
  return html`${holders.length > 0 ? html`<small>${says}</small>` : null}${
    denied.length > 0
      ? html`<small class="denied">✗ ${say('event.denies')}${say('page.colon')}${list(denied)}</small>`
      : null
  }`
}

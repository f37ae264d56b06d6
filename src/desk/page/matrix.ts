import type { RecordedEvent } from '../../model/recorded.js'
import type { Account, EventDetail, MatrixRow } from '../api.js'
import { type Html, html, joined, told } from './html.js'
import { type Note, namesOf } from './notes.js'

/** A telling with the notes on its report's text. */
export interface Source {
  readonly event: RecordedEvent
  readonly report: EventDetail['tellings'][number]['report']
  readonly letter: string
  readonly notes: readonly Note[]
}

export const sourceName = ({ report }: Pick<Source, 'report'>): string => report.outlet ?? report.name

const signs: Readonly<Record<MatrixRow['agreement'], string>> = {
  one: 'one source',
  agree: '= agree',
  differ: '≈ differ',
  clash: '≠ clash',
}

/** Fields by sources, each value with the numbers of its words in the texts below. */
export function matrixTable(matrix: readonly MatrixRow[], sources: readonly Source[]): Html {
  const heads = sources.map(
    source =>
      html`<th scope="col">${told(sourceName(source))} <small>${source.report.published?.edtf ?? 'not dated'} · text ${source.letter}</small></th>`,
  )
  const rows = matrix.map(row => {
    const { field, what, agreement, accounts } = row
    const cells = sources.map(source => {
      const own = accounts.filter(({ event }) => event === source.event.id)
      return html`<td>${own.length === 0 ? html`<span class="dim">not told</span>` : [own.map(one => cell(one, source)), voices(own, source)]}</td>`
    })
    return html`<tr><th scope="row">${field}${what ? ` ${what}` : ''} <small class="${agreement}">${signs[agreement]}</small></th>${cells}</tr>\n`
  })
  return html`<div class="wide"><table><thead><tr><th scope="col">field</th>${heads}</tr></thead>\n<tbody>${rows}</tbody></table></div>`
}

const moves = { up: '↑ up from', down: '↓ down from', same: '→ still' } as const

function cell({ event, path, text, moved, before }: Account, { event: own, notes }: Source): Html {
  const numbers = namesOf(notes, event, path).map(name => html`<a href="#at-${name}">${name}</a>`)
  const [field = '', at] = path.split('.')
  const held = new Map<string, unknown>(Object.entries(own)).get(field)
  const recorded = (Array.isArray(held) ? held[Number(at)] : held) as RecordedEvent['kind'] | undefined
  return html`<div><b>${told(text || 'not told')}</b>${numbers.length > 0 ? html`<sup>${joined(numbers)}</sup>` : null}${
    moved && html`<small>${moves[moved]} ${told(before ?? '')}</small>`
  }${recorded ? standing(recorded) : null}</div>`
}

function standing({ decided, contested }: Pick<RecordedEvent['kind'], 'decided' | 'contested'>): Html | null {
  if (contested && contested.length > 0) return html`<small>⚡ reviewers disagree</small>`
  return decided && html`<small>✓ ${decided.how} by ${told(decided.reviewer)}</small>`
}

/** Who says so and who denies it; of all values of a field in one telling alike. */
function voices([first]: readonly Account[], source: Source): Html | null {
  if (!first) return null
  const { holders, denied } = first
  const isOwn = holders.length === 1 && holders[0] === sourceName(source)
  const says = isOwn ? html`in its own voice` : html`says: ${joined(holders.map(told))}`
  return html`${holders.length > 0 ? html`<small>${says}</small>` : null}${
    denied.length > 0 ? html`<small class="denied">✗ denied by: ${joined(denied.map(told))}</small>` : null
  }`
}

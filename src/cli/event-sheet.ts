import type { Recorded, RecordedEvent } from '../model/recorded.js'
import type { Report } from '../model/report.js'
import type { Basis, Score, Sourced } from '../model/sourced.js'
import { actorText, chronicleEntry, harmText, placeText, type Shown, saidText } from './chronicle.js'
import { oneLine, type Style } from './terminal.js'

/** Writes every value of an event with the words that carry it, where they stand, and the rule that found it. */
export function eventSheet(event: Shown, report: Report, style: Style): string {
  const rows = [
    ...row('kind', [event.kind], String),
    ...row('status', [event.status], String),
    ...row(
      'when',
      event.when,
      ({ edtf, anchor }) => `${edtf ?? 'no value'}${anchor === 'none' ? '' : ` (reckoned from ${anchor})`}`,
    ),
    ...row('where', event.where, placeText),
    ...row('by', event.initiators, actor => `${actorText(actor)}, ${actor.type}`),
    ...row('to', event.targets, actor => `${actorText(actor)}, ${actor.type}`),
    ...row('means', event.means, oneLine),
    ...row('harm', event.harm, harmText),
    ...row('said', event.said, saidText),
  ]
  const values = rows.map(
    ({ field, value, quotes, rule }) =>
      `  ${field.padEnd(8)}${value}\n${quotes}\n          ${style.dim(rule)}\n`,
  )
  const triggers = `  ${'told by'.padEnd(8)}${event.triggers.map(quoteText).join('\n          ')}\n`
  const part = event.partOf ? `  part of ${event.partOf}\n` : ''
  const whole = 'formerly' in event ? decisionTexts(event) : []
  const decided = whole.length > 0 ? `  ${'event'.padEnd(8)}${whole.join('; ')}\n` : ''
  return [chronicleEntry(event, report, style).text, triggers, ...values, decided, part]
    .filter(Boolean)
    .join('\n')
}

function row<T>(field: string, values: readonly (Sourced<T> | Recorded<T>)[], text: (value: T) => string) {
  return values.map(({ value, basis, evidence, score, ...told }, i) => ({
    field: i === 0 ? field : '',
    value: text(value),
    quotes:
      (evidence ?? []).map(quote => `          ${quoteText(quote)}`).join('\n') || '          (no words)',
    rule: [basisText(basis, score), ...('decided' in told ? decisionTexts(told) : [])]
      .filter(Boolean)
      .join('; '),
  }))
}

/** What a person set is told by who did. */
const basisText = ({ kind, by }: Basis, score: Score): string =>
  kind === 'reviewed' ? '' : `${kind} by ${by}${score === null ? '' : `, score ${score.toFixed(2)}`}`

function decisionTexts({ decided, contested = [] }: Pick<RecordedEvent, 'decided' | 'contested'>): string[] {
  const told = decided
    ? [`${decided.how} by ${oneLine(decided.reviewer)} at ${decided.at}, ${decided.review}`]
    : []
  return contested.length > 0 ? [...told, `contested by ${contested.join(', ')}`] : told
}

const quoteText = ({ start, end, exact }: { start: number; end: number; exact: string }): string =>
  `“${oneLine(exact)}” ${start}–${end}`

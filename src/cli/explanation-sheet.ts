import type { Explanation, FieldExplanation } from '../explain/explanation.js'
import type { Event } from '../model/event.js'
import type { Quote } from '../model/span.js'
import { actorText, harmText, placeText, saidText } from './chronicle.js'
import { oneLine, type Style } from './terminal.js'

/** Writes an explanation: for each field its value, words and rule, the steps to it, what lost, and what would change it. */
export function explanationSheet({ fields }: Explanation, event: Event, style: Style): string {
  return fields.map(field => fieldSheet(field, event, style)).join('\n')
}

function fieldSheet(field: FieldExplanation, event: Event, style: Style): string {
  const { by, score, words, reasons, lost, change } = field
  const rule = ruleTeller()
  const isTold = by !== null || field.means === null
  const rows: (readonly [string, string])[] = [
    ['words', words.map(quoteText).join(', ')],
    ['by', by === null && score === null ? '' : rule(field)],
    ...reasons.map(one => ['because', withRule(one, by, style, rule)] as const),
    ...lost.map(one => ['lost', lostText(one, style)] as const),
    ['change', oneLine(change)],
  ]
  const told = rows.filter(([, text]) => text !== '')
  const lines = told.map(([name, text], i) => {
    const label = told[i - 1]?.[0] === name ? '' : name
    return `  ${label.padEnd(9)}${text}`
  })
  const why = isTold ? '' : style.dim(` (${field.means})`)
  return `${style.bold(field.field)}  ${valueText(field, event)}${why}\n${lines.join('\n')}\n`
}

type Decided = Pick<FieldExplanation, 'by' | 'means' | 'score'>

/** Writes rules with their scores; what a rule means is told once a field. */
function ruleTeller(): (one: Decided) => string {
  const told = new Set<string>()
  return ({ by, means, score }) => {
    const isNew = by === null || !told.has(by)
    if (by !== null) told.add(by)
    return [by && oneLine(by), score === null ? null : `score ${score.toFixed(2)}`, isNew ? means : null]
      .filter(Boolean)
      .join(' · ')
  }
}

/** A step with its rule, where that is another than the field's own. */
function withRule(
  one: FieldExplanation['reasons'][number],
  own: string | null,
  style: Style,
  rule: (one: Decided) => string,
): string {
  const by = one.by === own ? '' : rule(one)
  return oneLine(one.says) + (by ? style.dim(` (${by})`) : '')
}

function lostText({ value, why, by, score, words }: FieldExplanation['lost'][number], style: Style): string {
  const at = words.length > 0 && words[0]?.exact === value ? quoteText(words[0]) : oneLine(value)
  // What a row lacked is told in `why` already.
  const how = [
    by && oneLine(by.replace(/(?<=:unmet)\/.*/, '')),
    score === null ? null : `score ${score.toFixed(2)}`,
  ]
    .filter(Boolean)
    .join(', ')
  return `${at}: ${oneLine(why)}${how ? style.dim(` (${how})`) : ''}`
}

function valueText({ field, value }: FieldExplanation, event: Event): string {
  const [name, nth = '0'] = field.split('.')
  const i = Number(nth)
  if (value === null) return 'not told'
  if (typeof value === 'string') return oneLine(value)
  switch (name) {
    case 'when':
      return event.when[i]?.value.edtf ?? 'no value'
    case 'where':
      return text(event.where[i]?.value, placeText)
    case 'initiators':
      return text(event.initiators[i]?.value, one => `${actorText(one)}, ${one.type}`)
    case 'targets':
      return text(event.targets[i]?.value, one => `${actorText(one)}, ${one.type}`)
    case 'harm':
      return text(event.harm[i]?.value, harmText)
    case 'said':
      return text(event.said[i]?.value, saidText)
    default:
      return event.triggers.map(({ exact }) => oneLine(exact)).join(', ')
  }
}

const text = <T>(value: T | undefined, write: (value: T) => string): string =>
  value === undefined ? '' : write(value)

const quoteText = ({ start, end, exact }: Quote): string => `“${oneLine(exact)}” ${start}–${end}`

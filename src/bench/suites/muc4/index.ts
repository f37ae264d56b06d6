import { z } from 'zod'
import { f1Measure, type Measure, noMeasure, prfMeasure } from '../../measure.js'
import {
  actual,
  addColumns,
  type Columns,
  type Outcome,
  possible,
  type SlotColumns,
  scoresOf,
  scoreTemplates,
  sumOver,
} from '../../scorers/muc4/score.js'
import { slotNames } from '../../scorers/muc4/slots.js'
import { KeyTemplate } from '../../scorers/muc4/template.js'
import { textSuite } from '../../suite.js'
import { settingOf, templatesOf } from './templates.js'

export const Muc4Row = z.object({
  id: z.string(),
  text: z.string(),
  /** The day of the dateline. */
  dct: z.string().nullish(),
  templates: z.array(KeyTemplate),
})
export type Muc4Row = z.infer<typeof Muc4Row>

const best = 'best of 1992: GE 55.9, 57.2 (TST3, TST4)'

/** The rows of the official score report: all templates, matched only, the templates themselves, and slot by slot. */
export function scoreMuc4(items: readonly Outcome[]): Measure[] {
  const total = (parts: readonly (keyof Omit<Outcome, 'templates'>)[]): SlotColumns =>
    sumOver(items.flatMap(item => parts.map(part => item[part])))
  const over = (columns: SlotColumns): Columns => addColumns(...slotNames.map(slot => columns[slot]))
  const all = total(['matched', 'missed', 'extra'])
  const templates = addColumns(...items.map(item => item.templates))
  return [
    row('F(P&R), all templates', over(all), best),
    row('F(P&R), matched only', over(total(['matched']))),
    row('F(P&R), matched and missing', over(total(['matched', 'missed']))),
    f1Measure('templates F1', { tp: templates.correct, fp: templates.spurious, fn: templates.missing }),
    ...slotNames.map(slot => row(`F(P&R) ${slot.replaceAll('_', ' ')}`, all[slot])),
  ]
}

function row(metric: string, columns: Columns, anchor: string | null = null): Measure {
  const n = possible(columns)
  if (n === 0) return noMeasure(metric, 'no gold', n, anchor)
  if (actual(columns) === 0) return noMeasure(metric, 'not yet', n, anchor)
  return prfMeasure(metric, scoresOf(columns), n, anchor)
}

export const muc4 = textSuite({
  name: 'muc4',
  measures: 'templates of terrorist incidents: what, when, where, who, to whom, how sure, with what effect',
  row: Muc4Row,
  text: ({ id, text, dct }) => ({ name: id, text, published: dct ?? null }),
  answer: ({ templates, dct }, parts, { gazetteer }) =>
    scoreTemplates(templates, templatesOf(parts.events, settingOf(parts, dct ?? null, gazetteer))),
  score: scoreMuc4,
})

import { assign } from '../assignment.js'
import { f1Of, type Prf } from '../tally.js'
import { type Grade, gradeOf } from './compare.js'
import { mappingSlots, type Slot, slotNames } from './slots.js'
import type { Fill, KeyFill, KeyTemplate, Response } from './template.js'

/** The columns of a MUC-4 score report that the scores are made of. */
export interface Columns {
  readonly correct: number
  readonly partial: number
  readonly incorrect: number
  readonly spurious: number
  readonly missing: number
}

const nothing: Columns = { correct: 0, partial: 0, incorrect: 0, spurious: 0, missing: 0 }

export function addColumns(...all: readonly Columns[]): Columns {
  return all.reduce(
    (a, b) => ({
      correct: a.correct + b.correct,
      partial: a.partial + b.partial,
      incorrect: a.incorrect + b.incorrect,
      spurious: a.spurious + b.spurious,
      missing: a.missing + b.missing,
    }),
    nothing,
  )
}

/** How many fills the key asks for (POS), and how many were given (ACT). */
export const possible = (c: Columns): number => c.correct + c.partial + c.incorrect + c.missing
export const actual = (c: Columns): number => c.correct + c.partial + c.incorrect + c.spurious

/** Precision and recall, what is half right counting half, and F with both of one weight (P&R). */
export function scoresOf(columns: Columns): Prf {
  const right = columns.correct + columns.partial / 2
  const share = (of: number): number => (of > 0 ? right / of : 0)
  return f1Of(share(actual(columns)), share(possible(columns)))
}

export type SlotColumns = Readonly<Record<Slot, Columns>>

/** What comes of one text's templates. The rows of the score report add these up. */
export interface Outcome {
  readonly templates: Columns
  /** Of templates that were mapped to one another; of the key's that were not; of the response's that were not. */
  readonly matched: SlotColumns
  readonly missed: SlotColumns
  readonly extra: SlotColumns
}

export function eachSlot(of: (slot: Slot) => Columns): SlotColumns {
  return Object.fromEntries(slotNames.map(slot => [slot, of(slot)])) as unknown as SlotColumns
}

export const sumOver = (all: readonly SlotColumns[]): SlotColumns =>
  eachSlot(slot => addColumns(...all.map(columns => columns[slot])))

/** Maps the templates of a text to the key's one to one, so that most is right, and scores them slot by slot. */
export function scoreTemplates(key: readonly KeyTemplate[], response: readonly Response[]): Outcome {
  const compared = key.map(k => response.map(r => compare(k, r)))
  const pairs = assign(
    compared.map((row, i) =>
      row.map((columns, j) => {
        const [k, r] = [key[i], response[j]]
        if (!k || !r || !mayMap(columns)) return 0
        return 1 + right(addColumns(...slotNames.map(slot => columns[slot])))
      }),
    ),
  )
  const missed = key.filter((template, i) => !template.optional && !pairs.some(([row]) => row === i))
  const extra = response.filter((_, j) => !pairs.some(([, column]) => column === j))
  return {
    templates: { ...nothing, correct: pairs.length, missing: missed.length, spurious: extra.length },
    matched: sumOver(pairs.flatMap(([i, j]) => compared[i]?.[j] ?? [])),
    missed: sumOver(missed.map(template => compare(template, {}))),
    extra: sumOver(
      extra.map(template => eachSlot(slot => ({ ...nothing, spurious: template[slot]?.length ?? 0 }))),
    ),
  }
}

const right = ({ correct, partial }: Columns): number => correct + partial / 2

/** The conditions for mapping a response to a template of the key (scoring guidelines, section 3.2.1). */
const mayMap = (columns: SlotColumns): boolean =>
  right(columns.incident_type) > 0 && mappingSlots.some(slot => right(columns[slot]) > 0)

function compare({ slots }: KeyTemplate, response: Response): SlotColumns {
  return eachSlot(slot => compareSlot(slot, slots[slot] ?? [], response[slot] ?? []))
}

/**
 * The fills of a slot, paired so that most is right. Those left over are incorrect as far as they have one on the other
 * side that must be filled; the rest are missing or spurious. Optional fills that are not given cost nothing.
 */
function compareSlot(slot: Slot, key: readonly KeyFill[], given: readonly Fill[]): Columns {
  const graded = key.map(k => given.map(fill => gradeOf(slot, k, fill)))
  // Any right fill outweighs the better grade of another.
  const worth: Readonly<Record<Grade, number>> = { COR: 2, PAR: 1, INC: 0 }
  const pairs = assign(graded.map(row => row.map(grade => worth[grade])))
  const count = (wanted: Grade): number => pairs.filter(([i, j]) => graded[i]?.[j] === wanted).length
  const left = key.filter((fill, i) => !fill.optional && !pairs.some(([row]) => row === i)).length
  const over = given.length - pairs.length
  const incorrect = Math.min(left, over)
  return {
    correct: count('COR'),
    partial: count('PAR'),
    incorrect,
    missing: left - incorrect,
    spurious: over - incorrect,
  }
}

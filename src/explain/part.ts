import type { FieldExplanation } from '../model/explanation.js'
import { cited, type Scene } from './scene.js'

/** The campaign that the event belongs to, if any. */
export function explainPart({ event, reading }: Scene): FieldExplanation {
  const whole = reading.events.find(({ id }) => id === event.partOf)
  return {
    field: 'partOf',
    value: event.partOf,
    words: whole?.triggers ?? [],
    by: null,
    means: whole ? null : 'no rule places it within another event of the report',
    score: null,
    reasons: [],
    lost: [],
    change: whole
      ? `It would stand alone if ${cited(whole.triggers[0])} were not told.`
      : 'It would be a part if the report told of a campaign that holds its time and place.',
  }
}

import type { FieldExplanation } from './explanation.js'
import { nothingTold } from './nothing.js'
import { competitors, type Scene, sources, tiesOf } from './scene.js'

/** The words that name each weapon, vehicle or instrument, and those that were tied to other events. */
export function explainMeans(scene: Scene): FieldExplanation[] {
  const { means } = scene.event
  const others = competitors(scene, 'means', { name: 'means', values: means })
  if (means.length === 0) {
    return [
      nothingTold(
        'means',
        'means',
        others,
        'It would have means if the report named some beside a word that tells it.',
      ),
    ]
  }
  return means.map((one, i) => ({
    field: `means.${i}`,
    value: one.value,
    ...sources(scene, one),
    reasons: tiesOf(scene, one, 'means'),
    lost: i === 0 ? others : [],
    change: `Only other words than “${one.evidence[0].exact}”, or another tie of them, would change it.`,
  }))
}

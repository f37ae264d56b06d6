import type { Event } from '../model/event.js'
import type { Reading } from '../model/reading.js'
import type { RecordedEvent } from '../model/recorded.js'
import { explainActors } from './actors.js'
import type { Explanation, FieldExplanation } from './explanation.js'
import { explainHarm } from './harm.js'
import { explainKind } from './kind.js'
import { explainMeans } from './means.js'
import { explainTriggers } from './occurrence.js'
import { explainPart } from './part.js'
import { explainSaid } from './said.js'
import { type MeaningOf, type Scene, sceneOf } from './scene.js'
import { explainStatus } from './status.js'
import { explainWhen } from './when.js'
import { explainWhere } from './where.js'

export { Explanation, FieldExplanation } from './explanation.js'
export type { MeaningOf } from './scene.js'

const explainers: Readonly<Record<string, (scene: Scene) => readonly FieldExplanation[]>> = {
  triggers: scene => [explainTriggers(scene)],
  kind: scene => [explainKind(scene)],
  status: scene => [explainStatus(scene)],
  when: explainWhen,
  where: explainWhere,
  initiators: scene => explainActors(scene, 'initiators'),
  targets: scene => explainActors(scene, 'targets'),
  means: explainMeans,
  harm: explainHarm,
  said: explainSaid,
  partOf: scene => [explainPart(scene)],
}

/** The fields of an event that can be asked for: `kind`, `where`, `where.0`. */
export function fieldsOf(event: Event | RecordedEvent): string[] {
  return Object.keys(explainers).flatMap(name => {
    const values: unknown = event[name as keyof Event]
    const isList = Array.isArray(values) && name !== 'triggers'
    return isList ? [name, ...values.map((_, i) => `${name}.${i}`)] : [name]
  })
}

/**
 * Why an event is as it is: for each field the words, the rule or model, what lost and what would change it, from what its
 * reading keeps. `field` asks for one of `fieldsOf`; null for all.
 */
export function explain(
  reading: Reading,
  event: Event,
  field: string | null,
  meaningOf: MeaningOf,
): Explanation {
  const scene = sceneOf(reading, event, meaningOf)
  const [name, nth] = field?.split('.') ?? []
  const fields = Object.entries(explainers)
    .filter(([one]) => name === undefined || one === name)
    .flatMap(([, make]) => make(scene))
    .filter(one => nth === undefined || one.field === field)
  return { event: event.id, report: event.report, reading: reading.id, versions: reading.versions, fields }
}

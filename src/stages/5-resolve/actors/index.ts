import type { Noted } from '../../../model/diagnostic.js'
import type { Labels } from '../../../model/labels.js'
import type { Report } from '../../../model/report.js'
import type { Sourced } from '../../../model/sourced.js'
import type { ActorValue } from '../../../model/values.js'
import type { ActorRegistry, Gazetteer } from '../../../ports.js'

/** Gives each actor mention the fullest name that the report uses for it, and its type. */
export function resolveActors(
  _report: Report,
  _labels: Labels,
  _known: { readonly gazetteer: Gazetteer; readonly actors: ActorRegistry },
): Noted<ReadonlyMap<string, Sourced<ActorValue>>> {
  return { value: new Map(), notes: [] }
}

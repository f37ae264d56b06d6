import type { Noted } from '../../../model/diagnostic.js'
import type { Labels } from '../../../model/labels.js'
import type { Report } from '../../../model/report.js'
import type { Sourced } from '../../../model/sourced.js'
import type { PlaceValue } from '../../../model/values.js'
import type { Gazetteer } from '../../../ports.js'

/** Gives each place mention its place, or at least its country, or abstains. */
export function resolvePlaces(
  _report: Report,
  _labels: Labels,
  _gazetteer: Gazetteer,
): Noted<ReadonlyMap<string, Sourced<PlaceValue>>> {
  return { value: new Map(), notes: [] }
}

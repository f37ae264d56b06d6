import type { Noted } from '../../model/diagnostic.js'
import type { Labels } from '../../model/labels.js'
import type { Referents } from '../../model/referents.js'
import type { Report } from '../../model/report.js'
import type { Sentence } from '../../model/sentence.js'
import type { ActorRegistry, Gazetteer } from '../../ports.js'
import { resolveActors } from './actors/index.js'
import { resolveCounts } from './counts/index.js'
import { resolveHolders } from './holders/index.js'
import { resolvePlaces } from './places/index.js'
import { resolveTimes } from './times/index.js'

/** Gives each mention its value, or abstains and says why. */
export function resolveMentions(
  report: Report,
  sentences: readonly Sentence[],
  labels: Labels,
  known: { readonly gazetteer: Gazetteer; readonly actors: ActorRegistry },
): Noted<Referents> {
  const times = resolveTimes(report, sentences, labels)
  const places = resolvePlaces(report, labels, known.gazetteer)
  const actors = resolveActors(report, labels, known, places.value)
  const counts = resolveCounts(report, labels)
  const holders = resolveHolders(report, labels, actors)
  const notes = [times, places, actors, counts, holders].flatMap(one => one.notes)
  const [time, place, actor] = [times.value, places.value, actors.value]
  return {
    value: { times: time, places: place, actors: actor, counts: counts.value, holders: holders.value },
    notes,
  }
}

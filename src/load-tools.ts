import { loadActors, loadGazetteer, type OwnPlaces } from './gazetteer/index.js'
import type { ActorRow } from './ports.js'
import type { Tools } from './read-report.js'
import { loadReader, type ReaderChoice } from './reader/index.js'
import { findCounts } from './stages/5-resolve/counts/index.js'
import { findTimes } from './stages/5-resolve/times/index.js'
import { programVersion } from './version.js'

/** What a user has added to what comes with the program, and which reader the user wants. */
export interface Own extends ReaderChoice {
  readonly actors?: readonly ActorRow[]
  readonly places?: OwnPlaces
}

export interface LoadedTools extends Tools {
  /** What the user is to be told once: that text leaves the machine, or that another reader than the best one reads. */
  readonly notes: readonly string[]
}

/**
 * Puts together what a reading needs, from what comes with the program and what the user has added.
 * @throws ReaderError where the reader that was asked for cannot be had.
 */
export async function loadTools(own: Own = {}): Promise<LoadedTools> {
  const gazetteer = loadGazetteer(own.places)
  const actors = loadActors(own.actors)
  const { reader, notes } = await loadReader(own, { gazetteer, actors, findTimes, findCounts })
  const versions = {
    code: programVersion,
    reader: reader.version,
    gazetteer: gazetteer.version,
    actors: actors.version,
  }
  return { reader, gazetteer, actors, versions, notes }
}

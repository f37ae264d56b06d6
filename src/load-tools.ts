import { loadActors, loadGazetteer, type OwnPlaces } from './gazetteer/index.js'
import type { ActorRow } from './ports.js'
import type { Tools } from './read-report.js'
import { lexiconReader } from './reader/lexicon/index.js'
import { findCounts } from './stages/5-resolve/counts/index.js'
import { findTimes } from './stages/5-resolve/times/index.js'
import { programVersion } from './version.js'

/** What a user has added to what comes with the program. */
export interface Own {
  readonly actors?: readonly ActorRow[]
  readonly places?: OwnPlaces
}

/** Puts together what a reading needs, from what comes with the program and what the user has added. */
export function loadTools(own: Own = {}): Tools {
  const gazetteer = loadGazetteer(own.places)
  const actors = loadActors(own.actors)
  const reader = lexiconReader({ gazetteer, actors, findTimes, findCounts })
  const versions = {
    code: programVersion,
    reader: reader.version,
    gazetteer: gazetteer.version,
    actors: actors.version,
  }
  return { reader, gazetteer, actors, versions }
}

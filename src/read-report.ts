import type { Reading, Versions } from './model/reading.js'
import type { Capture, Snapshot } from './model/snapshot.js'
import type { ActorRegistry, Gazetteer, Reader } from './ports.js'
import { takeSnapshot } from './stages/1-acquire/index.js'
import { extractReport } from './stages/2-extract/index.js'
import { segmentReport } from './stages/3-segment/index.js'
import { labelReport } from './stages/4-read/index.js'
import { resolveMentions } from './stages/5-resolve/index.js'
import { formClaims } from './stages/6-claim/index.js'
import { assembleEvents, complaintsOf } from './stages/7-assemble/index.js'
import { readingId } from './text/ids.js'

/** What a reading needs from outside. */
export interface Tools {
  readonly reader: Reader
  readonly gazetteer: Gazetteer
  readonly actors: ActorRegistry
  readonly versions: Versions
}

/**
 * The core path: bytes to a Reading. Pure but for the reader.
 * @throws InputFault where the bytes hold no text that can be read.
 */
export async function readReport(
  capture: Capture,
  tools: Tools,
): Promise<{ snapshot: Snapshot; reading: Reading }> {
  const snapshot = takeSnapshot(capture)
  const { value: report, notes: onReport } = extractReport(snapshot)
  const sentences = segmentReport(report)
  const { value: labels, notes: onLabels } = await labelReport(report, sentences, tools.reader)
  const { value: referents, notes: onMentions } = resolveMentions(report, sentences, labels, tools)
  const claims = formClaims(report, labels, referents)
  const events = assembleEvents(report, claims, labels)
  const notes = [...onReport, ...onLabels, ...onMentions, ...complaintsOf(events, claims)]
  const { versions } = tools
  const id = readingId(report, versions)
  return { snapshot, reading: { id, versions, report, labels, claims, events, notes } }
}

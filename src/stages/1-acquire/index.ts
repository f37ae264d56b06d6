import type { Capture, Snapshot } from '../../model/snapshot.js'
import { snapshotId } from '../../text/ids.js'

/** Names a capture by its bytes. */
export function takeSnapshot(capture: Capture): Snapshot {
  return { ...capture, id: snapshotId(capture.bytes), mediaType: 'text/plain' }
}

import type { Capture, Report, Snapshot } from '../src/model/index.js'
import type { JobRequest } from '../src/ports.js'
import type { Tools } from '../src/read-report.js'
import { takeSnapshot } from '../src/stages/1-acquire/index.js'

/** Short, so that a worker that was killed is missed soon; whole seconds. */
export const lease = 2_000
export const pace = { beat: 200, idle: 50, patience: 200 }

/** What ends the process that reads it. */
export const deadly = 'earthquake'

/** Tools that find nothing, so that what is tried is the work itself; `look` is called with each report. */
export const idleTools = (look: (report: Report) => Promise<void>): Tools => ({
  reader: {
    version: 'idle',
    read: async report => {
      await look(report)
      return { triggers: [], mentions: [], roles: [], harms: [], attributions: [], same: [] }
    },
  },
  gazetteer: { version: '0', lookup: () => [], demonym: () => null, capital: () => null },
  actors: { version: '0', lookup: () => null, claimants: () => [] },
  versions: { code: '0', reader: 'idle', gazetteer: '0', actors: '0' },
})

const captured = (name: string, text: string): Capture => ({
  bytes: new TextEncoder().encode(text),
  source: `${name}.txt`,
  mediaType: 'text/plain',
  charset: null,
  capturedAt: '2031-03-05T10:00:00.000Z',
  given: { name, published: null, outlet: null, headline: null },
})

/** A report to be queued. */
export function report(name: string, text = `Nothing happened in ${name}.`): JobRequest {
  const snapshot: Snapshot = takeSnapshot(captured(name, text))
  return { snapshot, reader: null, readerUrl: null, versions: null }
}

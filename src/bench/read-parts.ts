import type { Event } from '../model/event.js'
import { InputFault } from '../model/input-fault.js'
import type { Labels } from '../model/labels.js'
import type { Referents } from '../model/referents.js'
import type { Report } from '../model/report.js'
import type { Sentence } from '../model/sentence.js'
import type { Capture } from '../model/snapshot.js'
import type { Tools } from '../read-report.js'
import { takeSnapshot } from '../stages/1-acquire/index.js'
import { extractReport } from '../stages/2-extract/index.js'
import { segmentReport } from '../stages/3-segment/index.js'
import { labelReport } from '../stages/4-read/index.js'
import { resolveMentions } from '../stages/5-resolve/index.js'
import { formClaims } from '../stages/6-claim/index.js'
import { assembleEvents } from '../stages/7-assemble/index.js'
import { reportId, snapshotId } from '../text/ids.js'

export const stageNames = ['acquire', 'extract', 'segment', 'read', 'resolve', 'claim', 'assemble'] as const
export type StageName = (typeof stageNames)[number]

/** What each stage of the core path made of a text, and how long it took, in milliseconds. */
export interface Parts {
  readonly report: Report
  readonly sentences: readonly Sentence[]
  readonly labels: Labels
  readonly referents: Referents
  readonly events: readonly Event[]
  readonly took: Readonly<Record<StageName, number>>
}

/** A text as the program is given it. */
export interface BenchText {
  readonly name: string
  readonly text: string
  /** EDTF, or null where the benchmark tells no date. */
  readonly published: string | null
  readonly outlet?: string | null
  readonly headline?: string | null
}

/** A text as a capture: a row of a reports file. */
export function captureOf({ name, text, published, outlet = null, headline = null }: BenchText): Capture {
  return {
    bytes: new TextEncoder().encode(JSON.stringify({ id: name, published, outlet, headline, text })),
    source: name,
    mediaType: 'application/json',
    charset: 'utf-8',
    capturedAt: '1970-01-01T00:00:00Z',
    given: { name, published, outlet, headline },
  }
}

/**
 * Reads a text stage by stage, as `readReport` does (a test holds the two together), and keeps what a benchmark of one
 * stage needs and a Reading leaves out.
 */
export async function readParts(text: BenchText, tools: Tools): Promise<Parts> {
  const times = [performance.now()]
  const timed = <T>(made: T): T => {
    times.push(performance.now())
    return made
  }
  const snapshot = timed(takeSnapshot(captureOf(text)))
  const { value: report } = timed(extractReport(snapshot))
  if (report.body !== text.text)
    throw new Error(`${text.name}: the body is not the text that the gold is about`)
  const sentences = timed(segmentReport(report))
  const { value: labels } = timed(await labelReport(report, sentences, tools.reader))
  const { value: referents } = timed(resolveMentions(report, sentences, labels, tools))
  const claims = timed(formClaims(report, labels, referents))
  const events = timed(assembleEvents(report, claims, labels))
  const spent = (stage: number): number => (times[stage + 1] ?? 0) - (times[stage] ?? 0)
  const took = {
    acquire: spent(0),
    extract: spent(1),
    segment: spent(2),
    read: spent(3),
    resolve: spent(4),
    claim: spent(5),
    assemble: spent(6),
  }
  return { report, sentences, labels, referents, events, took }
}

/** As `readParts`; a text that the program refuses is told of, and counts as read empty. */
export async function readOrNothing(
  text: BenchText,
  tools: Tools,
  note: (message: string) => void,
): Promise<Parts> {
  try {
    return await readParts(text, tools)
  } catch (fault) {
    if (!(fault instanceof InputFault)) throw fault
    note(`${text.name}: ${fault.message}`)
    return nothingRead(text)
  }
}

function nothingRead({ name, text, published }: BenchText): Parts {
  const snapshot = snapshotId(new TextEncoder().encode(text))
  return {
    report: {
      id: reportId(snapshot),
      snapshot,
      name,
      body: text,
      outlet: null,
      headline: null,
      published: published === null ? null : { edtf: published, basis: 'given', quote: null },
      regions: [],
    },
    sentences: [],
    labels: { triggers: [], mentions: [], roles: [], harms: [], attributions: [], same: [] },
    referents: {
      times: new Map(),
      places: new Map(),
      actors: new Map(),
      counts: new Map(),
      holders: new Map(),
    },
    events: [],
    took: { acquire: 0, extract: 0, segment: 0, read: 0, resolve: 0, claim: 0, assemble: 0 },
  }
}

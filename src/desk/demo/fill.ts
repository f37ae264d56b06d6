import { readFileSync } from 'node:fs'
import type { EventId } from '../../model/event.js'
import type { RecordedEvent } from '../../model/recorded.js'
import type { Report } from '../../model/report.js'
import { type Store, tellingsOf } from '../../ports.js'
import { readReport, type Tools } from '../../read-report.js'
import { takeDecision } from '../../review/index.js'
import { joins, type Told } from './joins.js'

interface DemoReport {
  readonly name: string
  readonly published: string
  readonly outlet: string
  readonly headline: string
  readonly text: string
}

/** Who joined the demo's events. They do it when the demo is filled: whoever decides after that has the last word. */
const editor = { reviewer: 'Demo editor', blind: false }

/**
 * Reads the demo’s reports into a record (invented, by the project, dated in the future) and joins what tells of one occurrence, as
 * a reviewer would. Returns the occurrence that shows most: the first that could be joined.
 */
export async function fillDemo(
  store: Store,
  tools: Tools,
  told: (done: number, of: number) => void,
): Promise<EventId | null> {
  const reports = JSON.parse(
    readFileSync(new URL('./reports.json', import.meta.url), 'utf8'),
  ) as readonly DemoReport[]
  for (const [i, { name, published, outlet, headline, text }] of reports.entries()) {
    told(i, reports.length)
    const capture = {
      bytes: new TextEncoder().encode(text),
      source: `the demo’s ${name}`,
      mediaType: 'text/plain',
      charset: 'utf-8',
      capturedAt: `${published}T18:00:00Z`,
      given: { name, published, outlet, headline },
    }
    const { snapshot, reading } = await readReport(capture, tools)
    await store.save(snapshot, reading)
  }
  const occurrences: (EventId | null)[] = []
  for (const [into, ...others] of joins) occurrences.push(await join(store, into, others))
  return occurrences.find(id => id !== null) ?? null
}

/** What no reader of this day tells is left out: another reader may see other events. */
async function join(store: Store, into: Told, others: readonly Told[]): Promise<EventId | null> {
  const first = await tellingOf(store, into)
  const rest = (await Promise.all(others.map(other => tellingOf(store, other)))).flatMap(one => one ?? [])
  if (!first || rest.length === 0) return null
  const bodies = new Map([first, ...rest].map(({ report }) => [report.id, report.body]))
  const decision = { kind: 'merge', with: rest.map(({ event }) => event) } as const
  const note = 'joined for the demo'
  const { event: on } = first
  await store.appendReview(
    takeDecision({ ...editor, at: new Date().toISOString(), on, path: null, decision, note }, bodies),
  )
  return on.id
}

async function tellingOf(
  store: Store,
  [report, word]: Told,
): Promise<{ readonly event: RecordedEvent; readonly report: Report } | null> {
  for await (const stored of store.events({ report })) {
    const tellings = tellingsOf(stored).filter(telling => telling.report.name === report)
    const found = tellings.find(({ event }) => event.triggers.some(({ exact }) => exact === word))
    if (found) return found
  }
  return null
}

import type { Reading } from '../model/reading.js'
import type { IntegrityFault } from '../ports.js'
import { holds } from '../text/quote.js'
import { quotesIn } from './quotes.js'

/** What in a reading does not hold together: quotes and regions against the body, ids against what they name. */
export function* readingFaults(reading: Reading): Generator<IntegrityFault> {
  const { report, claims, events, labels, notes } = reading
  if (!report.body.isWellFormed()) {
    yield { id: report.id, message: 'its body has half a character (a lone surrogate) in it' }
  }
  for (const { kind, span } of report.regions) {
    if (span.start <= span.end && span.end <= report.body.length) continue
    yield { id: report.id, message: `a ${kind} region ${span.start}..${span.end} leaves the body` }
  }
  yield* quoteFaults(reading.id, { published: report.published, labels, notes }, report.body)
  for (const owner of [...claims, ...events]) {
    yield* quoteFaults(owner.id, owner, report.body)
    if (owner.report !== report.id) yield { id: owner.id, message: `it says that it is of ${owner.report}` }
  }
  yield* repeated(claims)
  yield* repeated(events)
  const known = new Set<string>([...claims, ...events].map(({ id }) => id))
  for (const event of events) {
    for (const id of event.partOf ? [...event.claims, event.partOf] : event.claims) {
      if (!known.has(id)) yield { id: event.id, message: `it names ${id}, which its reading does not have` }
    }
  }
}

/** Quotes within `part` that the body does not say, or that split a character. */
export function* quoteFaults(id: string, part: unknown, body: string): Generator<IntegrityFault> {
  for (const { path, quote } of quotesIn(part)) {
    if (holds(body, quote) && quote.exact.isWellFormed()) continue
    const { start, end, exact } = quote
    const found = JSON.stringify(body.slice(start, end))
    yield {
      id,
      message: `${path}: ${JSON.stringify(exact)} at ${start}..${end}, where the body has ${found}`,
    }
  }
}

function* repeated(named: readonly { readonly id: string }[]): Generator<IntegrityFault> {
  const seen = new Set<string>()
  for (const { id } of named) {
    if (seen.has(id)) yield { id, message: 'two things of one reading have this id' }
    seen.add(id)
  }
}

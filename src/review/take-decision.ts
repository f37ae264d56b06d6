import type { EventId } from '../model/event.js'
import { InputFault } from '../model/input-fault.js'
import { type RecordedEvent, type ReviewId, type ValueField, valueFields } from '../model/recorded.js'
import type { Report } from '../model/report.js'
import type { Decision, Review, SeenValue } from '../model/review.js'
import type { Evidence } from '../model/span.js'
import { EventKind, Status } from '../model/vocabulary.js'
import { eventId, reviewId } from '../text/ids.js'
import { inTextOrder } from '../text/quote.js'
import { completeValue, type Known } from './complete-value.js'
import { findWords, type Words } from './find-words.js'
import { isSingle } from './re-attach.js'
import { contextOf } from './relocate.js'
import { valueText } from './same-value.js'

/** What a reviewer asks for; words and values as a person gives them. */
export type AskedDecision =
  | { readonly kind: 'accept' | 'reject' | 'add' | 'note' }
  | {
      readonly kind: 'correct'
      readonly field: ValueField
      readonly value: unknown
      /** Null says that the report has no words for it. */
      readonly words: readonly Words[] | null
    }
  | { readonly kind: 'merge'; readonly with: readonly RecordedEvent[] }
  | { readonly kind: 'split'; readonly off: Extract<Decision, { kind: 'split' }>['off'] }
  | { readonly kind: 'undo'; readonly review: ReviewId }

/** A decision to be taken. */
export interface Asked {
  readonly reviewer: string
  /** ISO 8601 instant. */
  readonly at: string
  readonly blind: boolean
  /** The event as the reviewer sees it. */
  readonly on: RecordedEvent
  /** Which value of it: `kind`, `harm.0`; null for the event, or for a value that was missed. */
  readonly path: string | null
  readonly decision: AskedDecision
  readonly note: string
}

/**
 * The decision that a reviewer asks for, whole and valid. `bodies`: of the reports of all its events; `known`: what a value is
 * completed from.
 * @throws InputFault `no-reviewer`, `no-such-value`, `not-a-value`, `words-not-found`, `words-ambiguous` or `not-decidable`
 */
export function takeDecision(
  asked: Asked,
  bodies: ReadonlyMap<Report['id'], string>,
  known: Known = {},
): Review {
  const { reviewer, at, blind, on, path, note } = asked
  if (reviewer.trim() === '') {
    throw fault('no-reviewer', on.id, 'nobody is named who decides', 'give the reviewer’s name')
  }
  const value = path === null ? null : seenAt(on, path)
  const decision = decisionOf(asked, value, bodies.get(on.report) ?? '', known)
  const more = decision.kind === 'correct' ? (decision.to.evidence ?? []) : []
  const context = contextOf([on, ...(decision.kind === 'merge' ? decision.with : [])], bodies, more)
  const review = { reviewer, at, blind, report: on.report, event: on.id, on, context, value, decision, note }
  return { ...review, id: reviewId(review) }
}

/** The value at a place of an event. */
export function seenAt(on: RecordedEvent, path: string): SeenValue {
  const [name = '', nth = '0', ...more] = path.split('.')
  const field = valueFields.find(one => one === name)
  const told = field && more.length === 0 && /^\d+$/.test(nth) ? [on[field]].flat()[Number(nth)] : undefined
  if (field && told) return { field, value: told.value, evidence: told.evidence } as SeenValue
  const there = valueFields.flatMap(one =>
    [on[one]].flat().map(({ value }, i) => {
      const place = isSingle(one) ? one : `${one}.${i}`
      return `${place} (${valueText(one, value)})`
    }),
  )
  throw fault('no-such-value', path, `the event has no value ${path}`, `it has ${there.join('; ')}`)
}

/** An event that was missed, to be added: told by these words of a report. */
export function missedEvent(
  report: Report,
  kind: string,
  status: string,
  words: readonly Words[],
): RecordedEvent {
  const [first, ...rest] = wordsOf(report.body, words)
  const told = {
    basis: { kind: 'reviewed' as const, by: 'reviewer' },
    evidence: [first, ...rest] as const,
    score: null,
    decided: null,
  }
  const of = { when: [], where: [], initiators: [], targets: [], means: [], harm: [], said: [] }
  return {
    id: eventId(report.id, first),
    report: report.id,
    triggers: [first, ...rest],
    kind: { ...told, value: oneOf('kind', kind, EventKind.options) },
    status: { ...told, value: oneOf('status', status, Status.options) },
    ...of,
    claims: [],
    partOf: null,
    decided: null,
    formerly: [],
  }
}

function decisionOf(asked: Asked, value: SeenValue | null, body: string, known: Known): Decision {
  const { decision, on } = asked
  switch (decision.kind) {
    case 'correct':
      return { kind: 'correct', to: setValue(decision, value, body, known) }
    case 'reject':
      if (value?.field === 'kind' || value?.field === 'status') {
        throw fault(
          'not-decidable',
          on.id,
          `an event has a ${value.field}`,
          'correct it, or reject the event',
        )
      }
      return { kind: 'reject' }
    case 'merge':
      return { kind: 'merge', with: others(on, decision.with) }
    case 'split':
      if (decision.off.length === 0) {
        throw fault(
          'not-decidable',
          on.id,
          'nothing is named that is split off',
          'name events that were merged, or claims',
        )
      }
      return { kind: 'split', off: decision.off }
    default:
      return decision
  }
}

function setValue(
  { field, value, words }: Extract<AskedDecision, { kind: 'correct' }>,
  seen: SeenValue | null,
  body: string,
  known: Known,
): SeenValue {
  if (seen && seen.field !== field) {
    throw fault(
      'not-a-value',
      field,
      `a value of ${seen.field} cannot become one of ${field}`,
      'reject the one and add the other',
    )
  }
  const completed = completeValue(field, value, known)
  if ('complaint' in completed) {
    throw fault(
      'not-a-value',
      field,
      `no value of ${field}: ${completed.complaint}`,
      'docs/codebook.md says what each field holds',
      completed.part,
    )
  }
  return { field, value: completed.value, evidence: words === null ? null : wordsOf(body, words) }
}

function wordsOf(body: string, words: readonly Words[]): Evidence {
  const [first, ...rest] = inTextOrder(words.map(one => findWords(body, one)))
  if (first) return [first, ...rest]
  throw fault(
    'words-not-found',
    '',
    'no words are given',
    'give words of the report, or say that it has none',
    'words',
  )
}

function others(on: RecordedEvent, events: readonly RecordedEvent[]): RecordedEvent[] {
  const ids = new Set<EventId>([on.id])
  const named = events.filter(({ id }) => !ids.has(id) && ids.add(id))
  if (named.length > 0) return named
  throw fault('not-decidable', on.id, 'no other event is named that it is merged with', 'name one')
}

function oneOf<T extends string>(field: ValueField, given: string, options: readonly T[]): T {
  const found = options.find(option => option === given)
  if (found !== undefined) return found
  throw fault('not-a-value', field, `“${given}” is no ${field}`, `one of ${options.join(', ')}`, field)
}

function fault(
  code: string,
  source: string,
  message: string,
  help: string,
  part: string | null = null,
): InputFault {
  return new InputFault({ code, source, message, help, part })
}

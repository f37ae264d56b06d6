import type { Insertable } from 'kysely'
import type { Review } from '../model/review.js'
import { sha256 } from '../text/ids.js'
import type { Row, Tables } from './tables.js'

export function reviewRow(review: Review): Insertable<Tables['reviews']> {
  const { id, event, reviewer, at } = review
  const json = JSON.stringify(review)
  return { id, event, field: review.value?.field ?? null, reviewer, at, json, sha256: sha256(json) }
}

/** What a decision is about: the events that it names, and their reports. */
export function subjectRows(review: Review, seq: number): Row<'review_subjects'>[] {
  const { decision } = review
  const merged = decision.kind === 'merge' ? decision.with : []
  const subjects = [review.event, review.report, ...merged.flatMap(({ id, report }) => [id, report])]
  return [...new Set(subjects)].map(subject => ({ subject, review: seq }))
}

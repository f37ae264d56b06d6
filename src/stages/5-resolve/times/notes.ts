import type { Diagnostic } from '../../../model/diagnostic.js'
import type { Report } from '../../../model/report.js'
import type { Quote } from '../../../model/span.js'
import { edtfBounds } from '../../../text/edtf.js'
import type { TimeRead } from './read.js'

/** What a reader of the record should know of a time's value. */
export function notesOn({ quote, value, basis, tense, fault }: TimeRead, report: Report): Diagnostic[] {
  const said = JSON.stringify(quote.exact)
  if (fault === 'impossible') {
    return [
      {
        code: 'time-impossible-date',
        severity: 'warning',
        message: `${said} is in no calendar; it was given no value.`,
        at: quote,
        help: 'Look the date up in the source and correct the event by hand.',
      },
    ]
  }
  if (fault === 'unpublished') {
    return [
      {
        code: 'time-publication-unknown',
        severity: 'info',
        message: `${said} can be reckoned only from the day of publication, which is not known.`,
        at: quote,
        help: 'Read the report again with --published DATE.',
      },
    ]
  }
  const notes: Diagnostic[] = []
  if (basis.by === 'time:year-from-publication') {
    notes.push({
      code: 'time-year-implied',
      severity: 'info',
      message: `${said} names no year; ${value.edtf} was reckoned from the publication.`,
      at: quote,
      help: 'Check the year if the report tells of something long past.',
    })
  }
  const published = report.published ? edtfBounds(report.published.edtf).latest : null
  if (tense === 'past' && published && value.earliest && value.earliest > published) {
    notes.push({
      code: 'time-after-publication',
      severity: 'warning',
      message: `${said} lies after the publication (${report.published?.edtf}), yet is told as past.`,
      at: quote,
      help: 'Check the date of publication, and the date in the source.',
    })
  }
  return notes
}

export function noteNotUnderstood(quote: Quote): Diagnostic {
  return {
    code: 'time-not-understood',
    severity: 'info',
    message: `${JSON.stringify(quote.exact)} was taken for a time, but no rule reads it.`,
    at: quote,
    help: 'The quote is kept; set the time by hand if it has one.',
  }
}

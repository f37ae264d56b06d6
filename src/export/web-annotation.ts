import type { RecordedEvent, ValueField } from '../model/recorded.js'
import type { Report } from '../model/report.js'
import type { Quote } from '../model/span.js'
import type { Cell } from './cells.js'
import { webAnnotationChecker } from './check/web-annotation.js'
import { tellWordless } from './decisions.js'
import type { FileFormat, FormatSettings } from './format.js'
import {
  counter,
  type ExportSettings,
  permalink,
  type ToldReport,
  type ToldReports,
  type ToldValue,
  valuesOf,
} from './told.js'

/** The keys of an annotation. */
const webAnnotationCells = [
  { name: 'id', type: 'string', filled: 'always', from: 'where the value can be opened again' },
  { name: 'type', type: 'string', filled: 'always', from: 'Annotation' },
  {
    name: 'motivation',
    type: 'string',
    filled: 'always',
    from: 'classifying for kind, status and triggers; identifying for times, places and actors; describing for the rest',
  },
  {
    name: 'generator',
    type: 'object',
    filled: 'always',
    from: 'the program; the rule that gave the value is in the body',
  },
  {
    name: 'body',
    type: 'array',
    filled: 'always',
    from: 'the value in short as text, a tag with its field, and the value itself',
  },
  {
    name: 'target',
    type: 'array',
    filled: 'always',
    from: 'each of the words that carry the value, where they stand in the report',
  },
  {
    name: 'target.source',
    type: 'string',
    filled: 'always',
    from: 'URL of the capture, else id of the report',
  },
  { name: 'target.state.cached', type: 'string', filled: 'always', from: 'SHA-256 of the bytes' },
  { name: 'target.state.sourceDate', type: 'string', filled: 'told', from: 'when they were captured' },
  {
    name: 'target.selector',
    type: 'array',
    filled: 'always',
    from: 'TextQuoteSelector, with the words around it, and TextPositionSelector; without quotes the latter alone',
  },
  {
    name: 'target.textLength',
    type: 'integer',
    filled: 'always',
    from: 'length of the body in the same unit, so that a reader with another text can tell',
  },
  {
    name: 'creator',
    type: 'object',
    filled: 'told',
    from: 'the reviewer who set the value; of what was read there is none. Who accepted it is in the body, as `decided`',
  },
  {
    name: 'created',
    type: 'string',
    filled: 'told',
    from: 'when the reviewer set it; no time of export is written, so that the same record gives the same bytes',
  },
  {
    name: 'target.selector.refinedBy',
    type: 'object',
    filled: 'never',
    from: 'the body is one text, and no path into the page is kept',
  },
] as const satisfies readonly Cell[]

const motivations: Readonly<Record<ValueField, 'classifying' | 'identifying' | 'describing'>> = {
  kind: 'classifying',
  status: 'classifying',
  when: 'identifying',
  where: 'identifying',
  initiators: 'identifying',
  targets: 'identifying',
  means: 'describing',
  harm: 'describing',
  said: 'describing',
}

/** UTF-16 code units on either side of a quote. */
const around = 32

export const webAnnotation: FileFormat = {
  name: 'web-annotation',
  what: 'W3C Web Annotation (JSON-LD): each value as an annotation of the words that carry it',
  kind: 'file',
  extension: 'jsonld',
  page: 'docs/export/columns.md#web-annotation',
  cells: webAnnotationCells,
  policy: null,
  check: { rows: { key: 'items' }, marks: ['"AnnotationCollection"'], checker: webAnnotationChecker },
  write: (source, settings) => toWebAnnotations(source.reports(), settings),
}

/** The terms that the W3C model has no word for. */
const context = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    hdt: 'urn:herodotus:terms:',
    ...Object.fromEntries(
      'textLength unit event field data basis rule score decided how review reviewer at contested'
        .split(' ')
        .map(term => [term, `hdt:${term}`]),
    ),
  },
]

/**
 * A W3C AnnotationCollection with one page: an annotation, on a line of its own, for each value and each trigger of each event.
 * Positions count in the report's body as this program extracted it, not in the page's markup.
 */
async function* toWebAnnotations(reports: ToldReports, settings: FormatSettings): AsyncGenerator<string> {
  yield `{"@context":${JSON.stringify(context)},"type":"AnnotationCollection","generator":${JSON.stringify(software(settings.maker))},"first":{"type":"AnnotationPage","startIndex":0,"items":[\n`
  let total = 0
  for await (const told of reports) {
    for (const annotation of annotationsOf(told, settings)) {
      yield `${total++ === 0 ? '' : ',\n'}${JSON.stringify(annotation)}`
    }
  }
  yield `${total === 0 ? '' : '\n'}]},"total":${total}}\n`
}

type Reviewed = Pick<RecordedEvent, 'decided' | 'contested'>

const madeBy = ({ reviewer, at }: NonNullable<Reviewed['decided']>) => ({
  creator: { type: 'Person', name: reviewer },
  created: at,
})

const software = (name: string) => ({ type: 'Software', name })

function* annotationsOf(told: ToldReport, settings: FormatSettings): Generator<object> {
  const target = targeter(told, settings)
  for (const event of told.events) {
    const annotation = (
      motivation: string,
      value: { path: string; field: string; evidence: readonly [Quote, ...Quote[]] },
      body: { short: string | null; data: unknown; basis: string; rule: string; score: number | null },
      review: Reviewed,
    ): object => ({
      id: permalink(settings.permalink, event, { path: value.path, at: value.evidence[0] }),
      type: 'Annotation',
      motivation,
      ...(review.decided && body.basis === 'reviewed' && madeBy(review.decided)),
      body: [
        ...(body.short === null ? [] : [{ type: 'TextualBody', purpose: motivation, value: body.short }]),
        { type: 'TextualBody', purpose: 'tagging', value: value.field },
        {
          type: 'hdt:Value',
          event: event.id,
          field: value.path,
          ...body,
          short: undefined,
          ...(review.decided && { decided: review.decided }),
          ...(review.contested && { contested: review.contested }),
        },
      ],
      target: value.evidence.map(target),
    })
    const { basis, value: kind } = event.kind
    for (const [i, trigger] of event.triggers.entries()) {
      yield annotation(
        'classifying',
        { path: `trigger.${i}`, field: 'trigger', evidence: [trigger] },
        { short: kind, data: kind, basis: basis.kind, rule: basis.by, score: null },
        event,
      )
    }
    for (const value of valuesOf(event)) {
      const { evidence, basis, score } = value.told
      if (!evidence) {
        tellWordless(event, value, settings)
        continue
      }
      yield annotation(
        motivations[value.field],
        { path: value.path, field: value.field, evidence },
        {
          short: inShort(value),
          data: settings.quotes ? value.told.value : withoutWords(value),
          basis: basis.kind,
          rule: basis.by,
          score,
        },
        value.told,
      )
    }
  }
}

/** A value as a person would tag it; null where there is none to tell. */
function inShort(value: ToldValue): string | null {
  switch (value.field) {
    case 'kind':
    case 'status':
    case 'means':
      return value.told.value
    case 'when':
      return value.told.value.edtf
    case 'where':
    case 'initiators':
    case 'targets':
      return value.told.value.name
    case 'harm': {
      const { what, vague, low, high } = value.told.value
      return `${what} ${vague ?? `${low ?? ''}..${high ?? ''}`}`
    }
    case 'said': {
      const { holder, stance, about } = value.told.value
      return `${holder ?? 'unnamed'} ${stance} (${about})`
    }
  }
}

/** A value without the words of the report that only show it. */
function withoutWords(value: ToldValue): unknown {
  switch (value.field) {
    case 'when':
      return { ...value.told.value, from: undefined }
    case 'harm':
      return { ...value.told.value, partOf: undefined }
    case 'said':
      return { ...value.told.value, cue: null }
    default:
      return value.told.value
  }
}

/** Makes the function that writes where words stand in a report. */
function targeter(
  { report, capture }: ToldReport,
  { unit, quotes }: ExportSettings,
): (quote: Quote) => object {
  const { body, id, snapshot } = report
  const count = counter(body, unit)
  const source = capture && /^https?:/.test(capture.source) ? capture.source : `herodotus:${id}`
  const state = {
    type: 'TimeState',
    ...(capture && { sourceDate: capture.capturedAt }),
    cached: `urn:sha256:${snapshot.replace(/^snapshot:/, '')}`,
  }
  const fixed = { type: 'SpecificResource', source, state }
  const textLength = count(body.length)
  return quote => ({
    ...fixed,
    selector: [
      ...(quotes ? [quoteSelector(report, quote)] : []),
      { type: 'TextPositionSelector', start: count(quote.start), end: count(quote.end) },
    ],
    textLength,
    unit,
  })
}

/** The words with some on either side, of which none is half a character. */
function quoteSelector({ body }: Report, { start, end, exact }: Quote): object {
  const prefix = body.slice(Math.max(0, start - around), start).replace(/^[\udc00-\udfff]/, '')
  const suffix = body.slice(end, end + around).replace(/[\ud800-\udbff]$/, '')
  return { type: 'TextQuoteSelector', exact, prefix, suffix }
}

import { fault, idsOnce, quoted } from './cells.js'
import type { RowChecker, RowFault } from './row-checker.js'
import { at, boundFaults, isOffset, listOf, wordFaults } from './words.js'

/** The motivations of the W3C's vocabulary. */
const motivations =
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging'.split(
    ' ',
  )

/** Checks annotations by the W3C's model as far as the format uses it: ids, targets, selectors that agree with each other. */
export function webAnnotationChecker(): RowChecker {
  const once = idsOnce('id')
  let count = 0
  return {
    columns: () => [],
    row(annotation) {
      count++
      const { id, type, motivation, body, target } = annotation
      const targets = listOf(target)
      return [
        ...(typeof id === 'string' && id !== ''
          ? once(id)
          : [fault('id', 'the annotation has none', 'give it an IRI of its own')]),
        ...(type === 'Annotation'
          ? []
          : [fault('type', `${quoted(String(type))} is no Annotation`, 'write Annotation')]),
        ...(motivations.includes(String(motivation))
          ? []
          : [fault('motivation', 'it is none of the W3C’s', `give one of ${motivations.join(', ')}`)]),
        ...listOf(body).flatMap(bodyFaults),
        ...(targets.length > 0
          ? targets.flatMap(targetFaults)
          : [fault('target', 'the annotation is of nothing', 'give the words that it is of')]),
      ]
    },
    frame: frame => frameFaults(frame, count),
  }
}

/** A value's numbers. */
function bodyFaults(body: unknown): RowFault[] {
  const data = at(body, 'data')
  return boundFaults('body', at(data, 'low'), at(data, 'high'))
}

function targetFaults(target: unknown): RowFault[] {
  const selectors = listOf(at(target, 'selector'))
  const named = (type: string): unknown => selectors.find(selector => at(selector, 'type') === type)
  const position = named('TextPositionSelector')
  const [start, end] = [at(position, 'start'), at(position, 'end')]
  const quote = named('TextQuoteSelector')
  const length = at(target, 'textLength')
  const source = at(target, 'source')
  return [
    ...(typeof source === 'string' && source !== ''
      ? []
      : [fault('target.source', 'there is none', 'give the address or id of the text')]),
    ...(/^urn:sha256:[0-9a-f]{64}$/.test(String(at(at(target, 'state'), 'cached')))
      ? []
      : [fault('target.state', 'it names no bytes', 'give their SHA-256 as urn:sha256:…, under `cached`')]),
    ...wordFaults('target.selector', { start, end, exact: at(quote, 'exact') }, at(target, 'unit')),
    ...(isOffset(length) && isOffset(end) && end > length
      ? [
          fault(
            'target.selector',
            `the words end at ${end}, and the text is ${length} long`,
            'correct the offsets, or the length',
          ),
        ]
      : []),
    ...(isOffset(start) && String(at(quote, 'prefix') ?? '') !== '' && start === 0
      ? [fault('target.selector', 'words stand before the first', 'take the prefix out')]
      : []),
  ]
}

function frameFaults(frame: Readonly<Record<string, unknown>> | null, count: number): RowFault[] {
  const faults: RowFault[] = []
  if (frame?.type !== 'AnnotationCollection')
    faults.push(fault('type', 'the file is no AnnotationCollection', 'put the annotations into one'))
  const context = frame?.['@context']
  if (![context, ...listOf(context)].includes('http://www.w3.org/ns/anno.jsonld'))
    faults.push(
      fault('@context', 'it is not the W3C’s', 'give http://www.w3.org/ns/anno.jsonld, first in a list'),
    )
  if (frame?.total !== undefined && frame.total !== count)
    faults.push(
      fault(
        'total',
        `${String(frame.total)} are told, and there are ${count}`,
        'count the annotations again',
      ),
    )
  return faults
}

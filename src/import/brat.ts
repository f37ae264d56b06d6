import type { Evidence, Quote } from '../model/span.js'
import { EventKind, Status } from '../model/vocabulary.js'
import { type BratEvent, type BratLines, bratLines, type LineFault } from './brat-lines.js'
import { type BratValue, bratValues } from './brat-values.js'
import { type DraftEvent, evidenceOf, statedBy } from './reading.js'
import { fault, shown } from './rejection.js'
import type { PlacesNamed } from './table.js'

export const bratImport = { name: 'import:brat', version: 1 } as const

/** The argument of an event that each field is filled from, with the type of its words. */
const fields = {
  When: ['when', 'Time'],
  Where: ['where', 'Place'],
  Initiator: ['initiators', 'Actor'],
  Target: ['targets', 'Actor'],
  Means: ['means', 'Means'],
  Harm: ['harm', 'Harm'],
  Said: ['said', 'Holder'],
} as const
type Role = keyof typeof fields
const isRole = (role: string): role is Role => role in fields

/**
 * The events of an .ann file over its text. Lines that say what the codebook has no code for, and what rests on them, are left
 * out and told; the rest is taken.
 */
export function bratEvents(
  ann: string,
  body: string,
  places: PlacesNamed,
): { readonly events: readonly DraftEvent[]; readonly faults: readonly LineFault[] } {
  const lines = bratLines(ann, body)
  const faults: LineFault[] = [...lines.faults]
  const complain = (line: number, field: string | null, message: string, help: string): void => {
    faults.push({ ...fault(field, message, help), line })
  }
  const same = new Map(
    lines.relations.filter(({ type }) => type === 'Same').map(({ from, to }) => [from, to]),
  )
  const mains = lines.events.filter(({ id }) => !same.has(id))
  const drafts = mains.flatMap(event => {
    const draft = drafted(event, lines, same, places, complain)
    return draft ? [{ id: event.id, draft }] : []
  })
  const at = new Map(drafts.map(({ id }, i) => [id, i]))
  const wholes = new Map(
    lines.relations.flatMap(({ type, from, to }) => {
      const whole = type === 'PartOf' ? at.get(to) : undefined
      return whole === undefined ? [] : [[from, whole] as const]
    }),
  )
  const events = drafts.map(({ id, draft }) => ({ ...draft, partOf: wholes.get(id) ?? null }))
  return { events, faults: faults.sort((a, b) => a.line - b.line) }
}

type Complain = (line: number, field: string | null, message: string, help: string) => void

/** One event, or null where its kind or words cannot be taken. */
function drafted(
  event: BratEvent,
  lines: BratLines,
  same: ReadonlyMap<string, string>,
  places: PlacesNamed,
  complain: Complain,
): DraftEvent | null {
  const kind = EventKind.safeParse(event.type)
  const further = lines.events.filter(({ id }) => same.get(id) === event.id)
  const triggers = evidenceOf(
    [event, ...further].flatMap(({ trigger, line, id }) => {
      const words = lines.words.get(trigger)
      if (!words)
        complain(line, id, `there are no words ${shown(trigger)}`, 'mark the words that tell the event')
      return words?.quotes ?? []
    }),
  )
  if (!kind.success) {
    const help = `give one of ${EventKind.options.join(', ')}`
    complain(event.line, event.id, `the codebook has no kind ${shown(event.type)}`, help)
    return null
  }
  if (!triggers) return null
  const from = statedBy(bratImport.name)
  const told = valuesOf(event, lines, places, complain)
  return {
    triggers,
    kind: from(kind.data, triggers),
    status: from(statusOf(event, lines, complain), triggers),
    when: told.flatMap(one => (one.field === 'when' ? [from(one.value, one.evidence)] : [])),
    where: told.flatMap(one => (one.field === 'where' ? [from(one.value, one.evidence)] : [])),
    initiators: told.flatMap(one => (one.field === 'initiators' ? [from(one.value, one.evidence)] : [])),
    targets: told.flatMap(one => (one.field === 'targets' ? [from(one.value, one.evidence)] : [])),
    means: told.flatMap(one => (one.field === 'means' ? [from(one.value, one.evidence)] : [])),
    harm: told.flatMap(one => (one.field === 'harm' ? [from(one.value, one.evidence)] : [])),
    said: told.flatMap(one => (one.field === 'said' ? [from(one.value, one.evidence)] : [])),
    partOf: null,
  }
}

function statusOf(event: BratEvent, lines: BratLines, complain: Complain): Status {
  const given = lines.attributes.get(event.id)?.get('Status')
  const status = Status.safeParse(given?.value ?? 'asserted')
  if (status.success) return status.data
  const help = `it was taken as asserted; give one of ${Status.options.join(', ')}`
  complain(given?.line ?? event.line, event.id, `there is no status ${shown(given?.value)}`, help)
  return 'asserted'
}

/** The values of an event, each with the words that carry it. */
function valuesOf(
  event: BratEvent,
  lines: BratLines,
  places: PlacesNamed,
  complain: Complain,
): readonly (BratValue & { readonly evidence: Evidence })[] {
  const own = linesOf(event, lines)
  return event.arguments.flatMap(([role, id]) => {
    const words = lines.words.get(id)
    if (!isRole(role) || !words) {
      const message = words ? `an event has no role ${shown(role)}` : `there are no words ${shown(id)}`
      complain(
        event.line,
        event.id,
        message,
        `roles are ${Object.keys(fields).join(', ')}, each with its words`,
      )
      return []
    }
    const [field, type] = fields[role]
    if (words.type !== type) {
      complain(words.line, id, `${shown(words.type)} cannot be ${role}`, `give the words the type ${type}`)
      return []
    }
    const others = own.equal.filter(({ ids }) => ids.includes(id)).flatMap(({ ids }) => ids)
    const cues = own.relations.filter(one => one.type === 'Cue' && one.from === id).map(({ to }) => to)
    const quotesIn = (ids: readonly string[]): Quote[] =>
      [...new Set(ids)].flatMap(one => (one === id ? [] : (lines.words.get(one)?.quotes ?? [])))
    const cue = quotesIn(cues)
    const evidence = evidenceOf([...words.quotes, ...quotesIn(others), ...cue])
    const value = bratValues[field]({ id, words, lines, cue, places, complain })
    return value && evidence ? [{ ...value, evidence }] : []
  })
}

/**
 * The lines that say which words belong together, for one event. What this program exports repeats them before each event, and
 * the same words may carry another value in the next; anybody else's stand once for all.
 */
function linesOf(event: BratEvent, lines: BratLines): Pick<BratLines, 'equal' | 'relations'> {
  if (!lines.notes.get(event.id)?.event) return lines
  const before = Math.max(0, ...lines.events.map(({ line }) => line).filter(line => line < event.line))
  const isOwn = ({ line }: { readonly line: number }): boolean => line > before && line < event.line
  return { equal: lines.equal.filter(isOwn), relations: lines.relations.filter(isOwn) }
}

import { z } from 'zod'
import type { Quote } from '../model/span.js'
import {
  About,
  ActorType,
  Certainty,
  EventKind,
  HarmKind,
  PlaceLevel,
  Stance,
  Status,
} from '../model/vocabulary.js'
import { quoteFinder } from './coded-quotes.js'
import { type DraftEvent, evidenceOf, statedBy, timeValue } from './reading.js'
import { type Fault, fault, shown } from './rejection.js'

export const codingImport = { name: 'import:coding', version: 1 } as const

const Quotes = z.array(z.unknown()).min(1)
const words = z.string().min(1)
const Actor = z.strictObject({ name: words, type: ActorType, certainty: Certainty, quotes: Quotes })
const count = z.number().int().min(0).nullable().default(null)
const list = <T extends z.ZodType>(one: T) =>
  z
    .array(one)
    .nullish()
    .transform(all => all ?? [])

/** An event in the codebook's form (section 6). What need not be there may also be null, as `check-coding.py` has it. */
const CodedEvent = z.strictObject({
  id: words,
  kind: EventKind,
  trigger: Quotes,
  status: Status,
  when: z.strictObject({ edtf: words.nullable().default(null), quotes: Quotes }).nullish(),
  where: list(
    z.strictObject({
      name: words,
      country: z
        .string()
        .regex(/^[A-Z]{2}$/, 'a country is an alpha-2 code in capitals, or null')
        .nullable()
        .default(null),
      level: PlaceLevel,
      quotes: Quotes,
    }),
  ),
  initiators: list(Actor),
  targets: list(Actor),
  means: list(z.unknown()),
  harm: list(
    z
      .strictObject({
        what: HarmKind,
        low: count,
        high: count,
        vague: words.nullable().default(null),
        of: z.string().nullable().default(null),
        quotes: Quotes,
      })
      .refine(({ low, high }) => low === null || high === null || low <= high, 'low is more than high')
      .refine(
        ({ low, high, vague }) => low !== null || high !== null || vague !== null,
        'there is neither a number nor a vague word',
      ),
  ),
  said: list(
    z
      .strictObject({
        holder: words.nullable().default(null),
        stance: Stance,
        about: About,
        via: z.string().nullable().default(null),
        cue: words.nullable().default(null),
        quotes: Quotes,
      })
      .refine(({ holder, cue }) => holder !== null || cue !== null, 'there is neither a holder nor a cue'),
  ),
  partOf: words.nullish(),
  note: z.unknown().optional(),
})
type CodedEvent = z.infer<typeof CodedEvent>

/** A coding as far as it is known which report it is of. */
export const CodingFile = z.object({
  report: words,
  coder: z.string().catch(''),
  events: z.array(z.unknown()),
})
export type CodingFile = z.infer<typeof CodingFile>

/**
 * The events of a coding, each quote found in the text. A coding is taken whole or not at all: one without an event that the
 * coder found would say that there is none.
 */
export function codedEvents(
  coding: CodingFile,
  body: string,
): readonly DraftEvent[] | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const events = coding.events.flatMap((given, i) => {
    const { data, error } = CodedEvent.safeParse(given)
    if (data) return [data]
    faults.push(...error.issues.map(issue => schemaFault(issue, given, i)))
    return []
  })
  const ids = events.map(({ id }) => id)
  for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i)))
    faults.push(fault('id', `the id ${shown(id)} stands twice`, 'give each event an id of its own', id))
  const find = quoteFinder(body)
  const drafts = events.flatMap(event => {
    const { draft, faults: found } = drafted(event, ids, find)
    faults.push(...found)
    return draft ? [draft] : []
  })
  return faults.length > 0 ? { faults } : drafts
}

function schemaFault(issue: z.core.$ZodIssue, given: unknown, at: number): Fault {
  const id = typeof given === 'object' && given !== null && 'id' in given ? String(given.id) : `events[${at}]`
  const value = issue.path.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
    given,
  )
  const help =
    issue.code === 'invalid_value'
      ? `give one of ${issue.values.map(String).join(', ')}`
      : issue.code === 'unrecognized_keys'
        ? `take out ${issue.keys.join(', ')}: the form has no such fields`
        : 'write it as section 6 of the codebook has it'
  const found = value === undefined ? 'it is missing' : `${shown(value)} cannot stand here`
  const message = issue.code === 'custom' || issue.code === 'invalid_format' ? issue.message : found
  return fault(issue.path.map(String).join('.') || null, message, help, id)
}

/** One event with its quotes found, or what is wrong with them. */
function drafted(
  event: CodedEvent,
  ids: readonly string[],
  find: ReturnType<typeof quoteFinder>,
): { readonly draft: DraftEvent | null; readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const complain = (field: string, message: string, help: string): void => {
    faults.push(fault(field, message, help, event.id))
  }
  const quotes = (field: string, given: readonly unknown[]): Quote[] =>
    given.flatMap(one => {
      const found = find(one)
      if (!('wrong' in found)) return [found]
      complain(field, found.wrong, 'quote the words as the text has them, "words@2" for their second place')
      return []
    })
  const from = statedBy(codingImport.name)
  const told = <T extends { readonly quotes: readonly unknown[] }, V>(
    field: string,
    list: readonly T[],
    value: (one: T) => V,
  ) =>
    list.flatMap((one, i) => {
      const evidence = evidenceOf(quotes(`${field}.${i}`, one.quotes))
      return evidence ? [from(value(one), evidence)] : []
    })
  const triggers = evidenceOf(quotes('trigger', event.trigger))
  const partOf = event.partOf ?? null
  const whole = partOf === null ? null : ids.indexOf(partOf)
  if (whole === -1)
    complain('partOf', `${shown(partOf)} is no event here`, 'name an event of this coding, or null')
  const values = {
    when: told('when', timed(event, complain), ({ edtf }) => timeValue(edtf)),
    where: told('where', event.where, ({ quotes, ...place }) => ({ ...place, known: null })),
    initiators: told('initiators', event.initiators, ({ quotes, ...actor }) => ({
      ...actor,
      registry: null,
    })),
    targets: told('targets', event.targets, ({ quotes, ...actor }) => ({ ...actor, registry: null })),
    means: quotes('means', event.means).map(quote => from(quote.exact, [quote])),
    harm: told('harm', event.harm, ({ quotes, ...harm }) => ({ ...harm, cumulative: false, partOf: null })),
    said: told('said', event.said, ({ quotes, ...line }) => ({ ...line, holderType: null })),
  }
  if (!triggers || faults.length > 0) return { draft: null, faults }
  const { kind, status } = event
  return {
    draft: { triggers, kind: from(kind, triggers), status: from(status, triggers), ...values, partOf: whole },
    faults,
  }
}

/** The time of an event, if it has one that is EDTF as the codebook has it. */
function timed(
  { when }: CodedEvent,
  complain: (field: string, message: string, help: string) => void,
): { edtf: string | null; quotes: unknown[] }[] {
  if (!when) return []
  try {
    timeValue(when.edtf)
    return [when]
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    complain('when', error.message, 'write it as section 3 of the codebook has it, or null')
    return []
  }
}

import { z } from 'zod'
import { SaidValue } from '../model/claim.js'
import type { ValueField } from '../model/recorded.js'
import { EventActor, HarmValue, PlaceValue, type TimeValue } from '../model/values.js'
import { EventKind, Status } from '../model/vocabulary.js'
import type { ActorRegistry, Gazetteer } from '../ports.js'
import { edtfBounds } from '../text/edtf.js'

/** What a value is completed from; nothing is looked up where it is not given. */
export interface Known {
  readonly gazetteer?: Gazetteer
  readonly actors?: ActorRegistry
}

type Json = z.core.util.JSONType
/** A value as the record has it; or what is wrong with what was given, for people, and with which part of it. */
export type Completed = { readonly value: Json } | { readonly complaint: string; readonly part: string }

const actor = EventActor.unwrap().pick({ name: true, type: true, certainty: true })
/** What a person says of a value of each field. */
const given = {
  kind: EventKind,
  status: Status,
  when: z.object({ edtf: z.string() }),
  where: PlaceValue.unwrap().pick({ name: true, country: true, level: true, relation: true }),
  initiators: actor,
  targets: actor,
  means: z.string().min(1),
  harm: HarmValue.unwrap().omit({ partOf: true }),
  said: SaidValue.unwrap().omit({ holderType: true }),
} as const satisfies Readonly<Record<ValueField, z.ZodType>>

/**
 * Completes what a reviewer says of a value: the days that an EDTF value covers, the gazetteer's place of that name and country
 * and the registry's actor, where there is exactly one. A value that is complete already comes to the same.
 */
export function completeValue(field: ValueField, value: unknown, known: Known = {}): Completed {
  const parsed = given[field].safeParse(value)
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => [...path, message].join(': '))
    // A value of one part is called as its field is.
    return { complaint: faults.join('; '), part: String(parsed.error.issues[0]?.path[0] ?? field) }
  }
  switch (field) {
    case 'when':
      return time(given.when.parse(value).edtf)
    case 'where':
      return { value: place(given.where.parse(value), known.gazetteer) }
    case 'initiators':
    case 'targets': {
      const told = actor.parse(value)
      return { value: { ...told, registry: known.actors?.lookup(told.name)?.id ?? null } }
    }
    case 'harm':
      return harm(given.harm.parse(value))
    default:
      return { value: parsed.data as Json }
  }
}

function time(edtf: string): Completed {
  try {
    const timex = { type: 'DATE', value: null, mod: null } as const
    const value: TimeValue = { edtf, ...edtfBounds(edtf), anchor: 'none', timex }
    return { value: { ...value } as Json }
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error)
    return {
      complaint: `${found}; write a day 2031-03-05, a month 2031-03, a year 2031, or two with / between`,
      part: 'edtf',
    }
  }
}

function place(told: z.infer<(typeof given)['where']>, gazetteer: Gazetteer | undefined): Json {
  const found = gazetteer?.lookup(told.name, 'written') ?? []
  const fitting = found.filter(({ country, level }) => country === told.country && level === told.level)
  const [only, another] = fitting
  return { ...told, known: only && !another ? { ...only } : null } as Json
}

function harm(told: z.infer<(typeof given)['harm']>): Completed {
  const { low, high, vague } = told
  if (low !== null && high !== null && low > high)
    return { complaint: `at least ${low} is more than at most ${high}`, part: 'high' }
  if (low === null && high === null && vague === null)
    return { complaint: 'give a number, or the words where the report has none', part: 'low' }
  return { value: { ...told, partOf: null } }
}

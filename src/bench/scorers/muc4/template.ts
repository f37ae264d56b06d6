import { z } from 'zod'
import type { FillKind, Slot, slots } from './slots.js'

const Place = z.object({ name: z.string() })
/** One right answer: words of the set list, or what the kind of slot has. */
const Alternative = z.union([
  z.string(),
  z.object({
    s: z.string().optional(),
    from: z.string().nullish(),
    /** The last day of a date, or the other end of a location between two places. */
    to: z.union([z.string(), z.array(Place)]).nullish(),
    path: z.array(Place).optional(),
    min: z.number().nullish(),
    max: z.number().nullish(),
    approx: z.boolean().optional(),
    plural: z.boolean().optional(),
  }),
])
export type Alternative = z.infer<typeof Alternative>

/** A fill of the key: any one of `alts` is right, and it need not be given where it is optional. */
const KeyFill = z.object({
  optional: z.boolean().optional(),
  alts: z.array(Alternative),
  /** The fills of other slots that it belongs to, as they may be written. */
  xref: z.array(z.string()).optional(),
})
export type KeyFill = z.infer<typeof KeyFill>

/** A template of the key; a slot is null where it does not apply to the incident, and empty where there is nothing to say. */
export const KeyTemplate = z.object({
  optional: z.boolean(),
  slots: z.record(z.string(), z.array(KeyFill).nullable()),
})
export type KeyTemplate = z.infer<typeof KeyTemplate>

/** What a fill of each kind of slot says. Dates are days; a location is its names, the country first. */
export interface Values {
  readonly set: string
  readonly string: string
  readonly date: { readonly from: string | null; readonly to: string | null }
  readonly location: readonly string[]
  readonly number: { readonly min: number | null; readonly max: number | null } | 'plural'
}

export interface Fill<Kind extends FillKind = FillKind> {
  readonly value: Values[Kind]
  /** The fill of another slot that it belongs to. */
  readonly xref?: string
}

/** A template as answered. */
export type Response = { readonly [S in Slot]?: readonly Fill<(typeof slots)[S]>[] }

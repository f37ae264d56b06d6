import {
  abouts,
  actorTypes,
  certainties,
  harmKinds,
  placeLevels,
  stances,
  statuses,
} from '../../../model/closed-lists.js'
import type { ValueField } from '../../../model/recorded.js'
import { edtfBounds } from '../../../text/edtf.js'
import type { MessageKey } from '../messages/index.js'

/** Values as a form holds them, and back: what the form gives is completed by the server. Pure. */

/** A part of a value, as it is asked for. */
export type Part =
  | { readonly name: string; readonly as: 'text'; readonly required: boolean }
  | { readonly name: string; readonly as: 'number' }
  | { readonly name: string; readonly as: 'switch' }
  | { readonly name: string; readonly as: 'choice'; readonly options: readonly string[] }
  /** Of the codebook's kinds, which the server lists with what they mean. */
  | { readonly name: string; readonly as: 'kind' }
  | { readonly name: string; readonly as: 'edtf' }
  | { readonly name: string; readonly as: 'country' }

export type Form = Readonly<Record<string, string>>
export type FormFaults = Readonly<Record<string, MessageKey>>

const text = (name: string, required = false): Part => ({ name, as: 'text', required })
const choice = (name: string, options: readonly string[]): Part => ({ name, as: 'choice', options })
const actor = [text('name', true), choice('type', actorTypes), choice('certainty', certainties)]

export const partsOf: Readonly<Record<ValueField, readonly Part[]>> = {
  kind: [{ name: 'kind', as: 'kind' }],
  status: [choice('status', statuses)],
  when: [{ name: 'edtf', as: 'edtf' }],
  where: [
    text('name', true),
    { name: 'country', as: 'country' },
    choice('level', placeLevels),
    choice('relation', ['', 'near', 'between']),
  ],
  initiators: actor,
  targets: actor,
  means: [text('means', true)],
  harm: [
    choice('what', harmKinds),
    { name: 'low', as: 'number' },
    { name: 'high', as: 'number' },
    text('vague'),
    text('of'),
    { name: 'cumulative', as: 'switch' },
  ],
  said: [text('holder'), choice('stance', stances), choice('about', abouts), text('via'), text('cue')],
}

/** Whether a field's value is one thing and not several parts. */
const isBare = (field: ValueField): boolean => field === 'kind' || field === 'status' || field === 'means'

/** A value as a form; the first of every list where there is none yet. */
export function formOf(field: ValueField, value: unknown): Form {
  const held: Readonly<Record<string, unknown>> = isBare(field)
    ? { [field]: value }
    : ((value ?? {}) as Record<string, unknown>)
  return Object.fromEntries(
    partsOf[field].map(part => {
      const told = held[part.name]
      const first = part.as === 'choice' ? (part.options[0] ?? '') : ''
      if (part.as === 'switch') return [part.name, told === true ? 'yes' : '']
      return [part.name, told === null || told === undefined ? first : String(told)]
    }),
  )
}

export type FromForm = { readonly value: unknown } | { readonly faults: FormFaults }

/** What a form gives; or what is wrong with which part of it. Empty text is what is not told, and never an empty word or 0. */
export function valueOfForm(field: ValueField, form: Form): FromForm {
  const faults: Record<string, MessageKey> = {}
  const parts = partsOf[field].map(part => {
    const given = (form[part.name] ?? '').trim()
    const fault = faultOf(part, given)
    if (fault) faults[part.name] = fault
    return [part.name, valueOfPart(part, given)] as const
  })
  if (Object.keys(faults).length === 0) Object.assign(faults, faultsTogether(field, form))
  if (Object.keys(faults).length > 0) return { faults }
  const value = Object.fromEntries(parts.filter(([, told]) => told !== undefined))
  return { value: isBare(field) ? value[field] : value }
}

function valueOfPart(part: Part, given: string): unknown {
  if (part.as === 'number') return given === '' ? null : Number(given)
  if (part.as === 'switch') return given === 'yes'
  // How a place lies to what is named is left out where nothing is said; all else that is not told is null.
  if (part.name === 'relation') return given || undefined
  if (part.as === 'country') return given.toUpperCase() || null
  return given || null
}

function faultOf(part: Part, given: string): MessageKey | null {
  if (part.as === 'text' && part.required && given === '') return 'edit.fault.required'
  if (part.as === 'kind' && given === '') return 'edit.fault.required'
  if (part.as === 'number' && given !== '' && !/^\d{1,9}$/.test(given)) return 'edit.fault.number'
  if (part.as === 'country' && given !== '' && !/^[a-z]{2}$/i.test(given)) return 'edit.fault.country'
  if (part.as === 'edtf' && daysOf(given) === null) return 'edit.fault.edtf'
  return null
}

function faultsTogether(field: ValueField, form: Form): FormFaults {
  const { low = '', high = '', vague = '', holder = '', cue = '' } = form
  if (field === 'harm' && low === '' && high === '' && vague.trim() === '')
    return { low: 'edit.fault.countless' }
  if (field === 'harm' && low !== '' && high !== '' && Number(low) > Number(high))
    return { high: 'edit.fault.range' }
  if (field === 'said' && holder.trim() === '' && cue.trim() === '') return { holder: 'edit.fault.holder' }
  return {}
}

/** The days that an EDTF value covers; null where it is none. */
export function daysOf(edtf: string): { readonly first: string | null; readonly last: string | null } | null {
  try {
    const { earliest, latest } = edtfBounds(edtf.trim())
    return { first: earliest, last: latest }
  } catch {
    return null
  }
}

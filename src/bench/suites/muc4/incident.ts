import type { Event } from '../../../model/event.js'
import type { Gazetteer } from '../../../ports.js'
import { type IncidentType, nations } from './tables.js'

/** What is needed beside the events of a report: its date, where it is about, and the names of countries. */
export interface Setting {
  /** The day of the dateline, or null. */
  readonly published: string | null
  /** That of the task's countries in which most of its places lie, alpha-2, or null. */
  readonly home: string | null
  readonly gazetteer: Gazetteer
}

/** Events that make one template: of one type, with nothing to tell their time, place and perpetrators apart. */
export interface Incident {
  readonly type: IncidentType
  readonly events: readonly Event[]
}

/** What MUC-4 calls a country. */
export const nationOf = (country: string, gazetteer: Gazetteer): string =>
  nations[country] ?? gazetteer.lookup(`iso:${country}`)[0]?.name.toUpperCase() ?? country

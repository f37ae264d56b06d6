import type { ActorType } from '../model/vocabulary.js'

/** One entry of the actor registry. */
export interface RegisteredActor {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly type: ActorType
  /** ISO 3166-1 alpha-2, or null where the actor belongs to no one country. */
  readonly country: string | null
  /** Whether it fights for the government of its country or against it; null where it does neither. */
  readonly side: 'government' | 'opposition' | null
  /** The id of its item, or null. */
  readonly wikidata: string | null
  /** EDTF, a year, month or day: since when and until when its names are its own; null where open. */
  readonly from: string | null
  readonly to: string | null
}

export const actorColumns = [
  'id',
  'name',
  'aliases',
  'type',
  'country',
  'side',
  'wikidata',
  'from',
  'to',
] as const
/** A row of a table of actors, cell by cell as written; an empty cell is empty. */
export type ActorRow = Readonly<Record<(typeof actorColumns)[number], string>>

/** Actors by name. Loaded once, frozen. */
export interface ActorRegistry {
  readonly version: string
  /**
   * Everyone who goes by this name or alias (case and articles aside). Where several do, only those who did at a time
   * (EDTF), if it is given and any did.
   */
  claimants(name: string, at?: string | null): readonly RegisteredActor[]
  /** The one actor that goes by this name; null where nobody does, or more than one. */
  lookup(name: string, at?: string | null): RegisteredActor | null
}

import type { GazetteerPlace } from '../model/values.js'
import type { NameMatch } from './reading.js'

/** A file of GeoNames that the user has loaded, or begun to. */
export interface PlaceFile {
  /** Of its bytes: the same file is not loaded twice. */
  readonly sha256: string
  readonly name: string
  /** Places, or further names of places. */
  readonly kind: 'places' | 'names'
  readonly begunAt: string
  /** How many lines have been read, how many rows were kept of them, how many were at fault. */
  readonly lines: number
  readonly kept: number
  readonly broken: number
  readonly finished: boolean
}

/** A place of such a file, and a name with the id (GeoNames') of the place that bears it. */
export interface OwnPlace {
  readonly id: number
  readonly place: Omit<GazetteerPlace, 'id' | 'disputed'> & {
    readonly latitude: number
    readonly longitude: number
  }
}
export interface OwnName {
  readonly id: number
  readonly name: string
}

/** The places that a user has loaded, as a reading asks for them: it does not wait. */
export interface PlaceStore {
  /** Changes whenever what is loaded does; empty where nothing is. */
  readonly version: string
  /** The places that bear a name, most people first; a hundred at most. */
  lookup(name: string, how?: NameMatch): readonly GazetteerPlace[]
  close(): Promise<void>
}

/** The files that they come from, as they are loaded. */
export interface PlaceFiles {
  files(): Promise<readonly PlaceFile[]>
  /** Makes a file known; one that is known already is given as it stands. */
  begin(file: Pick<PlaceFile, 'sha256' | 'name' | 'kind' | 'begunAt'>): Promise<PlaceFile>
  /** Keeps what some lines hold and how far they go, all or nothing. Names of places that are not kept are left out. */
  keep(
    rows: { readonly places: readonly OwnPlace[]; readonly names: readonly OwnName[] },
    progress: Pick<PlaceFile, 'sha256' | 'lines' | 'broken' | 'finished'>,
  ): Promise<PlaceFile>
  close(): Promise<void>
}

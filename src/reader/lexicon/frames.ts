import { type EventKind, HarmKind } from '../../model/vocabulary.js'
import { isHarmWord } from './harm-words.js'
import { readTable } from './role-tables.js'

/** Where a phrase can stand for a trigger: the columns of `frames.tsv`. */
export type Slot = string

export const scenes = ['none', 'own', 'clause', 'sentence'] as const
export type Scene = (typeof scenes)[number]

/** Which part in the event each slot gives. */
export interface Frame {
  part(slot: Slot): 'initiator' | 'target' | null
  /** Whether things and places are aimed at, not only people. */
  readonly aimsAtThings: boolean
  /** How far from the word its place is sought. */
  readonly scene: Scene
  /** Prepositions that give the place besides "in" and the like. */
  readonly route: readonly string[]
  /** What such an event does to those whom it is done to. */
  readonly harm: HarmKind | null
}

const rows = readTable(new URL('./frames.tsv', import.meta.url))

/** The frame of a kind, or of one word of a kind where it has its own. */
export function frameOf(kind: EventKind, lemma: string): Frame {
  const ofHarm = isHarmWord(lemma) ? rows.get(`${kind}:harm`) : undefined
  const row = rows.get(`${kind}:${lemma}`) ?? ofHarm ?? rows.get(kind) ?? rows.get('*') ?? {}
  return {
    part: slot => (row[slot] === 'I' ? 'initiator' : row[slot] === 'T' ? 'target' : null),
    aimsAtThings: row.aims === 'any',
    scene: scenes.find(scene => scene === row.scene) ?? 'sentence',
    route: (row.route ?? '').split(' ').filter(word => word !== '-'),
    harm: HarmKind.options.find(what => what === row.harm) ?? null,
  }
}

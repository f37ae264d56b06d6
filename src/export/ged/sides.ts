import { stateNumberOf } from '../../codebook/index.js'
import type { EventActor } from '../../model/values.js'
import type { EventKind } from '../../model/vocabulary.js'
import { sha256 } from '../../text/ids.js'
import { nameKey } from '../../text/name-key.js'
import { onTheUnarmed } from '../acled/types.js'
import { type LeftOut, leftOut } from '../settle.js'
import { sideOf, type VictimSide } from '../victims.js'

export interface Side {
  readonly id: string
  readonly name: string
  readonly kind: VictimSide
  /** Gleditsch and Ward's number where it is a government by its name. */
  readonly number: number | null
}

export interface Dyad {
  readonly type: 1 | 2 | 3
  readonly a: Side
  readonly b: Side
}

/**
 * UCDP's sides and type of violence: state-based, non-state or one-sided. Both must be told, and be governments, organised
 * groups, or, once, civilians: crowds and those whom no report names are no side.
 */
export function dyadOf(
  kind: EventKind,
  initiators: readonly EventActor[],
  targets: readonly EventActor[],
  civiliansKilled: boolean,
): Dyad | LeftOut {
  const doers = sidesOf(initiators)
  const against = sidesOf(targets)
  const [first] = doers.filter(({ kind }) => kind !== 'civilians')
  if (!first) return leftOut('no government or organised group is told to have done it')
  const armed = [...against, ...doers.slice(1)].find(
    side => side.kind !== 'civilians' && side.id !== first.id,
  )
  const unarmed =
    against.some(({ kind }) => kind === 'civilians') || (onTheUnarmed.has(kind) && civiliansKilled)
  if (armed && !onTheUnarmed.has(kind)) return foes(first, armed)
  if (unarmed || onTheUnarmed.has(kind)) return { type: 3, a: first, b: civilians }
  return leftOut('who it was done to is not told: another side, or civilians')
}

/** The government stands first. */
function foes(first: Side, second: Side): Dyad {
  if (first.kind === 'state' || second.kind === 'state') {
    return first.kind === 'state' ? { type: 1, a: first, b: second } : { type: 1, a: second, b: first }
  }
  return { type: 2, a: first, b: second }
}

const civilians: Side = { id: 'civilians', name: 'Civilians', kind: 'civilians', number: null }

const sidesOf = (actors: readonly EventActor[]): Side[] =>
  actors.flatMap(({ name, type, registry }) => {
    const kind = sideOf(type)
    if (kind === null) return []
    const number = kind === 'state' ? stateNumberOf(name) : null
    return [
      {
        id: registry ?? `name:${sha256(nameKey(name)).slice(0, 12)}`,
        name: number === null ? name : `Government of ${name}`,
        kind,
        number,
      },
    ]
  })

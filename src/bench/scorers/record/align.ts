import { kinds } from '../../../codebook/index.js'
import type { Span } from '../../../model/span.js'
import { assign } from '../assignment.js'
import type { CodedEvent } from './coding.js'
import { anyNear, anyOverlap, type Locate } from './quotes.js'
import { sameTime } from './times.js'

/** An event with its quotes found in the text. */
export interface Found {
  readonly event: CodedEvent
  readonly family: string | null
  readonly edtf: string | null
  readonly triggers: readonly Span[]
  readonly actors: readonly Span[]
  readonly means: readonly Span[]
}

function findQuotes(event: CodedEvent, locate: Locate): Found {
  const actors = [...(event.initiators ?? []), ...(event.targets ?? [])]
  return {
    event,
    family: Object.entries(kinds).find(([kind]) => kind === event.kind)?.[1].family ?? null,
    edtf: event.when?.edtf ?? null,
    triggers: locate(event.trigger),
    actors: locate(actors.flatMap(({ quotes }) => quotes)),
    means: locate(event.means),
  }
}

/** How much two events share; 0 where they may not pair. */
function affinity(g: Found, s: Found): number {
  const hit = anyOverlap(g.triggers, s.triggers)
  const sameKind = g.event.kind === s.event.kind
  if (!hit && !(sameKind && anyNear(g.triggers, s.triggers))) return 0
  return (
    (hit ? 4 : 0) +
    (sameKind ? 2 : 0) +
    (g.family === s.family ? 1 : 0) +
    (g.event.status === s.event.status ? 0.25 : 0) +
    (anyOverlap(g.actors, s.actors) ? 0.5 : 0) +
    (sameTime(g.edtf, s.edtf) ? 0.5 : 0)
  )
}

/** Gold events with the system's that they are scored against, and those of either side that have no partner. */
export interface Alignment {
  readonly pairs: readonly (readonly [gold: Found, system: Found])[]
  readonly missed: readonly Found[]
  readonly extra: readonly Found[]
}

/** Pairs events one to one so that the pairs share as much as they can. */
export function alignEvents(
  gold: readonly CodedEvent[],
  system: readonly CodedEvent[],
  locate: Locate,
): Alignment {
  const golds = gold.map(event => findQuotes(event, locate))
  const systems = system.map(event => findQuotes(event, locate))
  const pairs = assign(golds.map(g => systems.map(s => affinity(g, s))))
  return {
    pairs: pairs.flatMap(([i, j]) => {
      const [g, s] = [golds[i], systems[j]]
      return g && s ? [[g, s] as const] : []
    }),
    missed: golds.filter((_, i) => !pairs.some(([row]) => row === i)),
    extra: systems.filter((_, j) => !pairs.some(([, column]) => column === j)),
  }
}

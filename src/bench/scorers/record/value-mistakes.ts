import { assign } from '../assignment.js'
import type { Found } from './align.js'
import type { CodedEvent } from './coding.js'
import type { Mistake, Step } from './mistake.js'
import { sameName } from './names.js'
import { anyOverlap, type Locate } from './quotes.js'
import { type CodedActor, type CodedHarm, type CodedSaid, sameHolder, samenessIn, sameSaid } from './same.js'
import type { Slot } from './score-report.js'
import type { Trace } from './trace.js'

/** All of a report: what is coded of it, what was read of it, and how. */
export interface ReportGold {
  readonly gold: readonly CodedEvent[]
  readonly system: readonly CodedEvent[]
  readonly locate: Locate
  readonly trace: Trace
}

type Wrong = readonly [what: string, step: Step]
const inSlot = (slot: Slot, all: readonly Wrong[]): Mistake[] =>
  all.map(([what, step]) => ({ slot, what, step }))

/** The mistakes in the lists of values of two events that were paired. */
export function valueMistakes(g: Found, s: Found, report: ReportGold): Mistake[] {
  return [
    ...inSlot('where', placeMistakes(g, s, report)),
    ...inSlot('initiators', actorMistakes(g, s, 'initiators', report)),
    ...inSlot('targets', actorMistakes(g, s, 'targets', report)),
    ...inSlot('means', meansMistakes(g, s, report)),
    ...inSlot('harm', harmMistakes(g, s, report)),
    ...inSlot('said', saidMistakes(g, s, report)),
  ]
}

interface Sides<T> {
  readonly gold: readonly T[] | null | undefined
  readonly system: readonly T[] | null | undefined
}

/** What each way in which a value is nearly the same comes to, the nearest first; null where it is not that. */
type Near<T> = (gold: T, system: T) => Wrong | null

/** Values that are not the same: nearly so in pairs, then those that are missed, then those invented. */
function mistakesIn<T>(
  { gold, system }: Sides<T>,
  same: (g: T, s: T) => boolean,
  near: readonly Near<T>[],
  missed: (g: T) => Wrong,
  invented: (s: T) => Wrong,
): Wrong[] {
  let [golds, systems] = unmatched(gold ?? [], system ?? [], same)
  const found: Wrong[] = []
  for (const rule of near) {
    for (const g of golds) {
      const s = systems.find(other => rule(g, other) !== null)
      const wrong = s && rule(g, s)
      if (!s || !wrong) continue
      found.push(wrong)
      golds = golds.filter(other => other !== g)
      systems = systems.filter(other => other !== s)
    }
  }
  return [...found, ...golds.map(missed), ...systems.map(invented)]
}

function unmatched<T>(
  gold: readonly T[],
  system: readonly T[],
  same: (g: T, s: T) => boolean,
): [gold: readonly T[], system: readonly T[]] {
  const pairs = assign(gold.map(g => system.map(s => (same(g, s) ? 1 : 0))))
  return [
    gold.filter((_, i) => !pairs.some(([row]) => row === i)),
    system.filter((_, j) => !pairs.some(([, column]) => column === j)),
  ]
}

const notFound: Wrong = ['missed: words not found', 'reader: mention']
const notTied: Wrong = ['missed: not tied to its event', 'reader: role']
const ofAnother: Wrong = ['invented: of another event', 'reader: role']
const ofNone: Wrong = ['invented: of no event', 'reader: role']

function placeMistakes(g: Found, s: Found, { gold, locate, trace }: ReportGold): Wrong[] {
  const same = samenessIn(locate)
  const isOf = (place: Parameters<typeof same.where>[0], event: CodedEvent): boolean =>
    (event.where ?? []).some(other => same.where(other, place))
  const hasRight = (s.event.where ?? []).some(place => isOf(place, g.event))
  return mistakesIn(
    { gold: g.event.where, system: s.event.where },
    same.where,
    [
      (x, y) =>
        same.touch(x, y) || sameName(x.name, y.name)
          ? [
              y.country ? (x.country ? 'wrong country' : 'country where there is none') : 'no country',
              'resolve',
            ]
          : null,
    ],
    place => {
      const mentions = trace.mentionsAt('place', locate(place.quotes))
      if (mentions.length === 0) return notFound
      if (!mentions.some(trace.isResolved)) return ['missed: no value for its words', 'resolve']
      return mentions.some(mention => trace.isLinked(mention, s, 'place'))
        ? ['missed: left out among others', 'claim']
        : notTied
    },
    place => {
      if (hasRight) return ['invented: beside a right one', 'reader: role']
      return gold.some(event => isOf(place, event)) ? ofAnother : ofNone
    },
  )
}

function actorMistakes(
  g: Found,
  s: Found,
  side: 'initiators' | 'targets',
  { gold, locate, trace }: ReportGold,
): Wrong[] {
  const same = samenessIn(locate)
  const [role, other] =
    side === 'initiators' ? (['initiator', 'targets'] as const) : (['target', 'initiators'] as const)
  const isAmong = (actors: CodedEvent['targets'], actor: CodedActor): boolean =>
    (actors ?? []).some(one => same.actor(one, actor))
  return mistakesIn(
    { gold: g.event[side], system: s.event[side] },
    same.actor,
    [],
    actor => {
      if (isAmong(s.event[other], actor)) return ['missed: given the other part', 'reader: role']
      const mentions = trace.mentionsAt('actor', locate(actor.quotes))
      if (mentions.length === 0) return notFound
      if (!mentions.some(trace.isResolved)) return ['missed: no value for its words', 'resolve']
      return mentions.some(mention => trace.isLinked(mention, s, role))
        ? ['missed: named otherwise', 'resolve']
        : notTied
    },
    actor => {
      if (isAmong(g.event[other], actor)) return ['invented: has the other part', 'reader: role']
      const isParty = gold.some(({ initiators, targets }) =>
        isAmong([...(initiators ?? []), ...(targets ?? [])], actor),
      )
      if (isParty) return ofAnother
      const speaks = gold.some(({ said }) => (said ?? []).some(({ holder }) => sameName(holder, actor.name)))
      return speaks ? ['invented: only cited', 'reader: role'] : ofNone
    },
  )
}

function meansMistakes(g: Found, s: Found, { trace }: ReportGold): Wrong[] {
  if (g.means.length === 0) return s.means.length > 0 ? [['invented', 'reader: role']] : []
  if (anyOverlap(g.means, s.means)) return []
  const isFound = trace.mentionsAt('means', g.means).length > 0
  if (s.means.length > 0) return [['other words', isFound ? 'reader: role' : 'reader: mention']]
  return [isFound ? notTied : notFound]
}

function harmMistakes(g: Found, s: Found, { gold, system, locate, trace }: ReportGold): Wrong[] {
  const same = samenessIn(locate)
  const touches = (harm: CodedHarm, events: readonly CodedEvent[]): boolean =>
    events.some(event => (event.harm ?? []).some(other => same.touch(other, harm)))
  return mistakesIn(
    { gold: g.event.harm, system: s.event.harm },
    same.harm,
    [
      (x, y) => (same.touch(x, y) && x.what === y.what ? ['wrong number', 'resolve'] : null),
      (x, y) => (same.touch(x, y) ? [`${x.what} read as ${y.what}`, 'reader: role'] : null),
    ],
    harm => {
      if (touches(harm, system)) return ['missed: under another event', 'assemble']
      const mentions = trace.mentionsAt('count', locate(harm.quotes))
      return mentions.length > 0 ? notTied : notFound
    },
    harm => (touches(harm, gold) ? ofAnother : ofNone),
  )
}

function saidMistakes(g: Found, s: Found, { gold, locate, trace }: ReportGold): Wrong[] {
  const step: Step = 'reader: attribution'
  const isVoice = ({ holder }: CodedSaid): boolean =>
    trace.attributions.some(voice => sameName(voice.holder?.exact, holder))
  const speaks = (line: CodedSaid): boolean =>
    gold.some(({ said }) => (said ?? []).some(other => sameHolder(other, line)))
  const touch = (x: CodedSaid, y: CodedSaid): boolean => anyOverlap(locate(x.quotes), locate(y.quotes))
  return mistakesIn(
    { gold: g.event.said, system: s.event.said },
    sameSaid,
    [
      (x, y) => (sameHolder(x, y) && x.about === y.about ? [`${x.stance} read as ${y.stance}`, step] : null),
      (x, y) => (x.about === y.about && touch(x, y) ? ['holder named otherwise', 'resolve'] : null),
      (x, y) => (sameHolder(x, y) ? [`about ${x.about} read as about ${y.about}`, step] : null),
    ],
    line => {
      if (!line.holder) return ['missed: hedge', step]
      const about = line.about === 'event' ? 'the event' : `a value (${line.about})`
      return isVoice(line) ? [`missed: voice not tied to ${about}`, step] : ['missed: voice not found', step]
    },
    line => {
      if (!line.holder) return ['invented: hedge', step]
      return speaks(line)
        ? [`invented: voice on something else (${line.about})`, step]
        : ['invented: no voice of any event', step]
    },
  )
}

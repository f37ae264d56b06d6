import type { Claim } from '../model/claim.js'
import type { Event } from '../model/event.js'
import type { FieldExplanation, Lost } from './explanation.js'
import { cited, lost, reason, type Scene } from './scene.js'

type Apart = NonNullable<Event['apart']>[number]

/** Which tellings were joined into the event, by which rule, and which others a fact kept out of it. */
export function explainTriggers(scene: Scene): FieldExplanation {
  const { event, reading } = scene
  const reasons = (event.joined ?? []).flatMap(({ claim: id, to: toId, by }) => {
    const [claim, to] = [scene.claim(id), scene.claim(toId)]
    if (!claim || !to) return []
    const says = `${cited(claim.trigger)} was joined to ${cited(to.trigger)}`
    return [reason(scene, says, { by, words: [claim.trigger, to.trigger] })]
  })
  const own = new Set<string>(event.claims)
  const apart = reading.events
    .flatMap(({ apart = [] }) => apart)
    .filter(({ claim, from }) => own.has(claim) !== own.has(from))
    .flatMap(one => keptApart(scene, one, own))
  return {
    field: 'triggers',
    value: event.triggers.map(({ exact }) => exact),
    words: event.triggers,
    by: null,
    means: null,
    score: null,
    reasons,
    lost: apart,
    change: changeOfTriggers(scene, apart),
  }
}

function keptApart(scene: Scene, { claim, from, tie, clash }: Apart, own: ReadonlySet<string>): Lost[] {
  const [ours, theirs] = own.has(claim) ? [claim, from] : [from, claim]
  const [mine, other] = [scene.claim(ours), scene.claim(theirs)]
  if (!mine || !other) return []
  const [a, b] = [factOf(clash, mine, other), factOf(clash, other, mine)]
  const because = scene.meaningOf(tie) ?? tie
  const why = `tied to ${cited(mine.trigger)} (${because}), but kept apart: ${a} here, ${b} there`
  return [lost(scene, other.trigger.exact, why, { by: `event:${clash}`, words: [other.trigger] })]
}

/** The fact of a claim that a clash is about, in words. */
function factOf(clash: string, claim: Claim, other: Claim): string {
  const names = (actors: Claim['initiators']): string => actors.map(({ value }) => value.name).join(', ')
  switch (clash) {
    case 'other-time':
      return claim.when[0]?.value.edtf ?? 'no time'
    case 'other-place':
      return claim.where
        .map(({ value: { name, country } }) => (country ? `${name} (${country})` : name))
        .join(', ')
    case 'other-kind':
      return claim.kind.value
    case 'other-target-place':
      return `at ${names(claim.targets)}`
    case 'other-entry':
      return 'an entry of one day'
    case 'other-status':
      return claim.status.value
    default: {
      const differ = names(claim.initiators) !== names(other.initiators)
      const [by, to] = [names(claim.initiators), names(claim.targets)]
      return differ && by ? `by ${by}` : `to ${to || 'nobody told'}`
    }
  }
}

/** What would have to be so for two tellings not to clash. */
const agreeing: Readonly<Record<string, string>> = {
  'event:other-time': 'their times met',
  'event:other-place': 'one place were, held or lay in the other',
  'event:other-target-place': 'both were aimed at one place',
  'event:other-entry': 'both stood under one date',
  'event:other-kind': 'both told one kind',
  'event:other-status': 'both told what was done, or what was not, or what is to come',
  'event:other-parties': 'they shared a party',
}

function changeOfTriggers(scene: Scene, apart: readonly Lost[]): string {
  const [first] = apart
  if (first) {
    const [told] = first.words
    const agreed = agreeing[first.by ?? ''] ?? 'these facts agreed'
    return `${told ? cited(told) : first.value} would tell the same event if ${agreed}.`
  }
  const { joined = [] } = scene.event
  const [last] = joined.slice(-1)
  const told = last && scene.claim(last.claim)
  return told
    ? `Without the rule ${last.by}, ${cited(told.trigger)} would tell an event of its own.`
    : 'Another telling of its kind that shares its place, its day or both its parties would be joined to it.'
}

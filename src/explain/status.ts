import type { Attribution } from '../model/labels.js'
import type { Status } from '../model/vocabulary.js'
import type { FieldExplanation, Reason } from './explanation.js'
import { cited, listed, lost, reason, type Scene, sources, type Telling } from './scene.js'

/** The strongest voice first (codebook section 2), as stage 7 takes them. */
const strongestFirst: readonly Status[] = ['asserted', 'disputed', 'attributed', 'negated', 'prospective']

/** Which words make each telling what it is, and why the strongest of them counts. */
export function explainStatus(scene: Scene): FieldExplanation {
  const { event, tellings } = scene
  const { status } = event
  const clashes = status.basis.by === contradicted
  const counts = ({ claim }: Telling): boolean =>
    claim.status.value === status.value ||
    (clashes && (claim.status.value === 'attributed' || claim.status.value === 'negated'))
  const won = tellings.filter(counts)
  const weaker = tellings.filter(one => !counts(one)).sort((a, b) => strength(a) - strength(b))
  return {
    field: 'status',
    value: status.value,
    ...sources(scene, status),
    reasons: won.map(telling => reasonOf(scene, telling)),
    lost: weaker.map(telling => {
      const { says, ...of } = reasonOf(scene, telling)
      const why = `${says}; ${status.value} is stronger`
      return lost(scene, telling.claim.status.value, why, of)
    }),
    change: clashes
      ? 'It would be attributed without the tellings that are negated, and negated without those that are attributed.'
      : changeOfStatus(scene, won, weaker[0]),
  }
}

/** The rule by which tellings that contradict one another make an event disputed. */
const contradicted = 'status:contradicted'

const strength = ({ claim }: Telling): number => strongestFirst.indexOf(claim.status.value)

/** The status that the event would have were some voices not heard. */
export function statusWithout({ tellings, event }: Scene, silent: readonly Attribution[]): Status {
  const statuses = tellings.map(({ claim, voices }): Status => {
    if (!claim.status.basis.by.startsWith('status:')) return claim.status.value
    const heard = voices.filter(one => !silent.includes(one))
    const isDenied = heard.some(({ stance }) => stance === 'denies')
    const isSaid = heard.some(({ stance }) => stance !== 'denies')
    return isDenied ? (isSaid ? 'disputed' : 'negated') : isSaid ? 'attributed' : 'asserted'
  })
  if (statuses.includes('attributed') && statuses.includes('negated') && !statuses.includes('asserted')) {
    return 'disputed'
  }
  return strongestFirst.find(status => statuses.includes(status)) ?? event.status.value
}

function reasonOf(scene: Scene, telling: Telling): Reason {
  const { claim, voices } = telling
  const { value, basis, score, evidence } = claim.status
  const told = cited(claim.trigger)
  const cues = cuesOf(telling)
  const [voice] = voices
  const says =
    cues.length > 0
      ? `${told} is ${value}: ${cues.map(cited).join(', ')} ${cues.length > 1 ? 'show' : 'shows'} it`
      : value === 'asserted'
        ? `${told} is told plainly, in the report's own voice`
        : voice
          ? `${told} is ${value}: it is within what ${listed(voices.map(one => `${voiceText(one)} ${one.stance}`))}`
          : `${told} is ${value}`
  return reason(scene, says, { by: basis.by, score, words: evidence })
}

/** The words of the telling itself that show its status; those of a voice are none of these. */
const cuesOf = ({ claim, trigger }: Telling) =>
  claim.status.basis.by.startsWith('status:') ? [] : (trigger?.cues ?? [])

/** A voice by its words. */
export const voiceText = ({ holder, cue }: Attribution): string =>
  [holder, cue].flatMap(quote => (quote ? [cited(quote)] : [])).join(' … ')

function changeOfStatus(
  { reading, event, tellings }: Scene,
  won: readonly Telling[],
  next: Telling | undefined,
): string {
  const { value } = event.status
  const [only] = won
  if (next && only && won.length === 1) {
    const told = `“${next.claim.trigger.exact}”`
    return `Without ${cited(only.claim.trigger)} it would be ${next.claim.status.value}, as ${told} tells it.`
  }
  if (next) {
    return `It would be ${next.claim.status.value} only without all ${won.length} tellings that are ${value}.`
  }
  if (!only) return 'It would be another if another word told the event.'
  if (value === 'asserted') {
    const voices = reading.labels.attributions.length
    const told = tellings.length === 1 ? cited(only.claim.trigger) : `all ${tellings.length} of its tellings`
    const heard =
      voices === 0 ? 'the report cites nobody' : `no voice of the report (${voices} in all) covers it`
    return `It would be attributed if ${told} stood within what somebody is cited for; ${heard}.`
  }
  const { blockers, instead } = blockersOf(only)
  const told = cited(only.claim.trigger)
  if (blockers.length === 0) return `It would be another if ${told} were told in other words.`
  const without = `were ${listed(blockers)} not there`
  return won.length === 1
    ? `It would be ${instead}, ${without}.`
    : `It would be ${instead} if one of its ${won.length} tellings were: ${told} would be, ${without}.`
}

/** The words that make a telling less than asserted, and what it would be without them. */
function blockersOf(telling: Telling): { readonly blockers: readonly string[]; readonly instead: Status } {
  const { claim, voices } = telling
  const cues = cuesOf(telling).map(cited)
  const heard = voices.map(voiceText)
  if (cues.length > 0 && heard.length > 0 && claim.status.value !== 'attributed') {
    return { blockers: cues, instead: 'attributed' }
  }
  const denied = voices.filter(({ stance }) => stance === 'denies')
  if (claim.status.value === 'disputed' && denied.length < voices.length) {
    return { blockers: denied.map(voiceText), instead: 'attributed' }
  }
  return { blockers: [...cues, ...heard], instead: 'asserted' }
}

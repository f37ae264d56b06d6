import type { HarmLink, Mention, Role } from '../../model/labels.js'
import { Certainty, HarmKind } from '../../model/vocabulary.js'
import { overlaps } from '../../text/quote.js'
import { type Around, around } from './around.js'
import { allMentions } from './entities.js'
import { type CountedHarm, heardHarm } from './heard-harm.js'
import type { MentionsAt } from './mentions-at.js'
import { decisionOf } from './model-files.js'
import type { Run } from './runs.js'
import { type SameScore, sameTowards } from './same.js'
import type { Scored } from './scored.js'
import type { FoundTrigger } from './triggers.js'
import { type VoiceScore, voicesTowards } from './voices.js'
import { wordsAt } from './windows.js'

/** What takes part in the events that triggers tell. */
export interface Fillers {
  readonly mentions: readonly Mention[]
  readonly roles: readonly Role[]
  readonly harms: readonly HarmLink[]
  /** How likely triggers tell one event, each way by itself. */
  readonly same: readonly SameScore[]
  /** Who speaks of which trigger, still word by word. */
  readonly voices: readonly VoiceScore[]
}

const roleKinds = {
  initiator: 'actor',
  target: 'actor',
  place: 'place',
  time: 'time',
  means: 'means',
} as const
type RoleName = keyof typeof roleKinds
const roleNames = Object.keys(roleKinds) as RoleName[]

/** Reads every word around each trigger, in order of the text. */
export async function findFillers(
  scored: Scored,
  found: readonly FoundTrigger[],
  mentionsAt: MentionsAt,
): Promise<Fillers> {
  const heard = heardHarm(scored)
  const roles: Role[] = []
  const harms: HarmLink[] = []
  const same: SameScore[] = []
  const voices: VoiceScore[] = []
  for (const at of found) {
    const here = await around(scored, at)
    roles.push(...rolesOf(here, mentionsAt))
    harms.push(...harmsOf(here, mentionsAt, heard(at)))
    same.push(...sameTowards(here, found))
    voices.push(...voicesTowards(here))
  }
  return { mentions: allMentions(scored, mentionsAt.taken()), roles, harms, same, voices }
}

function rolesOf(here: Around, mentionsAt: MentionsAt): Role[] {
  const { scored, found } = here
  return roleNames.flatMap(role => {
    const parts = new Map<string, Role>()
    for (const run of here.runs(role)) {
      for (const mention of mentionsAt.run(roleKinds[role], run, found.trigger.quote)) {
        if (overlaps(mention.quote, found.trigger.quote) && role !== 'means') continue
        const certainty = role === 'initiator' || role === 'target' ? certaintyOf(here, run) : 'stated'
        const made = { role, trigger: found.trigger.id, mention: mention.id, certainty, by: scored.by }
        const known = parts.get(mention.id)
        parts.set(mention.id, { ...made, score: Math.max(run.score, known?.score ?? 0) })
      }
    }
    return inReach([...parts.values()])
  })
}

/** How likely whoever has a part must be, as a share of the likeliest, for the record to hold both. */
const reach: Partial<Record<Role['role'], number>> = { initiator: 0.7, place: 0.7 }

/** Of several for one part, those that are not much less likely than the likeliest: the others are often a neighbouring event's. */
function inReach(parts: readonly Role[]): Role[] {
  const most = Math.max(...parts.map(({ score }) => score ?? 0))
  return parts.filter(({ role, score }) => (score ?? 0) >= (reach[role] ?? 0) * most)
}

/** How surely somebody has a part: as stated, unless a word of theirs is more likely something else. */
function certaintyOf(here: Around, run: Run): Certainty {
  for (const certainty of Certainty.options) {
    if (certainty === 'stated') continue
    if (
      (here.of(run.first, `certainty:${certainty}`) ?? 0) >=
      decisionOf(here.scored.model, 'certainty').threshold
    )
      return certainty
  }
  return 'stated'
}

function harmsOf(here: Around, mentionsAt: MentionsAt, heard: readonly CountedHarm[]): HarmLink[] {
  const { scored, found } = here
  const best = new Map<string, CountedHarm>()
  for (const what of HarmKind.options) {
    for (const run of here.runs(`harm:${what}`)) {
      for (const mention of mentionsAt.run('count', run, found.trigger.quote)) {
        const count = mention.id
        if ((best.get(count)?.score ?? 0) >= run.score) continue
        const of = scored.lexical.harms.find(harm => harm.count === count)?.of ?? null
        const link = { trigger: found.trigger.id, count, what, of, by: scored.by, score: run.score }
        best.set(count, { ...link, mention })
      }
    }
  }
  for (const harm of heard) {
    if (best.has(harm.count)) continue
    mentionsAt.take(harm.mention)
    best.set(harm.count, { ...harm, trigger: found.trigger.id })
  }
  return toldOnce([...best.values()], scored).map(({ mention: _, ...link }) => link)
}

/**
 * Of harm that one trigger has from several sentences, a number told again counts once, the likeliest; and that somebody was
 * killed at all says nothing beside a number.
 */
function toldOnce(links: readonly CountedHarm[], { words }: Scored): CountedHarm[] {
  const sentence = ({ mention }: CountedHarm): number =>
    words.sentence[wordsAt(words, mention.quote)?.first ?? 0] ?? 0
  const isCounted = ({ mention }: CountedHarm): boolean => mention.by === 'lexicon:count'
  const again = (link: CountedHarm, other: CountedHarm): boolean =>
    other.mention.quote.exact.toLowerCase() === link.mention.quote.exact.toLowerCase() &&
    sentence(other) !== sentence(link) &&
    (other.score ?? 0) > (link.score ?? 0)
  return links.filter(link => {
    const others = links.filter(other => other !== link && other.what === link.what)
    return isCounted(link) ? !others.some(other => again(link, other)) : !others.some(isCounted)
  })
}

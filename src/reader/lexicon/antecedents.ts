import type { Mention } from '../../model/labels.js'
import type { Span } from '../../model/span.js'
import { overlaps } from '../../text/quote.js'
import type { Passage } from './passages.js'
import type { Voice } from './voices.js'

const person = new Set(['he', 'she', 'him', 'her'])
const several = new Set(['they', 'them'])
const thing = new Set(['it', 'itself', 'the statement', 'the report', 'a statement'])
const speaker = new Set(['i', 'we', 'me', 'us'])
const title =
  /^the (\p{L}+ )?(president|minister|secretary|premier|chancellor|official|general|commander|ambassador|envoy|leader|governor|mayor|senator|lawmaker|lawyer|officer|analyst|activist|director|chief)$/u
const groupNoun =
  /\b(group|army|ministry|police|government|council|agency|organi[sz]ation|office|department|party|forces?|coalition|observatory|company|court|committee|union|network|movement|institute|un|us|uk|eu|state|house|pentagon|command|report|statement|authority|authorities|troops|media|directorate|service|bureau|embassy|mission|centre|center|foundation|association|federation|radio|television|tv|news)\b/i
const pluralNoun = /\p{Ll}s$|\b(police|people|media)\b| and /u
// How far back a pronoun may reach, in sentences and in voices: a bound on the work, whatever the text.
const reach = 12
const mostVoices = 100

/**
 * Puts the speaker's own words in place of a pronoun ("he") or a title ("the minister"): the last person or holder named
 * before that it can stand for. One that finds none is kept as it stands.
 */
export function nameSpeakers(
  body: string,
  voices: readonly Voice[],
  passages: readonly Passage[],
  mentions: readonly Mention[],
): Voice[] {
  const places = mentions.filter(({ kind }) => kind === 'place').map(({ quote }) => quote)
  const people = peopleIn(body, passages, places)
  const groups = passages.map(p => openingGroup(body, p))
  const named: Voice[] = []
  for (const voice of voices) {
    const words = voice.holder && body.slice(voice.holder.start, voice.holder.end).toLowerCase()
    const antecedent =
      words && standsForAnother(words) ? antecedentOf(body, words, voice, named, people, groups) : null
    named.push(antecedent ? { ...voice, holder: antecedent } : voice)
  }
  return named
}

/** Whether these words of the report's own publisher speak: "we" outside any quotation. */
export const isPublisher = (words: string): boolean => speaker.has(words.toLowerCase())

const isPronoun = (words: string): boolean => [person, several, thing, speaker].some(set => set.has(words))

const standsForAnother = (words: string): boolean => title.test(words) || isPronoun(words)

/** The last holder, or the group that a later sentence before the voice opens with ("The ministry urged calm. It said"). */
function latest(holder: Voice | undefined, groups: readonly (Span | null)[], voice: Voice): Span | null {
  for (let i = voice.passage - 1; i > Math.max(holder?.passage ?? -1, voice.passage - 3); i--) {
    const group = groups[i]
    if (group) return group
  }
  return holder?.holder ?? null
}

/** The group that is the subject of a sentence's first clause. */
function openingGroup(body: string, p: Passage): Span | null {
  const phrase = p.phraseAt.get(0)
  const [first, last] = [p.words[0], p.words[(phrase?.to ?? 0) - 1]]
  if (!phrase || !first || !last || (p.quoted[0] ?? -1) >= 0) return null
  if (!/^(VERB|AUX|ADV)$/.test(p.words[phrase.to]?.pos ?? '')) return null
  const isGroup = canStandFor('it', body.slice(first.start, last.end))
  return isGroup ? { start: first.start, end: last.end } : null
}

function antecedentOf(
  body: string,
  words: string,
  voice: Voice,
  before: readonly Voice[],
  people: readonly (readonly Span[])[],
  groups: readonly (Span | null)[],
): Span | null {
  if (speaker.has(words)) return null
  const near = before.slice(-mostVoices)
  const holders = near.filter(({ holder, within, cue, passage }) => {
    if (!holder || within >= 0 || cue.pattern === 'noun' || voice.passage - passage > reach) return false
    const named = body.slice(holder.start, holder.end)
    return !isPronoun(named.toLowerCase()) && canStandFor(words, named)
  })
  if (several.has(words)) return holders.at(-1)?.holder ?? null
  if (thing.has(words)) return latest(holders.at(-1), groups, voice)
  for (let i = voice.passage; i >= Math.max(0, voice.passage - reach); i--) {
    const name = people[i]?.find(person => person.end <= voice.cueSpan.start && mayBear(words, body, person))
    const holder = holders.findLast(
      one => one.passage === i && one.holder !== null && mayBear(words, body, one.holder),
    )?.holder
    const found = i === voice.passage ? (holder ?? name) : (name ?? holder)
    if (found) return found
  }
  return null
}

// How near its name a title stands where a person is introduced with it, in characters.
const introduction = 60

/** Whether somebody may be meant by a title: it is in the name, or stood by it. A pronoun may mean anybody. */
function mayBear(words: string, body: string, { start, end }: Span): boolean {
  if (!title.test(words)) return true
  const [before] = body
    .slice(Math.max(0, start - introduction), start)
    .split(/[.\n]/)
    .slice(-1)
  const [after] = body.slice(end, end + introduction).split(/[.\n]/)
  return `${before} ${body.slice(start, end)} ${after}`
    .toLowerCase()
    .includes(words.split(' ').at(-1) ?? words)
}

function canStandFor(words: string, named: string): boolean {
  const isGroup = groupNoun.test(named)
  const isSeveral = pluralNoun.test(named) && !/^\p{Lu}\S* \p{Lu}\S*$/u.test(named)
  if (several.has(words)) return isGroup || isSeveral
  if (thing.has(words)) return isGroup || /^(the )?\p{Lu}{2,}/u.test(named)
  return !isGroup && !isSeveral
}

/** By sentence, the people who are the subject of a clause outside quotations; by their surname once they are known. */
function peopleIn(body: string, passages: readonly Passage[], places: readonly Span[]): Span[][] {
  const surnames = new Set<string>()
  return passages.map(p =>
    [...new Set(p.phraseAt.values())].flatMap(phrase => {
      const words = p.words.slice(phrase.from, phrase.to)
      const proper = words.slice(words.findLastIndex(({ pos }) => pos !== 'PROPN') + 1)
      const [first, last] = [proper[0], proper.at(-1)]
      if (!first || !last || proper.length > 4 || groupNoun.test(body.slice(first.start, last.end))) return []
      const name = { start: first.start, end: last.end }
      if (places.some(place => overlaps(place, name))) return []
      if (proper.length >= 2) surnames.add(last.text)
      else if (!surnames.has(last.text)) return []
      const before = p.words[phrase.from - 1]
      const opens = !before || /^(PUNCT|CCONJ|SCONJ|ADV)$/.test(before.pos)
      const outside = (p.quoted[phrase.from] ?? -1) < 0
      return opens && outside && /^(VERB|AUX|PUNCT|ADV)$/.test(p.words[phrase.to]?.pos ?? '') ? [name] : []
    }),
  )
}

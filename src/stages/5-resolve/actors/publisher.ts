import type { Labels } from '../../../model/labels.js'
import type { Report } from '../../../model/report.js'
import type { Quote, Span } from '../../../model/span.js'
import type { ActorType } from '../../../model/vocabulary.js'
import { contains } from '../../../text/quote.js'
import type { Named } from './scene.js'
import { headNoun, plainName } from './words.js'

/** Types that a party to the events has; what else publishes is no party to them. */
const parties: ReadonlySet<ActorType> = new Set([
  'state',
  'state-forces',
  'external-forces',
  'rebel',
  'militia',
  'terror-group',
])
/**
 * What a name turns on that is a state's organ or an armed group, with the type that it gives; "Nation", "Times" and the like
 * name newspapers.
 */
const organs: readonly { readonly words: RegExp; readonly type: ActorType }[] = [
  {
    words: organ(
      'command|army|navy|air force|armed forces|defen[cs]e forces|military|police|general staff|task force',
    ),
    type: 'state-forces',
  },
  {
    words: organ('ministry|government|department|embassy|presidency|politburo|council of ministers'),
    type: 'state',
  },
  { words: organ('coalition'), type: 'external-forces' },
  { words: organ('brigades?|liberation (?:army|front|movement)|resistance'), type: 'rebel' },
]

function organ(words: string): RegExp {
  return new RegExp(`\\b(?:${words})(?: (?:of|for|in) .*)?$`, 'i')
}

const typeOfOrgan = (name: string): ActorType | null =>
  organs.find(({ words }) => words.test(name))?.type ?? null

const statement =
  /^(?:(?:press|official|joint|military|war) )?(?:statement|communiqu[eé]|declaration|bulletin|press release|news release)(?: no\.? ?\d+)?(?: issued| made)?(?: by| of| from|:) (?:the )?(.{3,80}?)(?: (?:on|about|regarding|concerning) .*)?$/i
/** How many lines at the beginning may say whose statement it is, and how long such a line may be. */
const openingLines = 4
const longestLine = 120

/**
 * The party that put a report out: its outlet, else what its headline or first lines say it is a statement of. Null where
 * it is a news report, or nothing tells. A news outlet that prints a statement is its outlet, and no party.
 */
export function publisherOf(
  { body, outlet, headline }: Pick<Report, 'body' | 'outlet' | 'headline'>,
  identify: (words: string) => Named | null,
): Named | null {
  if (outlet != null) return asParty(outlet, identify)
  const lines = [headline ?? '', ...body.slice(0, longestLine * openingLines).split('\n', openingLines)]
  for (const line of lines.map(one => one.trim())) {
    if (line.length > longestLine) continue
    const name = statement.exec(line)?.[1] ?? (isHeading(line) ? line : null)
    const party = name && asParty(name, identify)
    if (party) return party
  }
  return null
}

/** A line that is a name alone: "MINISTRY OF DEFENCE", "Norland Armed Forces Command". */
const isHeading = (line: string): boolean =>
  line.split(' ').every(word => /^(?:\p{Lu}|of$|for$|the$|and$)/u.test(word)) && !/[.!?]$/.test(line)

function asParty(words: string, identify: (words: string) => Named | null): Named | null {
  const name = plainName(words)
  const named = identify(name)
  if (!named) return null
  const isKnown = named.registry !== null || named.rule === 'ambiguous'
  const types = named.others?.map(({ actor }) => actor.type) ?? []
  const type = isKnown ? named.type : typeOfOrgan(name)
  const isParty = types.length > 0 ? types.every(one => parties.has(one)) : parties.has(type ?? 'unknown')
  if (type === null || !isParty) return null
  return { ...named, name: isKnown ? named.name : name, type, isPerson: false, rule: 'publisher' }
}

/** Not "US". */
const self = /^(?:[Ww]e|us|[Oo]ur|ours|ourselves)$/
const ownForces =
  /^our (?:own |armed |brave )*(?:forces|troops|army|military|soldiers|fighters|units|navy|air force|air defen[cs]es|pilots|police|government|ministry|men)$/i

/**
 * Who "we" is: the publisher in a report's own voice, and in a quotation the group that is quoted. A person who is quoted says
 * "we" of some group that the words do not tell, but in a statement put out for that person.
 */
export function firstPerson(
  { body, outlet, headline }: Pick<Report, 'body' | 'outlet' | 'headline'>,
  { attributions, mentions, roles }: Labels,
  identify: (quote: Quote) => Named | null,
): (quote: Quote) => Named | null {
  const party = publisherOf({ body, outlet, headline }, words =>
    identify({ start: 0, end: words.length, exact: words }),
  )
  const publisher = party && (ofState(party, mentions, roles, identify) ?? party)
  const noun = publisher && headNoun(publisher.name).toLowerCase()
  const ownNoun = noun && typeOfOrgan(noun) && !isNamedOtherwise(noun, publisher, mentions) ? noun : null
  return quote => {
    const isSelf = self.test(quote.exact)
    const isOwn = publisher !== null && (ownForces.test(quote.exact) || isThe(ownNoun, quote.exact))
    if (!isSelf && !isOwn) return null
    const voice = attributions.find(({ content }) => content.some(piece => contains(piece, quote)))
    if (!voice && !isQuoted(body, quote)) return publisher
    const speaker = isSelf && voice?.holder ? identify(voice.holder) : null
    return speaker && (publisher || isGroup(speaker)) ? { ...speaker, rule: 'speaker' } : null
  }
}

/** How far into a statement the state may be named for which it speaks (UTF-16 code units). */
const opening = 200

/** "Norland condemns …", put out by its foreign ministry: the statement speaks in the name of the state. */
function ofState(
  party: Named,
  mentions: Labels['mentions'],
  roles: Labels['roles'],
  identify: (quote: Quote) => Named | null,
): Named | null {
  if (party.type !== 'state' || party.country === null) return null
  const acting = new Set(roles.flatMap(({ role, mention }) => (role === 'initiator' ? [mention] : [])))
  const state = mentions
    .filter(({ id, kind, quote }) => kind === 'actor' && quote.start < opening && acting.has(id))
    .flatMap(({ quote }) => identify(quote) ?? [])
    .find(({ registry }) => registry === `state:${party.country}`)
  return state ? { ...state, rule: 'publisher' } : null
}

/** Types of those who are more than one. */
const groups: ReadonlySet<ActorType> = new Set([...parties, 'organisation', 'protesters', 'company'])

const isGroup = ({ name, type, registry, isPerson }: Named): boolean =>
  !isPerson &&
  groups.has(type) &&
  (registry !== null || typeOfOrgan(name) !== null || /s$/.test(headNoun(name)))

const isThe = (noun: string | null, words: string): boolean =>
  noun !== null && words.toLowerCase() === `the ${noun}`

/** Whether another than the publisher goes by its noun: then "the ministry" may be either. */
function isNamedOtherwise(noun: string, publisher: Named, mentions: Labels['mentions']): boolean {
  return mentions.some(({ kind, quote }) => {
    const name = plainName(quote.exact)
    const isAnother = name.toLowerCase() !== noun && name.toLowerCase() !== publisher.name.toLowerCase()
    return kind === 'actor' && isAnother && headNoun(name).toLowerCase() === noun
  })
}

/** How far back the beginning of a quotation is looked for (UTF-16 code units). */
const longestQuotation = 1500

/** Whether words stand within quotation marks that open before them in their paragraph. */
function isQuoted(body: string, { start }: Span): boolean {
  const before =
    body
      .slice(Math.max(0, start - longestQuotation), start)
      .split('\n')
      .at(-1) ?? ''
  const straight = before.split('"').length - 1
  return before.lastIndexOf('“') > before.lastIndexOf('”') || straight % 2 === 1
}

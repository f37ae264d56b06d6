import { namingRules } from './stages/5-resolve/actors/identify.js'
import { partRules, totalRules } from './stages/5-resolve/counts/relations.js'
import { placeRules } from './stages/5-resolve/places/rules.js'
import { families } from './stages/5-resolve/times/rules/index.js'

/** What rules do that have no table of their own to say it. A name that ends in `/` or `:` stands for all that begin so. */
const meanings: Readonly<Record<string, string>> = {
  'actor:ambiguous': 'several of the registry bear the name, and none was chosen',
  'actor:coreference': 'the fullest name of the mentions that the reader tied together',
  'actor:fighters': 'fighters whose side the words do not tell have the type of the armed group named last',
  'actor:its-fighters': 'fighters of the armed group named last',
  'actor:forces': 'a state’s forces keep the words that name them',
  'actor:introduced': 'the report spells the abbreviation out',
  'actor:manner': 'its type is told by what is said of the fighters',
  'actor:name': 'words that look like a person’s name',
  'actor:none': 'the words tell no type',
  'actor:not-called-otherwise': 'the report calls another of the same name by another name as well',
  'actor:noun': 'its type is told by its head noun',
  'actor:other-time': 'it bore the name at another time than that of the report',
  'actor:people': 'a people’s name',
  'actor:place': 'its words name a place',
  'actor:publisher': '“we”, “our forces” and the like in a statement are the party that put it out',
  'actor:pronoun': 'the one person named shortly before',
  'actor:same-noun': 'the one state whose forces or authority were called so before',
  'actor:speaker': '“we” in a quotation is the group that is quoted',
  'actor:the-group': 'the armed group named last',
  'count:': 'the numbers that the words say (docs/counts-rules.md)',
  'event:collected': 'values are collected, not chosen: both are kept',
  'event:kind-told-most': 'of several kinds told, the one told most often; of equals the first',
  'event:narrowest-first': 'of several times told, the narrowest stands first',
  'event:other-kind': 'they tell different kinds',
  'event:other-entry': 'they stand under the headings of two dates',
  'event:other-parties': 'both name a side, and share nobody',
  'event:other-place': 'neither place is, holds or lies in the other',
  'event:other-status': 'what was done, was not done, and is to come are different events',
  'event:other-target-place': 'they are aimed at two places by name',
  'event:other-time': 'their times do not meet',
  'event:same-day': 'of one kind on one day',
  'event:same-parties': 'of one kind by the same to the same',
  'event:same-place': 'of one kind in one place',
  'event:within-campaign':
    'fighting that the report calls a war, an offensive or the like holds its place, has a side in common, and no time speaks against it',
  'holder:actor/': 'what the report says that the holder is',
  'holder:alone/': 'a noun for a source, with nothing that says whose it is (holder-nouns.tsv)',
  'holder:before/': 'what stands before a noun for a source (holder-nouns.tsv)',
  'holder:beside-name': 'said of the person beside the name',
  'holder:fights-here': 'its state is told to fight in this report',
  'holder:head/': 'the noun that the words turn on (holder-nouns.tsv)',
  'holder:name/': 'a name that ends as those of news outlets do (holder-nouns.tsv)',
  'holder:registry': 'the actor registry knows the name',
  'holder:via': 'whoever speaks through an official or an officer speaks for one',
  'holder:words/': 'words that tell it wherever they stand (holder-nouns.tsv)',
  'import:': 'another coded it so, and it was taken in as told (docs/import.md)',
  'lexicon:by': 'named after “by”',
  'lexicon:count': 'a number or a word for one',
  'lexicon:harm': 'the event that does such harm in the same sentence, or the last before it',
  'lexicon:instrument': 'a weapon, vehicle or instrument beside it',
  'lexicon:more-telling': 'of tellings of one event, the more telling kind is taken for all',
  'lexicon:object': 'its object',
  'lexicon:owner': 'whose it is',
  'lexicon:phrase': 'words that play a part',
  'lexicon:place-any': 'the nearest place of the sentence',
  'lexicon:place-clause': 'a place of its clause',
  'lexicon:place-near': 'the nearest place of the sentence that follows a preposition',
  'lexicon:place-object': 'a place that it leaves or reaches',
  'lexicon:place-owner': 'the place whose it is',
  'lexicon:place-target': 'the place that it is aimed at',
  'lexicon:place-own': 'a place of its own phrase',
  'lexicon:same': 'by kind and words, by distance, and by “the” as against “another”',
  'lexicon:says-less': 'its row of the table fits too, but says less',
  'lexicon:scare-quotes': 'words that the report puts in quotation marks and does not vouch for',
  'lexicon:status/as-told-before': 'told as known, and so as it was told first',
  'lexicon:status/before': 'a word before the noun, or that the noun hangs on',
  'lexicon:status/clause': 'a condition opens its clause',
  'lexicon:status/happening': 'a word for the happening of it, with “will” or the like',
  'lexicon:status/helper': 'a modal or a negation beside the verb',
  'lexicon:status/infinitive': 'what its “to” hangs on',
  'lexicon:status/plain': 'nothing beside it makes it less than told',
  'lexicon:status/predicate': 'what is said of it: due, planned, called off',
  'lexicon:status/subject': 'nobody is its subject',
  'lexicon:status/time': 'a time to come',
  'lexicon:subject': 'its subject',
  'lexicon:time-after': 'the time after it',
  'lexicon:time-clause': 'the time of its clause',
  'lexicon:time-lead': 'the time that opens its sentence',
  'lexicon:time-near': 'the time nearest to it',
  'lexicon:time-own': 'the time in its own phrase',
  'place:as-likely': 'too nearly as likely as others far from it',
  'place:less-likely': 'less likely than the one chosen',
  'place:not-held': 'it does not lie where the report says',
  'said:fullest-name': 'a holder goes by the fullest name that the report uses',
  'status:contradicted': 'one telling is attributed and another negated: somebody contradicts it',
  'status:said-and-denied': 'somebody cited says it, and somebody cited denies it',
  'status:within-attribution': 'a plain telling within what somebody says',
  'status:within-denial': 'told only within what somebody denies',
  'trained:': 'the trained reader of that version (models/reader/MODEL_CARD.md)',
  'trained:less-likely': 'the trained reader holds it for less likely',
  'time:before-clause': 'the time of what it came before',
  'time:campaign-end': 'what lasted ended then, and no start is told',
  'time:campaign-start': 'a campaign that began then, and of which no end is told',
  'time:from-date': 'a distance from the date that the words name',
  'time:from-publication': 'reckoned from the publication',
  'time:from-text': 'reckoned from a time told before',
  'time:reach': 'a length that ends or begins with the publication',
  'time:since-clause': 'the time of what it has gone on since',
  'time:weekday-past': 'the nearest such day at or before the publication, since it is told as past',
  'time:weekday-future': 'the nearest such day at or after the publication, since it is told as to come',
  'time:weekday-': 'a day of the week, by “last”, “next” or “this”',
  'time:year-from-publication': 'a date without a year, put next to the publication',
  'time:year-from-text': 'a date without a year, put next to the time told before',
  'type:abroad': 'a state’s forces in another country are external forces',
}

const tabled: ReadonlyMap<string, string> = new Map([
  ...Object.entries(placeRules).map(([rule, { when }]) => [`place:${rule}`, when] as const),
  ...namingRules.map(({ rule, because }) => [`actor:${rule}`, lowered(because)] as const),
  ...partRules.map(({ rule, because }) => [`part:${rule}`, because] as const),
  ...totalRules.map(({ rule, because }) => [`total:${rule}`, because] as const),
  ...families.flatMap(({ name, rules }) =>
    rules.map(
      ({ id }) => [`time:${id}`, `a rule of the family “${lowered(name)}” (docs/times-rules.md)`] as const,
    ),
  ),
  ...Object.entries(meanings),
])
const beginnings = Object.keys(meanings).filter(name => /[-/:]$/.test(name))

/** How the reader's table says that words tell a kind. */
const uses: Readonly<Record<string, string>> = {
  noun: 'a noun that tells',
  verb: 'a verb that tells',
  effect: 'what is done by, here',
  echo: 'a word that stands for',
}

/** What a rule of the program does, in a few words; of rules that worked together (`a+b`), each. Null for what is not known. */
export function ruleMeaning(by: string): string | null {
  const parts = by.split('+').flatMap(one => meaningOfOne(one) ?? [])
  return parts.length > 0 ? parts.join('; ') : null
}

function meaningOfOne(by: string): string | null {
  const known = tabled.get(by) ?? tabled.get(beginnings.find(start => by.startsWith(start)) ?? '')
  if (known !== undefined) return known
  const pronoun = /^(lexicon:.+):pronoun$/.exec(by)?.[1]
  if (pronoun) return `${meaningOfOne(pronoun) ?? pronoun}, for which a pronoun stands`
  const [, kind, use, words] = /^lexicon:([a-z-]+)\/(noun|verb|effect|echo)\/(.+)$/.exec(by) ?? []
  if (kind && use && words)
    return `the table of words has “${words.replaceAll('|', ' or ')}”, ${uses[use]} ${kind}`
  const [, rule] = /^lexicon:([a-z-]+)$/.exec(by) ?? []
  if (rule) return `the reader's rule for “${rule.replaceAll('-', ' ')}”`
  const asked = /^lexicon:unmet\/(.+)$/.exec(by)?.[1]
  if (asked) return `its row of the table asks for what is not there: ${asked}`
  return null
}

function lowered(text: string): string {
  return text.replace(/^(?:\p{Lu})(?=\p{Ll})/u, first => first.toLowerCase())
}

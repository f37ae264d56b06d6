import type { PlaceLevel } from '../../../model/vocabulary.js'

/** What the words of a place's name say: the proper part, and what kind of place the words around it make of it. */
export interface PlaceName {
  /** The mention without "the", possessive and line breaks. */
  readonly whole: string
  /** What to look up ("Anbar" of "Anbar province", "Syria" of "northern Syria"). */
  readonly core: string
  /** The level that a word states ("province"), or null. */
  readonly level: PlaceLevel | null
  /** A part of what `core` names ("northern", "parts of"). */
  readonly part: boolean
  /** Beside what `core` names ("a village near Mosul"), and not in it. */
  readonly beside: boolean
  /** What the mention itself names as holding it ("Syria" of "Baghuz, Syria"), or null. */
  readonly within: string | null
}

const levelWords: Readonly<Record<string, PlaceLevel>> = {}
const say = (level: PlaceLevel, words: string): void => {
  for (const word of words.split(/\s+/)) Object.assign(levelWords, { [word]: level })
}
say(
  'province',
  'province provinces governorate governorates oblast oblasts state states department departments prefecture canton',
)
say(
  'region',
  'region regions border frontier mountains desert valley peninsula territory countryside steppe plains plain highlands',
)
say('region', 'enclave corridor basin front heartland islands archipelago hinterland')
say(
  'district',
  'district districts county counties neighbourhood neighborhood neighborhoods neighbourhoods suburb suburbs quarter municipality',
)
say('district', 'sub-division subdivision borough area areas parish commune ward outskirts street')
say('town', 'city cities town towns village villages hamlet kibbutz settlement')
say(
  'site',
  'airport airfield airbase base camp hospital school mosque church cathedral temple square bridge prison jail university',
)
say(
  'site',
  'station hotel market palace embassy consulate parliament court courthouse castle dam refinery pipeline crossing hill mount',
)
say(
  'site',
  'headquarters barracks cafe café restaurant club stadium theatre theater museum mall building tower centre center mine',
)
say(
  'site',
  'monastery shrine cemetery port harbour harbor checkpoint facility plant stronghold compound farm volcano house hall tunnel',
)
say('site', 'garrison outpost shop office offices college house field')
say('water', 'sea ocean river lake gulf strait straits bay canal channel coast waters')

const compass =
  /^(?:the )?(?:(?:far|deep|rural|central|upper|lower|mid) )?(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west|central|rural|downtown|greater|inner|outer|mainland)(?:ern)?(?: and (?:north|south|east|west|central)(?:ern)?)?(?: parts?)?(?: of)? (?:the )?(?=\p{L})/iu
const portion = /^(?:parts?|much|most|swaths|swathes|areas|large parts) of (?:the )?(?=\p{Lu})/iu
const ofType =
  /^(?:the )?(?:(?:besieged|capital|port|old|rebel-held|nearby|northern|southern|eastern|western) )?([\p{L}-]+) of (?:the )?(?=\p{L})/iu

/** "a village near Mosul", "off the coast of Yemen": beside the place that is named, and not in it. */
const beside =
  /^(?:an? )?(?:([\p{Ll}-]+) )*?(near|outside|around|close to|off the coast of|off|along|beyond|(?:north|south|east|west)[\p{Ll}-]* of) (?:the )?(?=\p{Lu})/u
/** "Syria’s Idlib province". */
const possessor = /^(\p{Lu}[\p{L}\p{M} .-]*?)[’']s (?=\p{L})/u
/** "Karrada district of Baghdad". */
const heldBy = new RegExp(
  `^((?!off ).+ (?:${Object.keys(levelWords).join('|')})) of (?:the )?(?=\\p{Lu})`,
  'u',
)

/** Takes a place mention apart. */
export function readPlaceName(mention: string): PlaceName {
  const words = mention.replace(/\s+/g, ' ').trim()
  const whole =
    words
      .replace(/^the /i, '')
      .replace(/[’']s?$/, '')
      .trim() || words
  const [first = whole, ...rest] = whole.split(/\s*,\s*| in (?=\p{Lu})/u)
  const owner = possessor.exec(first)
  const holder = heldBy.exec(first)
  const within = rest.at(-1) ?? owner?.[1] ?? (holder ? first.slice(holder[0].length) : null)
  const own = owner ? first.slice(owner[0].length) : (holder?.[1] ?? first)
  const side = beside.exec(own)
  if (side) {
    const level = side[2]?.startsWith('off') ? 'water' : (levelWords[side[1] ?? ''] ?? null)
    return { whole, core: own.slice(side[0].length), level, part: true, beside: true, within }
  }
  return { whole, within, beside: false, ...typedName(own) }
}

/** The proper part of a name, with the level that a word of it states. */
function typedName(name: string): Pick<PlaceName, 'core' | 'level' | 'part'> {
  const point = (portion.exec(name) ?? compass.exec(name))?.[0] ?? ''
  const part = point !== '' && point.length < name.length
  const named = part ? name.slice(point.length) : name
  const typed = ofType.exec(named)
  const before = typed ? levelWords[typed[1]?.toLowerCase() ?? ''] : undefined
  if (typed && before) return { core: named.slice(typed[0].length), level: before, part }
  const words = named.split(' ')
  const last = levelWords[words.at(-1)?.toLowerCase() ?? '']
  if (!last || words.length === 1) return { core: named, level: last ?? null, part }
  return {
    core: words
      .slice(0, -1)
      .join(' ')
      .replace(/[’']s$/, ''),
    level: last,
    part,
  }
}

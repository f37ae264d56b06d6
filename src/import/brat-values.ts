import type { SaidValue } from '../model/claim.js'
import { holderTypes } from '../model/holder-type.generated.js'
import type { Quote } from '../model/span.js'
import type { EventActor, GazetteerPlace, HarmValue, PlaceValue, TimeValue } from '../model/values.js'
import { About, ActorType, Certainty, HarmKind, PlaceLevel, Stance } from '../model/vocabulary.js'
import type { BratLines, BratWords } from './brat-lines.js'
import { timeValue } from './reading.js'
import { shown } from './rejection.js'
import type { PlacesNamed } from './table.js'

/** A value as words, their attributes and their note tell it. */
export type BratValue =
  | { readonly field: 'when'; readonly value: TimeValue }
  | { readonly field: 'where'; readonly value: PlaceValue }
  | { readonly field: 'initiators' | 'targets'; readonly value: EventActor }
  | { readonly field: 'means'; readonly value: string }
  | { readonly field: 'harm'; readonly value: HarmValue }
  | { readonly field: 'said'; readonly value: SaidValue }

interface Given {
  readonly id: string
  readonly words: BratWords
  readonly lines: BratLines
  /** The words that show who says so, of a holder. */
  readonly cue: readonly Quote[]
  readonly places: PlacesNamed
  readonly complain: (line: number, field: string | null, message: string, help: string) => void
}

/**
 * How the words of each field become a value; null where they cannot, which is told. What no note of ours says is left
 * unknown: the words are the name, a time has no value, and a count is a vague one.
 */
export const bratValues: Readonly<Record<BratValue['field'], (given: Given) => BratValue | null>> = {
  when: given => {
    const edtf = textOf(given, 'edtf')
    const value = edtf === null ? timeValue(null) : timeOrNull(edtf)
    if (value) return { field: 'when', value }
    given.complain(
      given.words.line,
      given.id,
      `${shown(edtf)} is not EDTF as used here`,
      'codebook, section 3',
    )
    return null
  },
  where: given => {
    const level = coded(given, 'Level', PlaceLevel.options, null)
    if (!level) return null
    const country = textOf(given, 'country')
    const relation = textOf(given, 'relation')
    const value: PlaceValue = {
      name: textOf(given, 'name') ?? plain(given),
      country: country !== null && /^[A-Z]{2}$/.test(country) ? country : null,
      level,
      known: referred(given),
      ...((relation === 'near' || relation === 'between') && { relation }),
    }
    return { field: 'where', value }
  },
  initiators: given => actor('initiators', given),
  targets: given => actor('targets', given),
  means: given => ({ field: 'means', value: plain(given) }),
  harm: given => {
    const what = coded(given, 'What', HarmKind.options, null)
    if (!what) return null
    const [low, high, vague] = [numberOf(given, 'low'), numberOf(given, 'high'), textOf(given, 'vague')]
    const isTold = low !== null || high !== null || vague !== null
    if (low !== null && high !== null && low > high) {
      given.complain(given.words.line, given.id, `low ${low} is more than high ${high}`, 'correct its note')
      return null
    }
    const of = textOf(given, 'of')
    const number = { low, high, vague: isTold ? vague : plain(given) }
    return { field: 'harm', value: { what, ...number, of, cumulative: false, partOf: null } }
  },
  said: given => {
    const [stance, about] = [
      coded(given, 'Stance', Stance.options, 'says'),
      coded(given, 'About', About.options, 'event'),
    ]
    if (!stance || !about) return null
    const note = given.lines.notes.get(given.id)
    const type = holderTypes.find(one => one === textOf(given, 'type'))
    const value: SaidValue = {
      holder: note && 'holder' in note ? textOf(given, 'holder') : plain(given),
      holderType: type ? { type, by: 'import:brat' } : null,
      stance,
      about,
      via: textOf(given, 'via'),
      cue: note && 'cue' in note ? textOf(given, 'cue') : (given.cue[0]?.exact ?? null),
    }
    return { field: 'said', value }
  },
}

function actor(field: 'initiators' | 'targets', given: Given): BratValue | null {
  const [type, certainty] = [
    coded(given, 'Type', ActorType.options, 'unknown'),
    coded(given, 'Certainty', Certainty.options, 'stated'),
  ]
  if (!type || !certainty) return null
  const name = textOf(given, 'name') ?? plain(given)
  return { field, value: { name, type, certainty, registry: textOf(given, 'registry') } }
}

const plain = ({ words }: Given): string => words.quotes.map(({ exact }) => exact).join(' ')

const textOf = ({ lines, id }: Given, key: string): string | null => {
  const value = lines.notes.get(id)?.[key]
  return typeof value === 'string' && value !== '' ? value : null
}

const numberOf = ({ lines, id }: Given, key: string): number | null => {
  const value = lines.notes.get(id)?.[key]
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null
}

/** The value of an attribute; null where it is none of the codebook's, or is missing and nothing stands for that. */
function coded<T extends string>(
  { lines, id, words, complain }: Given,
  attribute: string,
  options: readonly T[],
  otherwise: T | null,
): T | null {
  const given = lines.attributes.get(id)?.get(attribute)
  const found = given ? options.find(option => option === given.value) : otherwise
  if (found) return found
  const what = given ? `there is no ${attribute} ${shown(given.value)}` : `these words have no ${attribute}`
  complain(given?.line ?? words.line, id, what, `give one of ${options.join(', ')}`)
  return null
}

/** The place of the gazetteer that the words refer to. */
function referred({ lines, id, places, complain }: Given): GazetteerPlace | null {
  const reference = lines.references.get(id)
  if (!reference) return null
  const wanted = reference.id.replace(/^GeoNames:/, 'geonames:')
  const known = places(reference.name).find(place => place.id === wanted) ?? null
  if (!known)
    complain(
      reference.line,
      id,
      `the gazetteer has no ${wanted} by the name of ${shown(reference.name)}`,
      'the place was taken without it; herodotus gazetteer add loads more places',
    )
  return known
}

function timeOrNull(edtf: string): TimeValue | null {
  try {
    return timeValue(edtf)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

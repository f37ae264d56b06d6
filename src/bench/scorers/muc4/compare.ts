import { nameWords } from '../record/names.js'
import { type FillKind, halfRight, type Slot, slots } from './slots.js'
import type { Alternative, Fill, KeyFill, Values } from './template.js'

/** Correct, partially correct, incorrect. */
export type Grade = 'COR' | 'PAR' | 'INC'
const grades = { COR: 2, PAR: 1, INC: 0 } as const

const better = (a: Grade, b: Grade): Grade => (grades[b] > grades[a] ? b : a)

/** How right a fill is, by the key's best alternative and the fill that it is said to belong to. */
export function gradeOf(slot: Slot, key: KeyFill, fill: Fill): Grade {
  const own = key.alts.map(alt => gradeAlternative(slot, alt, fill)).reduce(better, 'INC')
  if (own !== 'COR' || !crossReferenced.has(slot) || isSameReference(key, fill)) return own
  return 'PAR'
}

/** Slots whose fills name the fill of another slot that they belong to: half right where that is another. */
const crossReferenced: ReadonlySet<Slot> = new Set<Slot>([
  'instrument_type',
  'perp_org_confidence',
  'phys_tgt_type',
  'phys_tgt_number',
  'phys_tgt_foreign_nation',
  'phys_tgt_effect',
  'hum_tgt_description',
  'hum_tgt_type',
  'hum_tgt_number',
  'hum_tgt_foreign_nation',
  'hum_tgt_effect',
])

function isSameReference({ xref = [] }: KeyFill, fill: Fill): boolean {
  const named = xref.filter(reference => reference !== '-')
  if (named.length === 0) return true
  const { xref: given } = fill
  return given !== undefined && named.some(reference => gradeString(reference, given) !== 'INC')
}

function gradeAlternative(slot: Slot, alt: Alternative, { value }: Fill): Grade {
  const kind: FillKind = slots[slot]
  if (typeof alt === 'string') {
    if (alt === value) return 'COR'
    return typeof value === 'string' && halfRight[slot]?.[alt]?.includes(value) ? 'PAR' : 'INC'
  }
  if (kind === 'string') return gradeString(alt.s ?? '', String(value))
  if (kind === 'date') return gradeDate(alt, value as Values['date'])
  if (kind === 'location') return gradeLocation(alt, value as Values['location'])
  return kind === 'number' ? gradeNumber(alt, value as Values['number']) : 'INC'
}

type Told = Exclude<Alternative, string>

// The words that the scorer of 1992 took from the front of a string; the rest of its list is articles.
const premodifiers = new Set(
  'this that these those one two three four five six seven eight nine ten 1 2 3 4 5 6 7 8 9 10 more most many several some all few any another other certain'.split(
    ' ',
  ),
)

/**
 * Strings that are equal but for words that may stand before them are the same. In 1992 a person judged the others: here
 * one is half right if all words of one stand in the other, as where it names more or less of a name.
 */
export function gradeString(key: string, given: string): Grade {
  const [wanted, got] = [essential(key), essential(given)]
  if (wanted.length === 0 || got.length === 0) return 'INC'
  if (wanted.join(' ') === got.join(' ')) return 'COR'
  const isWithin = (a: readonly string[], b: readonly string[]): boolean => a.every(word => b.includes(word))
  return isWithin(wanted, got) || isWithin(got, wanted) ? 'PAR' : 'INC'
}

function essential(words: string): string[] {
  const all = [...nameWords(words)]
  const first = all.findIndex(word => !premodifiers.has(word))
  return first < 0 ? all : all.slice(first)
}

/** Section 3.2.2: part of the key's days is half right; so is "on or before" the last of them. */
function gradeDate(alt: Told, given: Values['date']): Grade {
  const from = alt.from ?? null
  const to = typeof alt.to === 'string' ? alt.to : null
  // A key without a year ("XXXX-05-03") asks for the day alone.
  const isYearless = [from, to].some(day => day?.startsWith('XXXX'))
  const plain = (day: string | null): string | null => (isYearless ? (day?.slice(4) ?? null) : day)
  const [first, last, a, b] = [from, to, given.from, given.to].map(plain)
  if (first === a && last === b) return 'COR'
  if (a === null) return b !== null && b === last ? 'PAR' : 'INC'
  const starts = first === null || (a !== undefined && first !== undefined && a >= first)
  const ends = last === null || (typeof b === 'string' && last !== undefined && b <= last)
  return starts && ends ? 'PAR' : 'INC'
}

/**
 * Section 3.2.3. The record holds a country and the narrowest place, so right is who names both, whatever lies between;
 * half right is either alone, one end of a stretch, or a wider place of the key's.
 */
function gradeLocation({ path = [], to }: Told, given: Values['location']): Grade {
  const [country = '', ...within] = path.map(({ name }) => name)
  const ends = [within.at(-1), ...(Array.isArray(to) ? [to.at(-1)?.name] : [])].filter(
    name => name !== undefined,
  )
  const [givenCountry = '', ...places] = given
  const isNamed = (name: string): boolean => places.some(place => gradeString(name, place) !== 'INC')
  const sameCountry = gradeString(country, givenCountry) === 'COR'
  if (sameCountry && ends.every(isNamed) && (ends.length > 0 || places.length === 0)) return 'COR'
  return sameCountry || within.some(isNamed) ? 'PAR' : 'INC'
}

/** Section 3.2.21: a number at either end of the key's range, or the key's own that is told as about so many, is half right. */
function gradeNumber({ min, max, approx, plural }: Told, given: Values['number']): Grade {
  if (given === 'plural') return plural ? 'COR' : 'INC'
  if (plural) return 'INC'
  const [low, high] = [min ?? null, max ?? null]
  if (low === given.min && high === given.max) return approx ? 'PAR' : 'COR'
  const isOne = given.min !== null && given.min === given.max
  return isOne && (given.min === low || given.min === high) ? 'PAR' : 'INC'
}

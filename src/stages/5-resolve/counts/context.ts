import type { Count } from './grammar.js'
import type { Word } from './words.js'

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

const months = set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
)
/** What is measured, timed or paid is not counted. */
const units =
  set(`percent % percentage per second seconds minute minutes hour hours day days night nights week weeks weekend
  month months year years decade decades century centuries km kms kilometre kilometres kilometer kilometers mile miles
  metre metres meter meters m cm mm centimetre centimetres inch inches foot feet yard yards acre acres hectare hectares square cubic nautical
  ton tons tonne tonnes kg kgs kilogram kilograms kilo kilos gram grams lb lbs litre litres liter liters gallon gallons barrel barrels
  degree degrees dollar dollars euro euros pound pounds sterling rupee rupees rs yen peso pesos cent cents usd eur gbp
  am pm a.m p.m gmt utc local o’clock o'clock noon midnight
  times time fold mph kph knots megawatts points`)
const money = set('$ £ € ¥ ₹ rs rs. usd eur gbp')
/** Words whose number is a name ("Resolution 2254", "Flight 370"). */
const labels =
  set(`article articles resolution resolutions no no. nos number numbers flight route highway section chapter page pages room
  channel boeing airbus version round phase block lot mig su il an f b t m unit battalion brigade division regiment squadron age aged
  group g gate line apollo iphone covid-19 verse sector zone road interstate psalm`)
const timeWords =
  set(`in since of by until till from during before after early late mid around spring summer autumn winter fall
  year years ${[...months].join(' ')}`)
/** What "no" must stand before to be a count, and not a refusal. */
const harmed =
  set(`casualties casualty deaths death fatalities injuries injury injured wounded dead killed victims loss losses
  civilians civilian people persons soldiers survivors hostages`)
const hurt = /^(?:killed|hurt|injured|harmed|wounded|died)$/

/** Why words that read as a count are none here, or null where they are one. */
export function notACount(words: readonly Word[], count: Count): string | null {
  const first = words[count.from]
  const last = words[count.to - 1]
  const previous = words[count.from - 1]
  const next = words[count.to]
  if (!first || !last) return 'nothing'
  if (count.rule === 'word' && first.lower === 'no') return negation(words, count.to)
  if (count.rule === 'word' && first.lower === 'another') return 'determiner'
  if (count.rule === 'vague') return null
  if (previous && money.has(previous.lower)) return 'money'
  if (next && measured(words, count.to)) return 'measure'
  if (next && touching(last, next) && !'.,;:)’”"\'!?'.includes(next.text[0] ?? '')) return 'part of a word'
  if (previous && touching(previous, first) && !'(“"‘\''.includes(previous.text)) return 'part of a word'
  if (previous && labels.has(previous.lower)) return 'label'
  if (dated(words, count)) return 'date'
  if (yearLike(words, count)) return 'year'
  if (isAge(words, count)) return 'age'
  return pronounOne(words, count) ? 'pronoun' : null
}

const touching = (a: Word, b: Word): boolean => a.end === b.start

function negation(words: readonly Word[], at: number): string | null {
  const noOne = words[at]?.lower === 'one'
  const stands = noOne
    ? words.slice(at + 1, at + 5).some(({ lower }) => hurt.test(lower))
    : words.slice(at, at + 3).some(({ lower }) => harmed.has(lower))
  return stands ? null : 'negation'
}

function measured(words: readonly Word[], at: number): boolean {
  const [next, after] = [words[at]?.lower ?? '', words[at + 1]?.lower ?? '']
  if (next === 'm' || next === 'f') return after !== '-'
  return (
    units.has(next) ||
    (next === '-' && units.has(after.split('-')[0] ?? '')) ||
    units.has(next.split('-')[0] ?? '')
  )
}

/** "31 March", "March 31", "30-31 March", "12:30". */
function dated(words: readonly Word[], { from, to }: Count): boolean {
  const [previous, next] = [words[from - 1], words[to]]
  if (next && months.has(next.lower))
    return next.lower !== 'may' || !/^(have|be|still|also)$/.test(words[to + 1]?.lower ?? '')
  if (previous && months.has(previous.lower) && to - from === 1) {
    return previous.text !== 'may' && Number(words[from]?.text) <= 31
  }
  return previous?.text === ':' || (next?.text === ':' && /^\d/.test(words[to + 1]?.text ?? ''))
}

function yearLike(words: readonly Word[], { from, to }: Count): boolean {
  const number = words.slice(from, to).find(({ text }) => /^(1[89]|20)\d\d$/.test(text))
  if (!number) return false
  const [previous, next] = [words[words.indexOf(number) - 1], words[to]]
  if (previous && (timeWords.has(previous.lower) || /^\d/.test(previous.text))) return true
  return (
    !next ||
    !/^\p{Ll}{3,}$/u.test(next.text) ||
    /^(and|but|when|the|that|which|was|were|has|had|after|for|with)$/.test(next.lower)
  )
}

/** "Name Surname, 27, was": a numeral between commas or in brackets after a name. */
function isAge(words: readonly Word[], { from, to }: Count): boolean {
  const [mark, numeral, next, name] = [words[from - 1], words[from], words[to], words[from - 2]]
  if (to - from !== 1 || !numeral || !/^\d{1,2}$/.test(numeral.text)) return false
  const enclosed =
    (mark?.text === ',' && /^[,.;]$/.test(next?.text ?? '')) || (mark?.text === '(' && next?.text === ')')
  return enclosed && name !== undefined && /^\p{L}/u.test(name.text) && !/^\d/.test(name.text)
}

/** "one another", "no one", "this one", "the one who". */
function pronounOne(words: readonly Word[], { from, to }: Count): boolean {
  if (words[to - 1]?.lower !== 'one') return false
  const previous = words[from - 1]?.lower ?? ''
  const own = words[from]?.lower
  if (own === 'the' || own === 'another' || own === 'only')
    return !/^\p{L}/u.test(words[to]?.text ?? '') || own === 'the'
  return (
    /^(no|this|that|any|every|which|each|the|some|number|day)$/.test(previous) ||
    /^(another|day|’s|'s)$/.test(words[to]?.lower ?? '')
  )
}

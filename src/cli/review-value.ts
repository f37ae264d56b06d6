import { InputFault } from '../model/input-fault.js'
import { type ValueField, valueSchemas } from '../model/recorded.js'
import {
  About,
  ActorType,
  Certainty,
  EventKind,
  HarmKind,
  PlaceLevel,
  Stance,
  Status,
} from '../model/vocabulary.js'
import type { Known } from '../review/index.js'

type Parts = Readonly<Record<string, unknown>>

/** How a value of each field is written on the command line, for messages. */
const forms: Readonly<Record<ValueField, string>> = {
  kind: `one of ${EventKind.options.join(', ')}`,
  status: `one of ${Status.options.join(', ')}`,
  when: 'EDTF: a day 2031-03-05, a month 2031-03, a year 2031, or two with / between',
  where: `NAME, COUNTRY, LEVEL, such as "Vesna, UA, town"; - is no country; levels are ${PlaceLevel.options.join(', ')}`,
  initiators: actorForm(),
  targets: actorForm(),
  means: 'the weapon, vehicle or instrument',
  harm: `a count: 17, 12-17, 12+ (at least), 17- (at most) or "dozens" in quotation marks; before it ${HarmKind.options.join(', ')}, after it of WHOM: killed 12+ of civilians`,
  said: `HOLDER: STANCE ABOUT, such as "medics: says harm"; stances are ${Stance.options.join(', ')}; about ${About.options.join(', ')}`,
}

function actorForm(): string {
  return `NAME: TYPE, CERTAINTY, such as "Rebels: rebel"; types are ${ActorType.options.join(', ')}; certainties ${Certainty.options.join(', ')}`
}

/**
 * What a reviewer writes for a value, in short or as JSON, as the parts of one. `before`: the value that it takes the place of;
 * what is not said is kept from it.
 * @throws InputFault `not-a-value`
 */
export function valueFrom(field: ValueField, text: string, before: unknown, known: Known): unknown {
  const given = text.trim()
  const kept: Parts = typeof before === 'object' && before !== null ? { ...before } : {}
  if (given.startsWith('{') && typeof before !== 'string') return { ...kept, ...jsonParts(field, given) }
  switch (field) {
    case 'when':
      return { edtf: given }
    case 'where':
      return placeFrom(given, kept, known)
    case 'initiators':
    case 'targets':
      return actorFrom(field, given, kept, known)
    case 'harm':
      return harmFrom(given, kept)
    case 'said':
      return saidFrom(given, kept)
    case 'kind':
    case 'status':
      if (valueSchemas[field].safeParse(given).success) return given
      throw notA(field, text, `it is no ${field}`)
    default:
      return given
  }
}

function jsonParts(field: ValueField, text: string): Parts {
  try {
    return JSON.parse(text) as Parts
  } catch (error) {
    throw notA(field, text, `it is no JSON (${error instanceof Error ? error.message : error})`)
  }
}

function placeFrom(text: string, kept: Parts, { gazetteer }: Known): Parts {
  const [name = '', ...more] = text.split(',').map(part => part.trim())
  const told: { country?: string | null; level?: PlaceLevel; relation?: string } = {}
  for (const part of more) {
    const level = PlaceLevel.options.find(one => one === part.toLowerCase())
    const country = gazetteer?.lookup(part, 'written').find(one => one.level === 'country')?.country
    if (level) told.level = level
    else if (part === 'near' || part === 'between') told.relation = part
    else if (part === '-') told.country = null
    else if (/^[A-Za-z]{2}$/.test(part)) told.country = part.toUpperCase()
    else if (country) told.country = country
    else throw notA('where', text, `“${part}” is neither a country nor a level`)
  }
  // Of one place that bears the name, the gazetteer knows the rest; else what stood there is kept.
  const [only, another] = (gazetteer?.lookup(name, 'written') ?? []).filter(
    place =>
      (told.country === undefined || place.country === told.country) &&
      (told.level === undefined || place.level === told.level),
  )
  const found = only && !another ? { country: only.country, level: only.level } : {}
  // How it lies to the place is said of that place: of another it is in it, unless it is said again.
  const { relation: _, ...rest } = kept
  const value: Parts = { ...rest, ...found, ...told, name }
  if (value.level === undefined) throw notA('where', text, 'no level is given')
  return { country: null, ...value }
}

function actorFrom(field: 'initiators' | 'targets', text: string, kept: Parts, { actors }: Known): Parts {
  const [, name = text, said = ''] = /^(.*?)\s*:\s*([^:]*)$/.exec(text) ?? []
  const told: { type?: ActorType; certainty?: Certainty } = {}
  for (const part of said
    .split(',')
    .map(one => one.trim().toLowerCase())
    .filter(Boolean)) {
    const type = ActorType.options.find(one => one === part)
    const certainty = Certainty.options.find(one => one === part)
    if (type) told.type = type
    else if (certainty) told.certainty = certainty
    else throw notA(field, text, `“${part}” is neither a type nor a certainty`)
  }
  const registered = actors?.lookup(name)?.type
  const value: Parts = {
    certainty: 'stated',
    ...kept,
    ...(registered && { type: registered }),
    ...told,
    name,
  }
  if (value.type === undefined)
    throw notA(field, text, 'no type is given, and the registry does not know the name')
  return value
}

const harmPattern =
  /^(?:(?<what>[a-z]+)\s+)?(?:(?<low>\d+)\s*[-–]\s*(?<high>\d+)|(?<least>\d+)\+|(?<most>\d+)-|(?<exact>\d+)|["“](?<vague>[^"”]+)["”])(?:\s+of\s+(?<of>.+))?$/u

function harmFrom(text: string, kept: Parts): Parts {
  const { groups } = harmPattern.exec(text) ?? {}
  if (!groups) throw notA('harm', text, 'it is no count')
  const { what = kept.what, low, high, least, most, exact, vague = null, of = kept.of ?? null } = groups
  if (what === undefined) throw notA('harm', text, 'it does not say what was done: killed, injured …')
  const number = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits))
  return {
    cumulative: false,
    ...kept,
    what,
    low: number(exact ?? least ?? low),
    high: number(exact ?? most ?? high),
    vague,
    of,
  }
}

function saidFrom(text: string, kept: Parts): Parts {
  const [, name = text, said = ''] = /^(.*?)\s*:\s*([^:]*)$/.exec(text) ?? []
  const told: { stance?: Stance; about?: About } = {}
  for (const part of said.split(/[\s,]+/).filter(Boolean)) {
    const stance = Stance.options.find(one => one === part)
    const about = About.options.find(one => one === part)
    if (stance) told.stance = stance
    else if (about) told.about = about
    else throw notA('said', text, `“${part}” is neither a stance nor what it is about`)
  }
  return { stance: 'says', about: 'event', via: null, cue: null, ...kept, ...told, holder: name }
}

function notA(field: ValueField, text: string, message: string): InputFault {
  return new InputFault({
    code: 'not-a-value',
    source: `${field} ${text}`,
    message,
    help: `write ${forms[field]}; or the whole value as JSON (docs/reviewing.md)`,
  })
}

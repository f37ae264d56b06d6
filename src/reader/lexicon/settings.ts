import type { Mention, Role, Trigger } from '../../model/labels.js'
import { overlaps } from '../../text/quote.js'
import type { Surroundings } from './actors.js'
import type { Phrase } from './chunks.js'
import type { Clause, Parsed } from './clauses.js'
import type { Following, Prepositional } from './following.js'
import { type Frame, frameOf, type Scene, scenes } from './frames.js'
import { type Run, spanOf } from './layout.js'
import { piecesAt } from './pieces.js'

/** A place or time of an event, and the rule that found it. */
export interface Setting {
  readonly role: Role['role']
  readonly mention: Mention
  readonly by: string
}

const inside = new Set('in at near outside around across inside throughout within on'.split(' '))
const reporting = new Set(
  'say tell report announce add declare state confirm claim warn note argue write tweet post publish release describe insist deny'.split(
    ' ',
  ),
)
// What these do to an event they say of it ("on Sunday the front claimed the raid"); announcing may be the deed itself.
const telling = new Set('claim deny blame accuse admit confess condemn denounce'.split(' '))
// How far in characters a place may stand from its event where nothing else ties them.
const reach = 200
// The same for a time.
const near = 80
// How near before a time an event stands that it is the time of.
const beside = 15

/** Where and when a trigger's event happened, from its own sentence. */
export function settingsOf(around: Surroundings, trigger: Trigger, targets: readonly Mention[]): Setting[] {
  const { parsed } = around
  const at = piecesAt(parsed, trigger.quote)
  if (!at) return []
  const frame = frameOf(trigger.kind, parsed.pieces[at.first]?.lemma ?? '')
  return [...placesOf(around, trigger, at, frame, targets), ...timesOf(around, trigger, at)]
}

/** The first of the rules that finds a place, the surest first, as far as the frame lets them look. */
function placesOf(
  { parsed, triggers, mentions }: Surroundings,
  trigger: Trigger,
  at: Run,
  frame: Frame,
  targets: readonly Mention[],
): Setting[] {
  const places = mentions.filter(({ kind }) => kind === 'place')
  if (places.length === 0) return []
  const words = new Set([...inside, ...frame.route])
  const own = parsed.phraseAt(at.first) ?? parsed.phraseAt(at.last)
  const clause = clauseOf(parsed, at)
  const hanging = hangingOn(parsed, at)
  const before = own && spanOf(parsed, { first: own.first, last: at.first })
  const left = frame.route.includes('from') ? hanging.object : []
  // "After raids on Raqqa, they bombed an airliner": what hangs on another event is not this one's.
  const others = triggers
    .filter(other => other !== trigger)
    .flatMap(other => piecesAt(parsed, other.quote) ?? [])
  const taken = others.flatMap(other =>
    located(parsed, hangingOn(parsed, other).prepositions, places, inside),
  )
  const free = places.filter(place => !taken.includes(place))
  const rules: [string, Scene, () => readonly Mention[]][] = [
    ['own', 'own', () => located(parsed, hanging.prepositions, places, words)],
    ['target', 'clause', () => places.filter(place => targets.some(t => overlaps(t.quote, place.quote)))],
    ['object', 'sentence', () => places.filter(p => left.some(o => overlaps(spanOf(parsed, o), p.quote)))],
    ['owner', 'sentence', () => places.filter(p => before && overlaps(p.quote, before))],
    ['clause', 'clause', () => (clause ? located(parsed, clause.prepositions, free, words) : [])],
    [
      'near',
      'sentence',
      () =>
        nearest(
          trigger,
          free.filter(p => words.has(leading(parsed, p))),
        ),
    ],
    [
      'any',
      'sentence',
      () =>
        nearest(
          trigger,
          free.filter(p => isScene(parsed, p, mentions)),
        ),
    ],
  ]
  for (const [by, scene, find] of rules) {
    if (scenes.indexOf(scene) > scenes.indexOf(frame.scene)) continue
    const found = find()
    if (found.length > 0) return found.map(mention => ({ role: 'place', mention, by: `lexicon:place-${by}` }))
  }
  return []
}

/** What follows a trigger's own phrase. */
function hangingOn(parsed: Parsed, at: Run): Following {
  const own = parsed.phraseAt(at.first) ?? parsed.phraseAt(at.last)
  return parsed.after(Math.max(own?.last ?? 0, at.last))
}

/** Whether a place may be where something happened though no "in" says so: one that acts needs a preposition. */
function isScene(parsed: Parsed, place: Mention, within: readonly Mention[]): boolean {
  const acts = within.some(({ kind, quote }) => kind === 'actor' && overlaps(quote, place.quote))
  return !acts || /^(of|from|to|into|through|towards?|on)$/.test(leading(parsed, place))
}

/** The word before the phrase that a mention stands in. */
function leading(parsed: Parsed, { quote }: Mention): string {
  const at = piecesAt(parsed, quote)
  const phrase = at ? parsed.phraseAt(at.first) : undefined
  return parsed.pieces[(phrase?.first ?? at?.first ?? 0) - 1]?.lower ?? ''
}

/** The places after the first preposition of place: several where they are joined, the first of "in Lyon, in France". */
function located(
  parsed: Parsed,
  prepositions: readonly Prepositional[],
  places: readonly Mention[],
  words: ReadonlySet<string>,
): readonly Mention[] {
  for (const [i, { word, phrases }] of prepositions.entries()) {
    if (!words.has(word)) continue
    const next = prepositions[i + 1]
    // "in the city of Lyon": the place stands in what "of" adds.
    const within = next?.word === 'of' ? [...phrases, ...next.phrases] : phrases
    // "in Syria's Ghouta": of two places in one phrase the last is where it happened.
    const found = within.flatMap(phrase =>
      places.filter(p => overlaps(p.quote, spanOf(parsed, phrase))).slice(-1),
    )
    if (found.length > 0) return found
  }
  return []
}

function nearest(trigger: Trigger, mentions: readonly Mention[]): Mention[] {
  return mentions
    .filter(mention => apart(trigger, mention) < reach)
    .sort((a, b) => apart(trigger, a) - apart(trigger, b))
    .slice(0, 1)
}

/** Characters between a trigger and a mention. */
function apart(trigger: Trigger, { quote }: Mention): number {
  return Math.max(quote.start - trigger.quote.end, trigger.quote.start - quote.end)
}

/** The clause that a trigger is the verb of, or stands in. */
function clauseOf(parsed: Parsed, at: Run): Clause | undefined {
  const own = parsed.clauses.find(({ verb }) => verb >= at.first && verb <= at.last)
  if (own) return own
  const phrase = parsed.phraseAt(at.first) ?? parsed.phraseAt(at.last)
  const holds = (list: readonly Phrase[]): boolean => phrase !== undefined && list.includes(phrase)
  return parsed.clauses.find(
    ({ subject, object, prepositions }) =>
      holds(object) || prepositions.some(p => holds(p.phrases)) || holds(subject),
  )
}

/** The times of the trigger's own phrase or clause; a time that tells when something was said dates no event. */
function timesOf({ parsed, triggers, mentions: within }: Surroundings, trigger: Trigger, at: Run): Setting[] {
  const times = within.filter(({ kind, quote }) => kind === 'time' && isDate(quote.exact))
  const clause = clauseOf(parsed, at)
  const own = parsed.phraseAt(at.first)
  const ranked = times.map(mention => {
    const where = piecesAt(parsed, mention.quote)
    if (!where) return { mention, by: 'none' }
    const phrase = parsed.phraseAt(where.first)
    // "Saturday's attack" dates that attack and no other.
    if (phrase && phrase !== own && phrase.last > where.last) return { mention, by: 'other' }
    if (own && where.first >= own.first && where.last <= own.last) return { mention, by: 'own' }
    const governor = governorOf(parsed, where)
    const lemma = parsed.pieces[governor]?.lemma ?? ''
    if (isOfAnother(triggers, trigger, mention)) return { mention, by: 'other' }
    const between = parsed.clauses.some(({ verb }) => verb > at.last && verb < where.first)
    if (where.first > at.last && !between && (governor < 0 || governor <= at.last)) {
      return { mention, by: 'after' }
    }
    const isItself = governor >= at.first && governor <= at.last
    if (telling.has(lemma) && !isItself && where.first <= governor + 2) return { mention, by: 'said' }
    // What is said is a clause of its own, though its first phrase may look like an object ("said the toll had risen").
    if (lemma === 'say' && !isItself) return { mention, by: 'said' }
    if (clause && governor === clause.verb) return { mention, by: 'clause' }
    if (reporting.has(lemma)) return { mention, by: 'said' }
    const first = parsed.clauses[0]?.verb ?? 0
    if (where.last < first) return { mention, by: 'lead' }
    return { mention, by: apart(trigger, mention) < near ? 'near' : 'far' }
  })
  const order = ['own', 'after', 'clause', 'lead', 'near']
  const best = order.map(by => ranked.filter(r => r.by === by)).find(list => list.length > 0) ?? []
  return nearest(
    trigger,
    best.map(({ mention }) => mention),
  ).map(mention => ({
    role: 'time' as const,
    mention,
    by: `lexicon:time-${best[0]?.by}`,
  }))
}

/** "Condemned his exclusion from the talks on Monday": what another event stands right before is that one's. */
function isOfAnother(triggers: readonly Trigger[], trigger: Trigger, time: Mention): boolean {
  return triggers.some(other => {
    const gap = time.quote.start - other.quote.end
    return other.quote.start > trigger.quote.end && gap >= 0 && gap < beside
  })
}

/** Whether a time expression can date something: durations, habits and "now" cannot. */
function isDate(words: string): boolean {
  if (
    /\d{4}|\b(day before|ago|past|summer|winter|spring|autumn|yesterday|today|tonight|tomorrow|last|next|this|since|earlier this)\b/i.test(
      words,
    )
  )
    return true
  if (/\b(years?|months?|weeks?|days?|hours?|minutes?|decades?)\b/i.test(words)) return false
  return /\p{Lu}|\d|(sun|mon|tues|wednes|thurs|fri|satur)day|weekend/u.test(words)
}

/** The verb that a time hangs on: the last before it, or the first after it where it opens the sentence. */
function governorOf(parsed: Parsed, at: Run): number {
  const before = parsed.clauses.filter(({ verb }) => verb < at.first).at(-1)
  return before?.verb ?? parsed.clauses[0]?.verb ?? -1
}

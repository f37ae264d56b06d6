import type { Recorded, RecordedEvent } from '../model/recorded.js'
import type { Report } from '../model/report.js'
import type { Evidence, Quote } from '../model/span.js'
import type { ActorType } from '../model/vocabulary.js'
import { isFullName, isPersonName } from '../text/person-name.js'
import { quoteAt } from '../text/quote.js'
import { blackedOut, nameFinder } from './black-out.js'
import type { Source } from './format.js'
import type { ToldReport } from './told.js'

/** A person whose name was taken out of what a report tells. */
export interface Redaction {
  readonly report: Report['id']
  /** What stands for the name, everywhere in the report. */
  readonly pseudonym: string
  /** The rule by which the person is private. */
  readonly because: string
  /** The values that held the name, as `event:…#initiators.0`. */
  readonly values: readonly string[]
}

/** Takes the names of private persons out of all that goes out; `told` hears of each. */
export function withoutPrivatePersons(source: Source, told: (redaction: Redaction) => void): Source {
  const clean = (report: ToldReport): ToldReport => {
    const { redacted, redactions } = redactPersons(report)
    for (const redaction of redactions) told(redaction)
    return redacted
  }
  return {
    async *reports() {
      for await (const report of source.reports()) yield clean(report)
    },
    async *occurrences() {
      for await (const [first, ...others] of source.occurrences()) {
        const cleaned = ({ event, report, capture }: typeof first): typeof first => {
          const { report: clear, events } = clean({ report, events: [event], capture })
          return { event: events[0] ?? event, report: clear, capture }
        }
        yield [cleaned(first), ...others.map(cleaned)]
      }
    },
  }
}

/**
 * Takes the names of private persons out of a report and its events. Their names in values become pseudonyms; in quotes, and in
 * the body, their letters are blacked out one by one, so that offsets hold. All of the body that no value rests on is blacked out
 * too, since it may name persons whom the record does not hold; the headline goes for the same reason.
 */
export function redactPersons(told: ToldReport): {
  readonly redacted: ToldReport
  readonly redactions: readonly Redaction[]
} {
  const persons = privatePersons(told)
  const names = [...persons.keys()]
  const { report, events } = told
  const body = blackedOut(report.body, events, names)
  const find = nameFinder(names)
  const pseudonyms = new Map(names.map(name => [name, pseudonymOf(name, report)]))
  const hide = (text: string): string =>
    text.replace(find, found => {
      const words = found.split(/\s+/).join(' ')
      const [only, ...others] = names.includes(words)
        ? [words]
        : names.filter(name => name.split(' ').includes(words))
      return (others.length === 0 && only && pseudonyms.get(only)) || someone
    })
  return {
    redacted: {
      ...told,
      report: { ...report, body, headline: null, published: republished(report, body) },
      events: events.map(event => cleanEvent(event, body, hide)),
    },
    redactions: [...persons].map(([name, { because, values }]) => ({
      report: report.id,
      pseudonym: pseudonyms.get(name) ?? '',
      because,
      values,
    })),
  }
}

/** Stands for a part of a name that several persons bear. */
const someone = '[person]'

/** Tells nothing of the person but that two values are of the same one: where the report first has the name. */
const pseudonymOf = (name: string, { body }: Report): string =>
  `[person ${nameFinder([name]).exec(body)?.index ?? 'unnamed'}]`

/** Types that hold an office, or fight for a state, in the report's own telling. */
const officeTypes: ReadonlySet<ActorType> = new Set(['state', 'state-forces', 'external-forces'])
/** Voices that speak for a state, a side or an office. */
const officeVoices: ReadonlySet<string> = new Set(['party', 'official'])

interface Private {
  readonly because: string
  readonly values: string[]
}

/**
 * Who is private: whoever goes by a person's name, is not in the registry of public actors, and neither holds an office nor speaks
 * for one as the report tells it. In doubt a person is private.
 */
function privatePersons({ events }: ToldReport): Map<string, Private> {
  const persons = new Map<string, Private>()
  const publicNames = new Set<string>()
  const add = (name: string, because: string, value: string): void => {
    const known = persons.get(name) ?? { because, values: [] }
    known.values.push(value)
    persons.set(name, known)
  }
  for (const { id, initiators, targets } of events) {
    for (const [field, list] of Object.entries({ initiators, targets })) {
      for (const [i, { value, basis }] of list.entries()) {
        if (value.registry !== null || officeTypes.has(value.type)) publicNames.add(value.name)
        else if (isPersonName(value.name) && (value.type === 'person' || /^actor:person\b/.test(basis.by)))
          add(value.name, 'a person by name, of no office and not in the registry', `${id}#${field}.${i}`)
      }
    }
  }
  for (const { id, said } of events) {
    for (const [i, { value }] of said.entries()) {
      const { holder, via, holderType: type } = value
      // A type that its own words or the registry tell is of no private person; what is said beside a name is of one.
      const isPublic = type && (officeVoices.has(type.type) || !/beside-name/.test(type.by))
      if (holder && isFullName(holder) && !isPublic && !publicNames.has(holder))
        add(holder, 'a voice by a person’s name, that speaks for no side and no office', `${id}#said.${i}`)
      if (via && persons.has(via)) add(via, '', `${id}#said.${i}`)
    }
  }
  return persons
}

function cleanEvent(event: RecordedEvent, body: string, hide: (text: string) => string): RecordedEvent {
  const quote = (old: Quote): Quote => quoteAt(body, old)
  const [first, ...further] = event.triggers
  const blacked = ([one, ...more]: Evidence): Evidence => [quote(one), ...more.map(quote)]
  // What else was weighed may be names, too: it does not go out.
  const clean = <T>({ others, ...told }: Recorded<T>, value: T): Recorded<T> => ({
    ...told,
    value,
    evidence: told.evidence && blacked(told.evidence),
  })
  const cleanActor = (actor: RecordedEvent['initiators'][number]) =>
    clean(actor, { ...actor.value, name: hide(actor.value.name) })
  const orNull = (text: string | null): string | null => text && hide(text)
  return {
    ...event,
    triggers: [quote(first), ...further.map(quote)],
    kind: clean(event.kind, event.kind.value),
    status: clean(event.status, event.status.value),
    when: event.when.map(time => {
      const { from, ...value } = time.value
      return clean(time, { ...value, ...(from && { from: quote(from) }) })
    }),
    where: event.where.map(place => clean(place, place.value)),
    initiators: event.initiators.map(cleanActor),
    targets: event.targets.map(cleanActor),
    means: event.means.map(means => clean(means, hide(means.value))),
    harm: event.harm.map(harm => {
      const { of, vague, partOf } = harm.value
      return clean(harm, {
        ...harm.value,
        of: orNull(of),
        vague: orNull(vague),
        partOf: partOf && quote(partOf),
      })
    }),
    said: event.said.map(line => {
      const { holder, via, cue } = line.value
      return clean(line, { ...line.value, holder: orNull(holder), via: orNull(via), cue: orNull(cue) })
    }),
  }
}

const republished = ({ published }: Report, body: string): Report['published'] =>
  published && { ...published, quote: published.quote && quoteAt(body, published.quote) }

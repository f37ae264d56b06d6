import { countryCodes } from '../codebook/iso-3166.js'
import { kinds } from '../codebook/kinds.generated.js'
import type { RecordedEvent } from '../model/recorded.js'
import type { Cell } from './cells.js'
import { ploverChecker } from './check/plover.js'
import { tellDecisions } from './decisions.js'
import type { FileFormat, FormatSettings, Occurrence, Source, Telling } from './format.js'
import {
  contextOfKind,
  contextOfStatus,
  countryOfActor,
  ploverEvents,
  ploverMode,
  sectors,
} from './plover-codes.js'
import { permalink, quoteWriter, wordsOf } from './told.js'

/** The keys of a record (PLOVER 2.0, manual of February 2024, chapter on data fields). */
const cells = [
  { name: 'id', type: 'string', filled: 'always', from: 'permalink of the event' },
  { name: 'has_event', type: 'boolean', filled: 'always', from: 'true' },
  {
    name: 'date',
    type: 'date',
    filled: 'always',
    from: 'first day of the narrowest time told; an event without one has no record, since PLOVER requires it and the day of publication is not it',
  },
  { name: 'enddate', type: 'date', filled: 'told', from: 'its last day, where that is another' },
  {
    name: 'actor',
    type: 'array',
    filled: 'always',
    from: 'initiators; PLOVER requires one: where none is told, one of the sector UNK and without a name',
  },
  {
    name: 'recipient',
    type: 'array',
    filled: 'told',
    from: 'targets; for the types that PLOVER requires one of, as actor',
  },
  { name: 'event', type: 'array', filled: 'always', from: 'kind, by kinds.tsv' },
  { name: 'event_loc', type: 'object', filled: 'told', from: 'the first place told' },
  { name: 'event_text', type: 'array', filled: 'told', from: 'triggers; not without quotes' },
  {
    name: 'quad_code',
    type: 'integer',
    filled: 'always',
    from: 'of the event type: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict',
  },
  {
    name: 'mode',
    type: 'array',
    filled: 'told',
    from: 'kind, by kinds.tsv, where PLOVER 2.0 has the mode for the event type',
  },
  {
    name: 'context',
    type: 'array',
    filled: 'told',
    from: 'future if prospective, negation if negated; cbrn and cyber by kind',
  },
  {
    name: 'link',
    type: 'string',
    filled: 'told',
    from: 'the first event of those that tell one occurrence, where several do: count by it, or reports are counted for events',
  },
  {
    name: 'text_info',
    type: 'object',
    filled: 'always',
    from: 'start and end of the stretch that holds all words of the event, in the unit told',
  },
  {
    name: 'size',
    type: 'object',
    filled: 'told',
    from: 'dead, injured, arrested: where the event has one exact number told of each, and nobody doubts it',
  },
  { name: 'cite_info', type: 'object', filled: 'always', from: 'url, title, publication, coder, codebook' },
  { name: 'coder', type: 'string', filled: 'always', from: 'the program' },
  {
    name: 'comment',
    type: 'string',
    filled: 'told',
    from: 'status, where the report does not vouch for the event itself',
  },
  { name: 'time, endtime', type: 'string', filled: 'never', from: 'times of day are not read' },
  {
    name: 'event_scale',
    type: 'number',
    filled: 'never',
    from: 'the manual’s scores contradict each other (ACCUSE is above zero, its modes below)',
  },
  { name: 'text', type: 'string', filled: 'never', from: 'it is for whoever holds the rights to it' },
  {
    name: 'text_info.sequence',
    type: 'integer',
    filled: 'never',
    from: 'words of one event may stand in many sentences',
  },
  {
    name: 'event_loc.resolution',
    type: 'integer',
    filled: 'never',
    from: 'the manual does not say what its five steps are; `level` in other formats tells it',
  },
  {
    name: 'event_loc.feature_class',
    type: 'string',
    filled: 'never',
    from: 'the gazetteer keeps levels and not GeoNames’ classes',
  },
  {
    name: 'religion, ethnicity, office, gender, age',
    type: 'string',
    filled: 'never',
    from: 'they are not read of actors',
  },
  {
    name: 'coded_date, coded_time',
    type: 'string',
    filled: 'never',
    from: 'the same reading gives the same bytes',
  },
] as const satisfies readonly Cell[]

export const plover: FileFormat = {
  name: 'plover',
  what: 'PLOVER 2.0 as JSON lines: a record for each event of each report',
  kind: 'file',
  extension: 'jsonl',
  page: 'docs/export/columns.md#plover',
  cells,
  policy: null,
  check: { rows: 'jsonl', marks: ['quad_code', 'recipient'], checker: ploverChecker },
  write: toPlover,
}

async function* toPlover(source: Source, settings: FormatSettings): AsyncGenerator<string> {
  for await (const occurrence of source.occurrences()) {
    for (const telling of occurrence) {
      const written = record(telling, occurrence, settings)
      if (written) yield `${JSON.stringify(written)}\n`
    }
  }
}

/** Null where there is no record without making something up. */
function record(telling: Telling, [first, ...others]: Occurrence, settings: FormatSettings): object | null {
  const { event, report, capture } = telling
  const kind = kinds[event.kind.value]
  const type = ploverEvents[kind.ploverEvent]
  const id = permalink(settings.permalink, event)
  const [when] = event.when
  const date = when?.value.earliest ?? null
  const latest = when?.value.latest ?? null
  const mode = ploverMode(kind)
  if (date === null) {
    settings.gap({ kind: 'event', event: id, because: 'PLOVER requires a date, and no first day is told' })
    return null
  }
  const noRecipient = type?.needsRecipient === true && event.targets.length === 0
  const missing = {
    ...(event.initiators.length === 0 && { actor: 'not told: the sector is PLOVER’s for that' }),
    ...(noRecipient && {
      recipient: `not told, and required of ${kind.ploverEvent}: the sector is PLOVER’s for that`,
    }),
    ...(event.where.length > 1 && {
      event_loc: `one place is written; told are also ${namesOf(event.where.slice(1))}`,
    }),
  }
  if (Object.keys(missing).length > 0) settings.gap({ kind: 'cells', row: id, because: missing })
  tellDecisions(id, [telling], settings)
  return {
    id,
    has_event: true,
    date,
    enddate: latest !== date ? latest : null,
    actor: event.initiators.length > 0 ? event.initiators.map(entity) : [untold],
    recipient: noRecipient ? [untold] : event.targets.map(entity),
    event: [kind.ploverEvent],
    event_loc: location(event.where[0]),
    event_text: settings.quotes ? event.triggers.map(({ exact }) => exact) : null,
    quad_code: type?.quad ?? null,
    mode: mode ? [mode] : [],
    context: [contextOfStatus[event.status.value], contextOfKind[event.kind.value]].filter(
      context => context !== undefined,
    ),
    link: others.length > 0 ? permalink(settings.permalink, first.event) : null,
    text_info: stretch(event, quoteWriter(report, settings), settings.unit),
    size: size(event),
    cite_info: {
      url: capture && /^https?:/.test(capture.source) ? capture.source : null,
      citation: report.id,
      title: settings.quotes ? report.headline : null,
      publication: report.outlet,
      coder: settings.maker,
      codebook: 'plover-2.0',
    },
    coder: settings.maker,
    comment: event.status.value === 'asserted' ? null : `status: ${event.status.value}`,
  }
}

const namesOf = (places: RecordedEvent['where']): string =>
  places.map(({ value: { name } }) => name).join('; ')

const entity = ({ value: { name, type, registry } }: RecordedEvent['initiators'][number]) => ({
  code: countryOfActor(registry),
  sector: sectors[type].plover,
  entity_text: name,
  identifier_id: registry,
})

/** Somebody of whom nothing is told. */
const untold = { code: null, sector: 'UNK', entity_text: null, identifier_id: null }

function location(place: RecordedEvent['where'][number] | undefined): object | null {
  if (!place) return null
  const { name, country, level, known } = place.value
  const geonames = /^geonames:(\d+)$/.exec(known?.id ?? '')?.[1]
  const own = known?.name ?? null
  return {
    extracted_place: name,
    resolved_place: own,
    geonameid: geonames ? Number(geonames) : null,
    lat: known?.latitude ?? null,
    lon: known?.longitude ?? null,
    city: level === 'town' ? own : null,
    district: level === 'district' ? own : null,
    province: level === 'province' ? own : null,
    country_code: country ? (countryCodes(country)?.alpha3 ?? null) : null,
  }
}

function stretch(event: RecordedEvent, out: ReturnType<typeof quoteWriter>, unit: string): object {
  const quotes = wordsOf(event).map(out)
  return {
    start: Math.min(...quotes.map(({ start }) => start)),
    end: Math.max(...quotes.map(({ end }) => end)),
    unit,
  }
}

const sizes = { dead: 'killed', injured: 'injured', arrested: 'captured' } as const

/** Numbers that need no rule: the only one told of its kind of harm, exact, and doubted by nobody. */
function size(event: RecordedEvent): object | null {
  const isDoubted = event.said.some(
    ({ value: { about, stance } }) => about === 'harm' && (stance === 'denies' || stance === 'doubts'),
  )
  const told = Object.entries(sizes).flatMap(([key, what]) => {
    const [only, ...more] = event.harm.filter(({ value }) => value.what === what)
    if (!only || more.length > 0 || isDoubted) return []
    const { low, high, vague } = only.value
    return low !== null && low === high && vague === null ? [[key, low]] : []
  })
  return told.length > 0 ? Object.fromEntries(told) : null
}

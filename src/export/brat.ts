import type { RecordedEvent } from '../model/recorded.js'
import type { Evidence, Quote } from '../model/span.js'
import { bratFragments, bratJson, bratSettings } from './brat-settings.js'
import type { Cell } from './cells.js'
import { bratChecker } from './check/brat.js'
import { tellWordless } from './decisions.js'
import type { FolderFormat, FormatSettings } from './format.js'
import { counter, type ToldReport, type ToldReports, type ToldValue, valuesOf } from './told.js'

/** What of the record each kind of line of an .ann file holds. */
const cells = [
  {
    name: 'T',
    type: 'string',
    filled: 'always',
    from: 'words: a trigger, by the event’s kind; Actor, Place, Time, Means, Harm, Holder, Cue. Offsets are code points, as brat counts',
  },
  {
    name: 'E',
    type: 'string',
    filled: 'always',
    from: 'an event at its first trigger, with its values as arguments; at each further trigger without',
  },
  {
    name: 'A',
    type: 'string',
    filled: 'always',
    from: 'Status of an event; Certainty of an actor; Level of a place; What of harm; Stance and About of a holder',
  },
  { name: 'N', type: 'string', filled: 'told', from: 'the place in GeoNames' },
  {
    name: 'R',
    type: 'string',
    filled: 'told',
    from: 'Same, from a further trigger to the first; PartOf; Cue, from a holder to the words that show it',
  },
  { name: '*', type: 'string', filled: 'told', from: 'Equiv: further words that carry one value' },
  {
    name: '#',
    type: 'string',
    filled: 'always',
    from: 'AnnotatorNotes: the value as JSON (EDTF, low and high, rule, who decided it); of an event its id',
  },
  {
    name: 'attributions between values',
    type: 'string',
    filled: 'never',
    from: 'brat’s arguments lead from events to words; who says which value is told by About alone',
  },
] as const satisfies readonly Cell[]

export const brat: FolderFormat = {
  name: 'brat',
  what: 'brat standoff: a folder of .txt and .ann files with its annotation.conf',
  kind: 'folder',
  page: 'docs/export/columns.md#brat',
  cells,
  policy: null,
  check: { rows: 'brat', marks: [], checker: bratChecker },
  write: (source, settings) => toBrat(source.reports(), settings),
}

interface File {
  readonly name: string
  readonly content: string
}

/**
 * A collection as brat keeps it: the text of each report, its annotations, and the configuration that they need.
 * @throws RangeError where no words are to go out: there are no standoff annotations of a text that is not there.
 */
async function* toBrat(reports: ToldReports, settings: FormatSettings): AsyncGenerator<File> {
  if (!settings.quotes) throw new RangeError('brat needs the texts: it cannot be written without quotes')
  yield* bratSettings()
  for await (const told of reports) {
    const name = fileName(told)
    yield { name: `${name}.txt`, content: told.report.body }
    yield { name: `${name}.ann`, content: annotations(told, settings) }
  }
}

/** Safe on every file system, and one for each report: its name as far as it is plain, and the id. */
function fileName({ report: { id, name } }: Pick<ToldReport, 'report'>): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return `${plain.slice(0, 60)}-${id.slice('report:'.length)}`.replace(/^-/, '')
}

/** The lines of one .ann file, as they are made. */
interface Ann {
  /** Words of a type with attributes; the same again is the same line. `note` goes with it. */
  words(type: string, quote: Quote, about: About): string
  line(kind: 'E' | 'R', content: string): string
  equal(names: readonly string[]): void
  attribute(name: string, of: string, value: string): void
  note(of: string, value: object): void
  text(): string
}

interface About {
  readonly attributes?: Readonly<Record<string, string>>
  readonly geonames?: { readonly id: string; readonly name: string } | null
  readonly note?: object
}

function annFile(body: string): Ann {
  const count = counter(body, 'code-points')
  const lines: string[] = []
  const numbers = new Map<string, number>()
  const known = new Map<string, string>()
  const add = (kind: string, content: string): string => {
    const number = (numbers.get(kind) ?? 0) + 1
    numbers.set(kind, number)
    lines.push(`${kind}${number}\t${content}\n`)
    return `${kind}${number}`
  }
  const ann: Ann = {
    words(type, quote, about) {
      const key = JSON.stringify([type, quote.start, quote.end, about])
      const before = known.get(key)
      if (before) return before
      const fragments = bratFragments(quote)
      const spans = fragments.map(({ start, end }) => `${count(start)} ${count(end)}`).join(';')
      const id = add('T', `${type} ${spans}\t${fragments.map(({ exact }) => exact).join(' ')}`)
      for (const [name, value] of Object.entries(about.attributes ?? {})) ann.attribute(name, id, value)
      if (about.geonames) add('N', `Reference ${id} GeoNames:${about.geonames.id}\t${about.geonames.name}`)
      if (about.note) ann.note(id, about.note)
      known.set(key, id)
      return id
    },
    line: add,
    equal: names => {
      lines.push(`*\tEquiv ${names.join(' ')}\n`)
    },
    attribute: (name, of, value) => {
      add('A', `${name} ${of} ${value}`)
    },
    note: (of, value) => {
      add('#', `AnnotatorNotes ${of}\t${bratJson(value)}`)
    },
    text: () => lines.join(''),
  }
  return ann
}

function annotations({ report, events }: ToldReport, settings: FormatSettings): string {
  const ann = annFile(report.body)
  const first = new Map<string, string>()
  for (const event of events) first.set(event.id, writeEvent(ann, event, settings))
  for (const { id, partOf } of events) {
    const [part, whole] = [first.get(id), partOf && first.get(partOf)]
    if (part && whole) ann.line('R', `PartOf Arg1:${part} Arg2:${whole}`)
  }
  return ann.text()
}

/** Writes an event with its values. Returns the event at its first trigger. */
function writeEvent(ann: Ann, event: RecordedEvent, settings: FormatSettings): string {
  const kind = event.kind.value
  const [first, ...further] = event.triggers
  const trigger = (quote: Quote): string => ann.words(kind, quote, {})
  const roles = new Map<string, number>()
  const values = valuesOf(event).flatMap(value => {
    const type = argument[value.field]
    const { evidence } = value.told
    if (!type) return []
    if (!evidence) {
      tellWordless(event, value, settings)
      return []
    }
    const id =
      value.field === 'said' ? writeLine(ann, value, evidence) : writeWords(ann, type.words, value, evidence)
    const number = (roles.get(type.role) ?? 0) + 1
    roles.set(type.role, number)
    return [`${type.role}${number > 1 ? number : ''}:${id}`]
  })
  const main = ann.line('E', [`${kind}:${trigger(first)}`, ...values].join(' '))
  ann.attribute('Status', main, event.status.value)
  ann.note(main, { event: event.id, rule: event.kind.basis.by, ...reviewed(event) })
  for (const quote of further) {
    const again = ann.line('E', `${kind}:${trigger(quote)}`)
    ann.line('R', `Same Arg1:${again} Arg2:${main}`)
  }
  return main
}

/** Writes the words that carry a value. Returns the first. */
function writeWords(ann: Ann, type: string, value: ToldValue, evidence: Evidence): string {
  const [id = '', ...others] = evidence.map(quote => ann.words(type, quote, aboutValue(value)))
  if (others.length > 0) ann.equal([id, ...others])
  return id
}

/** Writes who says so, and the cue that shows it. A hedge has its cue alone. */
function writeLine(ann: Ann, value: ToldValue & { readonly field: 'said' }, evidence: Evidence): string {
  const { cue, holder } = value.told.value
  const isCue = ({ exact }: Quote): boolean => holder === null || (exact === cue && evidence.length > 1)
  const [voice, ...others] = [...evidence].sort((a, b) => Number(isCue(a)) - Number(isCue(b)))
  if (!voice) return ''
  const id = ann.words('Holder', voice, aboutValue(value))
  for (const quote of others) {
    if (isCue(quote)) ann.line('R', `Cue Arg1:${id} Arg2:${ann.words('Cue', quote, {})}`)
    else ann.equal([id, ann.words('Holder', quote, aboutValue(value))])
  }
  return id
}

/** The type of the words that fill each argument of an event, and the argument's name. */
const argument: Readonly<
  Record<ToldValue['field'], { readonly words: string; readonly role: string } | null>
> = {
  kind: null,
  status: null,
  when: { words: 'Time', role: 'When' },
  where: { words: 'Place', role: 'Where' },
  initiators: { words: 'Actor', role: 'Initiator' },
  targets: { words: 'Actor', role: 'Target' },
  means: { words: 'Means', role: 'Means' },
  harm: { words: 'Harm', role: 'Harm' },
  said: { words: 'Holder', role: 'Said' },
}

const reviewed = ({ decided, contested }: Pick<RecordedEvent, 'decided' | 'contested'>) => ({
  ...(decided && { decided }),
  ...(contested && { contested }),
})

function aboutValue(value: ToldValue): About {
  const by = { rule: value.told.basis.by, ...reviewed(value.told) }
  switch (value.field) {
    case 'kind':
    case 'status':
    case 'means':
      return { note: by }
    case 'when': {
      const { edtf } = value.told.value
      return { note: { edtf, ...by } }
    }
    case 'where': {
      const { name, country, level, relation, known } = value.told.value
      const id = known?.id.startsWith('geonames:') ? known.id.slice('geonames:'.length) : null
      return {
        attributes: { Level: level },
        geonames: known && id ? { id, name: known.name } : null,
        note: { name, country, relation, ...by },
      }
    }
    case 'initiators':
    case 'targets': {
      const { name, type, certainty, registry } = value.told.value
      return { attributes: { Type: type, Certainty: certainty }, note: { name, registry, ...by } }
    }
    case 'harm': {
      const { what, low, high, vague, of } = value.told.value
      return { attributes: { What: what }, note: { low, high, vague, of, ...by } }
    }
    case 'said': {
      const { holder, holderType, stance, about, via, cue } = value.told.value
      return {
        attributes: { Stance: stance, About: about },
        note: { holder, type: holderType?.type, via, cue, ...by },
      }
    }
  }
}

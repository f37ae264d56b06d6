import { kinds } from '../codebook/kinds.generated.js'
import type { RecordedEvent } from '../model/recorded.js'
import type { EventKind } from '../model/vocabulary.js'
import type { Cell } from './cells.js'
import { declaredChecker } from './check/declared.js'
import { type CellValue, csvWriter } from './csv.js'
import { tellDecisions } from './decisions.js'
import type { FileFormat, FormatSettings, Source, Telling } from './format.js'
import { listed } from './listed.js'
import { countryOfActor, sectors } from './plover-codes.js'
import { permalink } from './told.js'
import { voicesOn } from './voices.js'

/** The columns: the four of CAMEO coders (TABARI, PETRARCH), then where each row comes from. */
const cells = [
  {
    name: 'date',
    type: 'string',
    filled: 'told',
    from: 'YYYYMMDD: first day of the narrowest time told; empty where none is',
  },
  {
    name: 'source',
    type: 'string',
    filled: 'told',
    from: 'initiator: alpha-3 country and sector; --- where neither is known',
  },
  {
    name: 'target',
    type: 'string',
    filled: 'told',
    from: 'target: likewise; of a meeting, agreement or clash told without one, each other party',
  },
  { name: 'code', type: 'string', filled: 'always', from: 'kind, by kinds.tsv' },
  { name: 'root_code', type: 'string', filled: 'always', from: 'first two digits of the code' },
  {
    name: 'quad_class',
    type: 'integer',
    filled: 'always',
    from: 'of the root: 01-05 1, 06-08 2, 09-13 3, 14-20 4',
  },
  { name: 'source_name', type: 'string', filled: 'told', from: 'initiator: name' },
  { name: 'target_name', type: 'string', filled: 'told', from: 'target: name' },
  {
    name: 'status',
    type: 'string',
    filled: 'always',
    from: 'asserted, attributed or disputed: CAMEO has events that happened',
  },
  {
    name: 'holder',
    type: 'string',
    filled: 'always',
    from: 'who stands for the event; several joined by "; "',
  },
  {
    name: 'event',
    type: 'string',
    filled: 'always',
    from: 'permalink of the event: an event is a row for each pair of its parties',
  },
  {
    name: 'occurrence',
    type: 'string',
    filled: 'always',
    from: 'permalink of the first event that tells the occurrence: count by it',
  },
  { name: 'report', type: 'string', filled: 'always', from: 'id of the report' },
  { name: 'publisher', type: 'string', filled: 'told', from: 'outlet' },
  {
    name: 'goldstein',
    type: 'number',
    filled: 'never',
    from: 'the scale weighs codes, and no evidence of an event',
  },
  {
    name: 'sentence_id',
    type: 'string',
    filled: 'never',
    from: 'words of one event may stand in many sentences; other formats have their places',
  },
] as const satisfies readonly Cell[]

const columns = cells.filter(({ filled }) => filled !== 'never')

export const cameo: FileFormat = {
  name: 'cameo',
  what: 'CAMEO: a row for each pair of parties of each event that happened',
  kind: 'file',
  extension: 'csv',
  page: 'docs/export/columns.md#cameo',
  cells,
  policy: null,
  check: {
    rows: 'csv',
    marks: ['root_code', 'quad_class'],
    checker: () => declaredChecker(columns),
  },
  write: toCameo,
}

async function* toCameo(source: Source, settings: FormatSettings): AsyncGenerator<string> {
  const csv = csvWriter(
    columns.map(({ name, type }) => ({ name, isText: type === 'string' })),
    settings,
  )
  yield csv.header
  for await (const occurrence of source.occurrences()) {
    const first = permalink(settings.permalink, occurrence[0].event)
    for (const telling of occurrence) {
      for (const row of rowsOf(telling, first, settings)) yield csv.row(row)
    }
  }
}

function* rowsOf(
  telling: Telling,
  occurrence: string,
  settings: FormatSettings,
): Generator<Readonly<Record<string, CellValue>>> {
  const { event, report } = telling
  const { permalink: template, gap } = settings
  const link = permalink(template, event)
  const coding = codeOf(event)
  if ('because' in coding) {
    gap({ kind: 'event', event: link, because: coding.because })
    return
  }
  const date = event.when[0]?.value.earliest?.replaceAll('-', '') ?? null
  if (date === null) {
    gap({ kind: 'cells', row: link, because: { date: 'the report tells no first day' } })
  }
  tellDecisions(link, [telling], settings)
  const root = coding.code.slice(0, 2)
  for (const [source, target] of pairs(event)) {
    yield {
      date,
      source: coded(source),
      target: coded(target),
      code: coding.code,
      root_code: root,
      quad_class: quadOf(Number(root)),
      source_name: source?.value.name ?? null,
      target_name: target?.value.name ?? null,
      status: event.status.value,
      holder: listed(voicesOn(event, report, 'kind').says, '; '),
      event: link,
      occurrence,
      report: report.id,
      publisher: report.outlet,
    }
  }
}

/** The code of an event, or why it has none. */
function codeOf({
  kind: { value: kind },
  status: { value: status },
}: RecordedEvent): { readonly code: string } | { readonly because: string } {
  if (status === 'negated' || status === 'prospective') {
    return { because: `CAMEO codes what happened, and this is told as ${status}` }
  }
  const code = kinds[kind].cameo
  return code === null ? { because: `CAMEO has no code for ${kind}` } : { code }
}

type Party = RecordedEvent['initiators'][number]

/** Kinds whose parties are all told as initiators (codebook section 2): each is a source, with each other for its target. */
const mutual: ReadonlySet<EventKind> = new Set(['meeting', 'agreement', 'ceasefire', 'armed-clash'])

function pairs({ kind, initiators, targets }: RecordedEvent): (readonly [Party | null, Party | null])[] {
  if (mutual.has(kind.value) && targets.length === 0 && initiators.length > 1) {
    return initiators.flatMap(source =>
      initiators.filter(target => target !== source).map(target => [source, target] as const),
    )
  }
  const orNone = (parties: readonly Party[]): readonly (Party | null)[] =>
    parties.length > 0 ? parties : [null]
  return orNone(initiators).flatMap(source => orNone(targets).map(target => [source, target] as const))
}

/** As PETRARCH writes an actor: `SYRMIL`, `REB`; `---` for one without a code. */
function coded(party: Party | null): string | null {
  if (party === null) return null
  const { type, registry } = party.value
  return `${countryOfActor(registry) ?? ''}${sectors[type].cameo ?? ''}` || '---'
}

/** Verbal and material cooperation, verbal and material conflict. */
function quadOf(root: number): 1 | 2 | 3 | 4 {
  if (root <= 5) return 1
  if (root <= 8) return 2
  return root <= 13 ? 3 : 4
}

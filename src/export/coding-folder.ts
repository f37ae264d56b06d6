import type { RecordedEvent, ValueField } from '../model/recorded.js'
import { sha256 } from '../text/ids.js'
import type { Cell } from './cells.js'
import { type Coding, toCoding } from './coding.js'
import type { FolderFile, FolderFormat, FormatSettings } from './format.js'
import { type ToldReport, type ToldReports, valuesOf } from './told.js'

const cells = [
  {
    name: 'reports.jsonl',
    type: 'object',
    filled: 'always',
    from: 'a line for each report: id (its name; with the report’s id where an earlier one has that name), published, outlet, headline, text',
  },
  {
    name: 'events',
    type: 'array',
    filled: 'always',
    from: 'every event of the report in order of its first trigger, by section 6 of the codebook; of several times the narrowest',
  },
  { name: 'coder', type: 'string', filled: 'always', from: 'the program and its version' },
  {
    name: 'coordinates, registry entries, rules, scores',
    type: 'object',
    filled: 'never',
    from: 'the codebook’s form has no place for them',
  },
] as const satisfies readonly Cell[]

export const codingFolder: FolderFormat = {
  name: 'coding',
  what: 'the codebook’s own form: a folder of reports.jsonl and a coding of each report',
  kind: 'folder',
  page: 'docs/import.md',
  cells,
  policy: null,
  check: null,
  write: (source, settings) => toFolder(source.reports(), settings),
}

/** @throws RangeError where no words are to go out: a coding points at the words of a text. */
async function* toFolder(
  reports: ToldReports,
  { quotes, maker, gap }: Pick<FormatSettings, 'quotes' | 'maker' | 'gap'>,
): AsyncGenerator<FolderFile> {
  if (!quotes) throw new RangeError('codings need the texts: they cannot be written without quotes')
  const names = new Set<string>()
  for await (const told of reports) {
    const { report } = told
    const name = names.has(report.name) ? `${report.name} (${report.id})` : report.name
    names.add(name)
    const row = {
      id: name,
      published: report.published?.edtf ?? null,
      outlet: report.outlet,
      headline: report.headline,
      text: report.body,
    }
    yield { name: 'reports.jsonl', content: `${JSON.stringify(row)}\n`, goesOn: true }
    const events = inOrderOfText(told).map(event => inWords(event, gap))
    const coding = toCoding({ ...report, name }, events, maker)
    yield { name: `codings/${codingName(name)}.json`, content: codingText(coding) }
  }
}

/** Of events that begin at the same words, by what is coded of them: ids are made anew by an import, and tell no order. */
function inOrderOfText({ report, events }: ToldReport): readonly RecordedEvent[] {
  const place = ({ triggers: [first] }: RecordedEvent): number => first.start
  const content = (event: RecordedEvent): string => JSON.stringify(toCoding(report, [event], '').events)
  return [...events].sort((a, b) => place(a) - place(b) || (content(a) < content(b) ? -1 : 1))
}

/** Without the values that a reviewer set without words, which are told as gaps: a coding has none such. */
function inWords(event: RecordedEvent, gap: FormatSettings['gap']): RecordedEvent {
  const wordless = valuesOf(event).filter(({ field, told }) => isCoded(field) && told.evidence === null)
  if (wordless.length === 0) return event
  const because = Object.fromEntries(wordless.map(({ path }) => [path, 'a reviewer set it without words']))
  gap({ kind: 'cells', row: event.id, because })
  const worded = <T extends { readonly evidence: unknown }>(values: readonly T[]): readonly T[] =>
    values.filter(({ evidence }) => evidence !== null)
  const { when, where, initiators, targets, means, harm, said } = event
  return {
    ...event,
    when: worded(when),
    where: worded(where),
    initiators: worded(initiators),
    targets: worded(targets),
    means: worded(means),
    harm: worded(harm),
    said: worded(said),
  }
}

/** Kind and status have no quotes in a coding but those of the trigger. */
const isCoded = (field: ValueField): boolean => field !== 'kind' && field !== 'status'

/** One event a line, so that a change is seen where it is. */
function codingText({ report, coder, events }: Coding): string {
  const lines = events.map(event => `\n ${JSON.stringify(event)}`).join(',')
  return `{"report": ${JSON.stringify(report)}, "coder": ${JSON.stringify(coder)}, "events": [${lines}${lines && '\n'}]}\n`
}

/** Safe on every file system, also one that does not tell large letters from small: what is not plain is told by a hash. */
function codingName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .slice(0, 60)
  return plain === name ? name : `${plain}-${sha256(name).slice(0, 8)}`
}

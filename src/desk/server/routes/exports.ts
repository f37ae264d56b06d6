import { createHash } from 'node:crypto'
import { Zip, ZipDeflate } from 'fflate'
import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import { z } from 'zod'
import { storeSource } from '../../../cli/export-source.js'
import type { Format, FormatSettings, Gap, Source } from '../../../export/format.js'
import { formatOf } from '../../../export/formats.js'
import { policyNames, policyOf } from '../../../export/policies.js'
import { withoutPrivatePersons } from '../../../export/redact-persons.js'
import { gapCounter, sidecarGap, sidecarHead, sidecarTail } from '../../../export/sidecar.js'
import { defaultSettings } from '../../../export/told.js'
import { divisionNames } from '../../../gazetteer/index.js'
import { programVersion } from '../../../version.js'
import { DeskFilter, Seat } from '../../api.js'
import { asked, noEvent, Refusal } from '../answers.js'
import { eventSource } from '../event-source.js'
import type { DeskRecord } from '../record.js'
import { type Sight, sightOf } from '../sight.js'

const flag = z.stringbool().default(false)
const ExportQuery = DeskFilter.extend({
  ...Seat.shape,
  /** One event, by its id, instead of all that fits the filter. */
  event: z.string().optional(),
  format: z.string(),
  policy: z.enum(policyNames).optional(),
  /** Leaves the reports' own words out. */
  noQuotes: flag,
  redactPersons: flag,
  excel: flag,
  /** Gives a zip of the file and of what stands beside it: columns, rules, gaps. A format that is many files is a zip anyhow. */
  sidecar: flag,
})
type ExportQuery = Omit<z.infer<typeof ExportQuery>, keyof Seat>

interface File {
  readonly name: string
  readonly chunks: AsyncIterable<string | Uint8Array>
}

/** What is in view, in a form that the field uses. */
export function exportRoutes(record: DeskRecord): Hono {
  return new Hono().get('/export', async c => {
    const { reviewer, blind, ...wanted } = asked(ExportQuery, c.req.query())
    const format = fitting(wanted)
    const sight = sightOf(record, { reviewer, blind })
    const source = await sourceOf(sight, wanted.event, asked(DeskFilter, c.req.query()))
    const own = blind && reviewer ? reviewer : null
    const files = filesOf(record, source, format, wanted, own)
    const extension = format.kind === 'folder' || wanted.sidecar ? 'zip' : format.extension
    c.header('content-type', 'application/octet-stream')
    c.header(
      'content-disposition',
      `attachment; filename="herodotus-${format.name}${own === null ? '' : '-own'}.${extension}"`,
    )
    return stream(c, async out => {
      const digest = createHash('sha256')
      const chunks = extension === 'zip' ? zipped(files) : plain(files)
      for await (const chunk of chunks) {
        digest.update(chunk)
        await out.write(chunk)
      }
      await record.store.logExport({
        subject: `${format.name} from the desk${own === null ? '' : `, as ${own} alone decided`}`,
        digest: digest.digest('hex'),
      })
    })
  })
}

function fitting({ format: name, policy, excel, noQuotes }: ExportQuery): Format {
  const format = formatOf(name)
  const unfit =
    format === null
      ? `there is no format ${name}`
      : policy && !format.policy
        ? `${name} keeps all that is told: there is no policy to choose`
        : policy === 'by-source-priority'
          ? 'by-source-priority needs a list of sources: herodotus export --priority'
          : excel && !(format.kind === 'file' && format.extension === 'csv')
            ? `${name} is no CSV`
            : noQuotes && format.kind === 'folder'
              ? `${name} holds the texts that it points into`
              : null
  if (format && unfit === null) return format
  throw new Refusal(400, {
    code: 'bad-export',
    message: `This cannot be exported so: ${unfit}.`,
    help: 'Choose another format or leave that option out.',
  })
}

/** What fits the filter, or the one event that is named. */
async function sourceOf(sight: Sight, event: string | undefined, filter: DeskFilter): Promise<Source> {
  if (event === undefined) return storeSource(sight, filter, () => {})
  const found = await sight.event(event)
  if (!found) throw noEvent(event)
  return eventSource(found)
}

async function* filesOf(
  { gazetteer }: DeskRecord,
  kept: Source,
  format: Format,
  { policy, noQuotes, redactPersons, excel, sidecar, format: _, ...filter }: ExportQuery,
  own: string | null,
): AsyncGenerator<File> {
  const hasSidecar = sidecar || format.kind === 'folder'
  const gaps: Gap[] = []
  // What no sidecar tells is not held: a large export has a gap for nearly every event.
  const gap = (one: Gap): void => {
    if (hasSidecar) gaps.push(one)
  }
  const settings: FormatSettings = {
    ...defaultSettings,
    quotes: !noQuotes,
    maker: `herodotus ${programVersion}`,
    excel,
    policy: policyOf(policy ?? format.policy ?? 'range'),
    division: divisionNames(gazetteer),
    gap,
  }
  const source = redactPersons
    ? withoutPrivatePersons(kept, redaction => gap({ kind: 'redacted', ...redaction }))
    : kept
  if (format.kind === 'file') {
    yield { name: `herodotus-${format.name}.${format.extension}`, chunks: format.write(source, settings) }
  } else {
    for await (const { name, content } of format.write(source, settings))
      yield { name, chunks: once(content) }
  }
  if (!hasSidecar) return
  const { counts, add } = gapCounter()
  for (const gap of gaps) add(gap)
  const parts = [
    sidecarHead(format, settings, filter, own),
    ...gaps.map((gap, i) => sidecarGap(gap, i === 0)),
    sidecarTail(counts),
  ]
  yield { name: `herodotus-${format.name}.schema.json`, chunks: once(parts.join('')) }
}

async function* once(content: string | Uint8Array | AsyncIterable<string | Uint8Array>) {
  if (typeof content === 'string' || content instanceof Uint8Array) yield content
  else yield* content
}

async function* plain(files: AsyncIterable<File>): AsyncGenerator<Uint8Array> {
  for await (const { chunks } of files) for await (const chunk of chunks) yield bytesOf(chunk)
}

/** A zip, part by part as its files are made. */
async function* zipped(files: AsyncIterable<File>): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    made.push(chunk)
  })
  for await (const { name, chunks } of files) {
    const entry = new ZipDeflate(name)
    zip.add(entry)
    for await (const chunk of chunks) {
      entry.push(bytesOf(chunk))
      yield* made.splice(0)
    }
    entry.push(new Uint8Array(), true)
    yield* made.splice(0)
  }
  zip.end()
  yield* made.splice(0)
}

const bytesOf = (chunk: string | Uint8Array): Uint8Array =>
  typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk

import { csvWriter } from '../../export/csv.js'
import type { Rejection } from '../../import/rejection.js'
import { fileTarget } from '../export-target.js'
import type { Output } from '../output.js'
import { oneLine } from '../terminal.js'

/** Takes what an import refuses: the first few are told at once, all go into a file where one is asked for. */
export interface Rejections {
  add(rejection: Rejection): Promise<void>
  readonly count: () => number
  /** Makes the file stand under its name, and says how many were not told. */
  end(): Promise<void>
  undo(): Promise<void>
}

const told = 10
const columns = ['file', 'line', 'report', 'event', 'field', 'message', 'help'] as const

/** @param path a file of CSV, or of JSON lines where its name ends so; null for none */
export function rejectionsTo(path: string | null, output: Output): Rejections {
  const target = path === null ? null : fileTarget(path)
  const isLines = path !== null && /\.(jsonl|ndjson)$/i.test(path)
  const csv = csvWriter(
    columns.map(name => ({ name, isText: name !== 'line' })),
    { excel: false },
  )
  let count = 0
  return {
    count: () => count,
    async add(rejection) {
      count++
      if (count <= told) output.tell(rejectionText(rejection))
      if (count === 1 && !isLines) await target?.write(csv.header)
      const { file, line, report, event, field, message, help } = rejection
      const row = { file, line, report, event, field, message, help }
      await target?.write(isLines ? `${JSON.stringify(row)}\n` : csv.row(row))
    },
    async end() {
      if (count === 0 && !isLines) await target?.write(csv.header)
      await target?.done()
      const where = path === null ? '--rejected FILE writes them all' : `${path} has them all`
      if (count > told) output.tell(`… and ${count - told} more; ${where}`)
    },
    async undo() {
      await target?.undo()
    },
  }
}

function rejectionText({ file, line, report, event, field, message, help }: Rejection): string {
  const place = line === null ? file : `${file}:${line}`
  const what = [report, event, field].filter(part => part !== null).join(' ')
  return `rejected: ${oneLine(place)}: ${what === '' ? '' : `${oneLine(what)}: `}${oneLine(message)}\n  ${oneLine(help)}`
}

import { openRecord } from '../../../open-record.js'
import type { Store } from '../../../ports.js'
import { databaseOption } from '../../database-option.js'
import { type ExitCode, exitCodes } from '../../exit-codes.js'
import { digestOf, logExport } from '../../export-log.js'
import { fileTarget, outputTarget } from '../../export-target.js'
import type { Output } from '../../output.js'
import { counted } from '../../terminal.js'
import type { AddCommand } from './add-command.js'

interface Options {
  readonly out: string
  readonly db: string
}

export const addExportReviews: AddCommand = (review, run) => {
  review
    .command('export')
    .description('write all decisions, one a line, to be taken in by another record')
    .option('--out <file>', 'the file to write; - is standard output', '-')
    .addOption(databaseOption())
    .addHelpText(
      'after',
      `
Examples:
  herodotus review export --out ada.jsonl
  herodotus review export | jq -r 'select(.reviewer == "Ada")'

A decision holds the event and the words that its reviewer saw: quotes of the report go along.`,
    )
    .action((options: Options) => run(output => exportReviews(options, output)))
}

async function exportReviews({ out, db }: Options, output: Output): Promise<ExitCode> {
  const store = await openRecord(db, { mode: 'read' })
  const target = out === '-' ? outputTarget(output) : fileTarget(out)
  const digest = digestOf()
  let count = 0
  try {
    for await (const line of digest.chunks(linesOf(store))) {
      await target.write(line)
      output.progress(`exported ${counted(++count, 'decision')}`)
      if (target.closed()) break
    }
    await target.done()
  } catch (error) {
    await target.undo()
    throw error
  } finally {
    await store.close()
  }
  await logExport(db, { subject: `reviews ${out}`, digest: digest.hex() }, output)
  output.tell(`exported ${counted(count, 'decision')}${out === '-' ? '' : ` to ${out}`}`)
  return exitCodes.done
}

async function* linesOf(store: Store): AsyncGenerator<string> {
  for await (const review of store.allReviews()) yield `${JSON.stringify(review)}\n`
}

import { type Command, InvalidArgumentError } from 'commander'
import { openRecord } from '../../open-record.js'
import type { LogLine, Store } from '../../ports.js'
import { historyOf } from '../../review/index.js'
import { databaseOption } from '../database-option.js'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import type { Output } from '../output.js'
import { oneLine } from '../terminal.js'

interface Options {
  readonly json?: true
  readonly after?: number
  readonly db: string
}

export function addLog(
  program: Command,
  run: (action: (output: Output) => Promise<ExitCode>) => Promise<void>,
): void {
  program
    .command('log')
    .description('print the log of custody: what came in, was read, reviewed, exported; by whom, when')
    .option('--after <line>', 'only lines after this number', lineNumber)
    .option('--json', 'one line of the log a line')
    .addOption(databaseOption())
    .addHelpText(
      'after',
      `
Examples:
  herodotus log
  herodotus log --json | tail -1 | jq -r .sha256      the digest to note elsewhere
  herodotus verify --anchor DIGEST                    says whether the log still has that line

Each line holds the digest of the one before: docs/custody.md says what that proves.`,
    )
    .action((options: Options) => run(output => log(options, output)))
}

const lineNumber = (text: string): number => {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('give a whole number, such as 120')
}

async function log({ db, json, after }: Options, output: Output): Promise<ExitCode> {
  const store = await openRecord(db, { mode: 'read' })
  try {
    let lines = 0
    const told = decisionTexts(store)
    for await (const line of store.log(after)) {
      lines++
      const text = json || line.what !== 'review' ? null : await told(line.subject)
      await output.out(
        json
          ? `${JSON.stringify(line)}\n`
          : `${shown(line)}${text === null ? '' : `\n    ${oneLine(text)}`}\n`,
      )
      if (output.closed()) break
    }
    if (lines === 0) output.tell('the log has no such lines')
    return exitCodes.done
  } finally {
    await store.close()
  }
}

/** What decisions did, asked for in the order of the log, which is the one in which they are kept. */
function decisionTexts(store: Store): (id: string) => Promise<string | null> {
  const reviews = store.allReviews()[Symbol.asyncIterator]()
  return async id => {
    for (let next = await reviews.next(); !next.done; next = await reviews.next()) {
      const review = next.value
      if (review.id === id)
        return `${historyOf([review])[0]?.text ?? review.decision.kind} of ${review.event}`
    }
    return null
  }
}

const shown = ({ seq, at, who, what, subject, digest, sha256 }: LogLine): string =>
  [
    `${seq}  ${at}  ${what.padEnd(7)}  ${oneLine(subject)}  by ${oneLine(who)}`,
    `    of ${digest}`,
    `    is ${sha256}`,
  ].join('\n')

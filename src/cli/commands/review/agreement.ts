import { InputFault } from '../../../model/input-fault.js'
import { openRecord } from '../../../open-record.js'
import { blindCoding } from '../../../own-record.js'
import type { Store } from '../../../ports.js'
import { type Agreement, agreementOf, type Coefficient } from '../../../review/index.js'
import { databaseOption } from '../../database-option.js'
import { type ExitCode, exitCodes } from '../../exit-codes.js'
import type { Output } from '../../output.js'
import { counted, oneLine } from '../../terminal.js'
import type { AddCommand } from './add-command.js'

interface Options {
  readonly differences?: true
  readonly json?: true
  readonly db: string
}

export const addAgreement: AddCommand = (review, run) => {
  review
    .command('agreement')
    .description('how far two reviewers agree in what both decided blind, and where they differ')
    .argument('<a>', 'a reviewer')
    .argument('<b>', 'another')
    .option('--differences', 'only what they differ in, each with its event, to be decided by who sees both')
    .option('--json', 'one object; with --differences, one difference a line')
    .addOption(databaseOption())
    .addHelpText(
      'after',
      `
Examples:
  herodotus review agreement Ada Ben
  herodotus review agreement Ada Ben --differences

A difference is settled by deciding without --blind. Units and coefficients are those of docs/review.md.`,
    )
    .action((a: string, b: string, options: Options) => run(output => agreement([a, b], options, output)))
}

async function agreement(
  pair: readonly [string, string],
  options: Options,
  output: Output,
): Promise<ExitCode> {
  const { differences, json, db } = options
  const store = await openRecord(db, { mode: 'read' })
  try {
    await requireReviewers(store, pair)
    const { readings, reviews } = await blindCoding(store, pair)
    const found = agreementOf(readings, reviews, pair)
    if (differences) {
      for (const unit of found.differing)
        await output.out(json ? `${JSON.stringify(unit)}\n` : differenceText(unit, pair))
    } else if (json) {
      const { slots, units, differing } = found
      await output.out(`${JSON.stringify({ reviewers: pair, slots, units: units.length, differing })}\n`)
    } else await output.out(agreementText(found, pair))
    const { units, differing } = found
    if (units.length === 0)
      output.tell('there is nothing that both decided blind (herodotus review … --blind)')
    else
      output.tell(`${counted(units.length, 'unit')} that both decided, ${differing.length} of them otherwise`)
    return exitCodes.done
  } finally {
    await store.close()
  }
}

async function requireReviewers(store: Store, [a, b]: readonly [string, string]): Promise<void> {
  const there = await store.reviewers()
  const unknown = [a, b].find(name => !there.includes(name))
  if (unknown === undefined && a !== b) return
  throw new InputFault({
    code: 'no-such-reviewer',
    source: unknown ?? a,
    message:
      unknown === undefined
        ? 'agreement is between two reviewers'
        : 'no such reviewer has decided anything here',
    help:
      there.length > 0
        ? `there are ${there.join(', ')}`
        : 'herodotus review accept EVENT --blind --as NAME decides',
  })
}

function agreementText({ slots, differing }: Agreement, pair: readonly [string, string]): string {
  const told = slots.filter(({ units }) => units > 0)
  if (told.length === 0) return ''
  const head = ['slot', 'units', 'agreed', 'kappa', 'alpha']
  const rows = told.map(({ slot, units, agreed, kappa, alpha }) => [
    slot,
    String(units),
    String(agreed),
    numberText(kappa),
    numberText(alpha),
  ])
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map(row => row[i]?.length ?? 0)))
  const table = [head, ...rows].map(row =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
  )
  const why = [...new Set(told.flatMap(({ kappa, alpha }) => [kappa, alpha].flatMap(because)))]
  const notes = why.map(one => `—: ${one}\n`).join('')
  const rest = differing.map(unit => differenceText(unit, pair)).join('')
  return `${table.join('\n')}\n${notes}${rest === '' ? '' : `\n${rest}`}`
}

const numberText = ({ value }: Coefficient): string => (value === null ? '—' : value.toFixed(2))
const because = (one: Coefficient): readonly string[] => (one.value === null ? [one.because] : [])

function differenceText(
  { event, slot, read, made }: Agreement['units'][number],
  pair: readonly string[],
): string {
  const each = made.map((one, i) => `${oneLine(pair[i] ?? '')}: ${oneLine(one)}`).join('  ')
  return `${event}  ${slot} “${oneLine(read)}”  ${each}\n`
}

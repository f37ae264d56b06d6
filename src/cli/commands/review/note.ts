import { databaseOption } from '../../database-option.js'
import { type ExitCode, exitCodes } from '../../exit-codes.js'
import type { Output } from '../../output.js'
import { type ReviewOptions, withReviewer } from '../../review-flags.js'
import { decide, sitting, tellDecided } from '../../review-taking.js'
import { targetOf } from '../../review-target.js'
import type { AddCommand } from './add-command.js'

export const addNote: AddCommand = (review, run) => {
  withReviewer(
    review
      .command('note')
      .description('note something on an event or a value, deciding nothing')
      .argument('<target>', 'EVENT, EVENT.FIELD or EVENT.FIELD.N')
      .argument('<text>', 'what is to be noted'),
  )
    .option('--json', 'the note as an object')
    .addOption(databaseOption())
    .addHelpText(
      'after',
      `
Examples:
  herodotus review note 3f9c2a "the wire has another town"
  herodotus review note 3f9c2a.harm.0 "ask the desk in Osk"`,
    )
    .action((target: string, text: string, options: ReviewOptions) =>
      run(output => note(target, { ...options, note: text }, output)),
    )
}

function note(target: string, options: ReviewOptions, output: Output): Promise<ExitCode> {
  return sitting(options, output, async seat => {
    const { seen, path } = await targetOf(seat, target)
    await tellDecided(seat, await decide(seat, seen.event, path, { kind: 'note' }, [seen.report]))
    return exitCodes.done
  })
}

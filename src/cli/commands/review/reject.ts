import { decideAll } from '../../review-decide-all.js'
import { type ReviewOptions, withDecision } from '../../review-flags.js'
import type { AddCommand } from './add-command.js'

export const addReject: AddCommand = (review, run) => {
  withDecision(
    review
      .command('reject')
      .description('decide that events, or values of them, do not belong in the record')
      .argument('<target...>', 'EVENT, EVENT.FIELD or EVENT.FIELD.N'),
  )
    .addHelpText(
      'after',
      `
Examples:
  herodotus review reject event:3f9c2a --note "a football match"
  herodotus review reject 3f9c2a.targets.1

Nothing is lost: herodotus undo takes the last decision back. An event has a kind and a status: correct those.`,
    )
    .action((targets: string[], options: ReviewOptions) =>
      run(output => decideAll('reject', targets, options, output)),
    )
}

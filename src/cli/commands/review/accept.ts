import { decideAll } from '../../review-decide-all.js'
import { type ReviewOptions, withDecision } from '../../review-flags.js'
import type { AddCommand } from './add-command.js'

export const addAccept: AddCommand = (review, run) => {
  withDecision(
    review
      .command('accept')
      .description('decide that events, or values of them, stand')
      .argument('<target...>', 'EVENT, EVENT.FIELD or EVENT.FIELD.N'),
  )
    .addHelpText(
      'after',
      `
Examples:
  herodotus review accept event:3f9c2a              the event with every value it has
  herodotus review accept 3f9c2a.kind 3f9c2a.harm.0 values alone
  herodotus review accept 3f9c2a --blind --as Ben

An event that somebody rejected is taken back in.`,
    )
    .action((targets: string[], options: ReviewOptions) =>
      run(output => decideAll('accept', targets, options, output)),
    )
}

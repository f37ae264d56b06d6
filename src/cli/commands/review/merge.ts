import { type ExitCode, exitCodes } from '../../exit-codes.js'
import type { Output } from '../../output.js'
import { type ReviewOptions, withDecision } from '../../review-flags.js'
import type { Seen } from '../../review-sight.js'
import { decide, sitting, tellDecided } from '../../review-taking.js'
import { eventFor } from '../../review-target.js'
import type { AddCommand } from './add-command.js'

export const addMerge: AddCommand = (review, run) => {
  withDecision(
    review
      .command('merge')
      .description('decide that events tell of one occurrence')
      .argument('<into>', 'the event whose id the occurrence keeps')
      .argument('<event...>', 'those that tell of it too, of this report or of others'),
  )
    .addHelpText(
      'after',
      `
Examples:
  herodotus review merge 3f9c2a b41d07 9e2210

What each report tells stays apart; ids that were cited stay good, and lead to the occurrence.`,
    )
    .action((into: string, events: string[], options: ReviewOptions) =>
      run(output => merge(into, events, options, output)),
    )
}

function merge(
  into: string,
  ids: readonly string[],
  options: ReviewOptions,
  output: Output,
): Promise<ExitCode> {
  return sitting(options, output, async seat => {
    const first = await eventFor(seat, into)
    const others: Seen[] = []
    for (const id of ids) others.push(await eventFor(seat, id))
    const decision = { kind: 'merge', with: others.map(({ event }) => event) } as const
    await tellDecided(
      seat,
      await decide(
        seat,
        first.event,
        null,
        decision,
        [first, ...others].map(({ report }) => report),
      ),
    )
    return exitCodes.done
  })
}

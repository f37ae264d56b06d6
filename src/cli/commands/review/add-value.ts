import { InputFault } from '../../../model/input-fault.js'
import { type ExitCode, exitCodes } from '../../exit-codes.js'
import type { Output } from '../../output.js'
import { noValue } from '../../review-faults.js'
import { type ReviewOptions, type WordsOptions, withDecision, withWords } from '../../review-flags.js'
import { decide, sitting, tellDecided } from '../../review-taking.js'
import { eventFor, fieldNamed, parted, wordsFrom } from '../../review-target.js'
import { valueFrom } from '../../review-value.js'
import type { AddCommand } from './add-command.js'

interface Options extends ReviewOptions, WordsOptions {
  readonly value: string
}

export const addAddValue: AddCommand = (review, run) => {
  withDecision(
    withWords(
      review
        .command('add-value')
        .description('add a value that was missed')
        .argument('<target>', 'EVENT.FIELD')
        .requiredOption('--value <value>', 'in short or as JSON'),
    ),
  )
    .addHelpText(
      'after',
      `
Examples:
  herodotus review add-value 3f9c2a.harm --value "injured 4" --quote "four were hurt"
  herodotus review add-value 3f9c2a.means --value mortars --quote mortars
  herodotus review add-value 3f9c2a.said --value "medics: says harm" --quote "medics said"`,
    )
    .action((target: string, options: Options) => run(output => addValue(target, options, output)))
}

function addValue(target: string, options: Options, output: Output): Promise<ExitCode> {
  return sitting(options, output, async seat => {
    const { id, path } = parted(target)
    const seen = await eventFor(seat, id)
    if (path === null) throw noValue(seen.event)
    const field = fieldNamed(path, target)
    if (field === 'kind' || field === 'status') {
      throw new InputFault({
        code: 'not-decidable',
        source: target,
        message: `an event has one ${field}`,
        help: `herodotus review correct ${seen.event.id}.${field} sets it to another`,
      })
    }
    const value = valueFrom(field, options.value, null, await seat.known())
    const words = wordsFrom(options, null)
    await tellDecided(
      seat,
      await decide(seat, seen.event, null, { kind: 'correct', field, value, words }, [seen.report]),
    )
    return exitCodes.done
  })
}

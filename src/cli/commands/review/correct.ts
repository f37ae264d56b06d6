import { seenAt } from '../../../review/index.js'
import { type ExitCode, exitCodes } from '../../exit-codes.js'
import type { Output } from '../../output.js'
import { noValue } from '../../review-faults.js'
import { type ReviewOptions, type WordsOptions, withDecision, withWords } from '../../review-flags.js'
import { decide, sitting, tellDecided } from '../../review-taking.js'
import { targetOf, wordsFrom } from '../../review-target.js'
import { valueFrom } from '../../review-value.js'
import type { AddCommand } from './add-command.js'

interface Options extends ReviewOptions, WordsOptions {
  readonly value: string
}

export const addCorrect: AddCommand = (review, run) => {
  withDecision(
    withWords(
      review
        .command('correct')
        .description('set a value to another, with the words that carry it')
        .argument('<target>', 'EVENT.FIELD or EVENT.FIELD.N')
        .requiredOption('--value <value>', 'in short or as JSON; what is not said is kept'),
    ).option('--same-quote', 'the words stay those that it has'),
  )
    .addHelpText(
      'after',
      `
Examples:
  herodotus review correct 3f9c2a.harm.0 --value 17+ --quote "at least 17"
  herodotus review correct 3f9c2a.harm.0 --value '{"low":12,"high":17}' --quote "12 to 17 people"
  herodotus review correct 3f9c2a.kind --value air-strike --same-quote
  herodotus review correct 3f9c2a.when --value 2031-03-05 --quote "on Wednesday@2"
  herodotus review correct 3f9c2a.where --value "Vesna, UA, town" --quote Vesna
  herodotus review correct 3f9c2a.initiators.0 --value "Rebels: rebel, suspected" --no-quote

docs/reviewing.md says how values of each field are written.`,
    )
    .action((target: string, options: Options) => run(output => correct(target, options, output)))
}

function correct(target: string, options: Options, output: Output): Promise<ExitCode> {
  return sitting(options, output, async seat => {
    const { seen, path } = await targetOf(seat, target)
    if (path === null) throw noValue(seen.event)
    const { field, value: before, evidence } = seenAt(seen.event, path)
    const value = valueFrom(field, options.value, before, await seat.known())
    const words = wordsFrom(options, evidence)
    await tellDecided(
      seat,
      await decide(seat, seen.event, path, { kind: 'correct', field, value, words }, [seen.report]),
    )
    return exitCodes.done
  })
}

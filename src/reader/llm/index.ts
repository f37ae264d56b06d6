import type { Diagnostic } from '../../model/diagnostic.js'
import { InputFault } from '../../model/input-fault.js'
import type { Reader } from '../../ports.js'
import type { LoadedReader } from '../fall-back.js'
import type { Known } from '../lexicon/known.js'
import { type Ask, openModel, type Patience } from './ask.js'
import { type Connection, connectionOf, whereTextGoes } from './connection.js'
import { faultOf } from './faults.js'
import { finderIn } from './find.js'
import { type CodedEvent, readAnswer } from './form.js'
import { Labelling } from './labels.js'
import { longestPart, partsOf, textOf } from './parts.js'
import { asData, instructions, onceMore, promptDigest } from './prompt.js'

const patience: Patience = { timeoutMs: 300_000, retries: 4 }

/**
 * Opens a language model as a reader. Nothing is sent before the first report is read.
 * @throws ReaderError where its key is missing or its server has no address.
 */
export function openModelReader(
  chosen: Parameters<typeof connectionOf>[0],
  known: Known,
  env: NodeJS.ProcessEnv,
): LoadedReader {
  const connection = connectionOf(chosen, env)
  return { reader: modelReader(connection, known, patience), notes: [whereTextGoes(connection)] }
}

/**
 * Reads by a language model, which is told the codebook and asked for its form. It can only point: its quotes are found in
 * the report, and what is not there is refused.
 */
export function modelReader(connection: Connection, known: Known, patience: Patience): Reader {
  const ask = openModel(connection, patience)
  return {
    version: `${connection.name}#${promptDigest}`,
    languages: 'any',
    async read({ body, name }, sentences, note = () => {}) {
      const parts = partsOf(body, sentences)
      if (parts.length > 1) note(cutInParts(parts.length))
      const refuse = (what: string): void => note(refused(connection, what))
      const counts = known.findCounts(body, sentences)
      const labelling = new Labelling({ body, counts, by: connection.name, refuse })
      for (const part of parts) {
        const events = await codingOf(textOf(body, part), { ask, connection, report: name, refuse })
        const finder = finderIn(body, part)
        for (const event of events) labelling.add(event, finder)
      }
      return labelling.labels()
    },
  }
}

interface Asking {
  readonly ask: Ask
  readonly connection: Connection
  readonly report: string
  readonly refuse: (what: string) => void
}

/** The model's coding of a text. An answer that is cut or broken is asked for once more; half an answer is never read. */
async function codingOf(text: string, asking: Asking): Promise<readonly CodedEvent[]> {
  const { ask, connection, report, refuse } = asking
  const fault = (code: string, message: string, help: string): InputFault =>
    new InputFault({ code, source: report, message: `${connection.name}: ${message}`, help })
  let wasCut = false
  for (const data of [asData(text), `${asData(text)}\n${onceMore}`]) {
    const answer = await ask(instructions, data).catch((error: unknown) => {
      throw faultOf(error, connection, report)
    })
    if (answer.finish === 'withheld') {
      throw fault(
        'model-refused',
        'the model will not answer about this report',
        'Read it by another model, or by another reader.',
      )
    }
    wasCut = answer.finish === 'cut'
    const events = wasCut ? null : readAnswer(answer.text, refuse)
    if (events) return events
  }
  throw wasCut
    ? fault(
        'answer-cut',
        'the answer was cut off, twice',
        'Read it by a model that may answer at more length.',
      )
    : fault(
        'answer-broken',
        'the answer was not the JSON that was asked for, twice',
        'Read it by another model.',
      )
}

const cutInParts = (parts: number): Diagnostic => ({
  code: 'report-cut-in-parts',
  severity: 'info',
  message: `the report is longer than the ${longestPart} characters that a language model is given at once; it was read in ${parts} parts that overlap`,
  at: null,
  help: 'An event that is told again in a far part may stand twice: merge the two in review.',
})

const refused = ({ name }: Connection, what: string): Diagnostic => ({
  code: 'answer-refused',
  severity: 'warning',
  message: `${name} answered with what is not of the codebook’s form, and it was refused: ${what}`,
  at: null,
  help: 'Look at the report for what was meant; if it happens often, try another model.',
})

import type { Reader } from '../../ports.js'
import { lexiconReader } from '../lexicon/index.js'
import type { Known } from '../lexicon/known.js'
import { decode } from './decode.js'
import { lexicalFeatures } from './features.js'
import { modelFolder, readModelFiles } from './model-files.js'
import { openSession, type RuntimeName } from './runtime.js'
import { scoreReport } from './scores.js'
import { cutWords } from './windows.js'

export type { RuntimeName } from './runtime.js'

export interface TrainedReader extends Reader {
  readonly runtime: RuntimeName
}

/**
 * Loads the trained encoder: it scores the words of a report and what each is to the words that tell events, with what
 * the lexicon says of them among its inputs. Without a runtime named, the first is taken that loads here.
 * @throws ReaderError where the model is missing, changed or of another version, or no runtime loads it.
 */
export async function loadTrainedReader(
  known: Known,
  folder: URL = modelFolder,
  only?: RuntimeName,
): Promise<TrainedReader> {
  const { labels: model, tokenizer, weights, version } = readModelFiles(folder)
  const session = await openSession(weights, only)
  const lexicon = lexiconReader(known)
  const by = `trained:${version}`
  return {
    // The runtimes' scores differ in the last digits.
    version: `trained-${version}+${lexicon.version}+${session.runtime}`,
    runtime: session.runtime,
    modelBytes: weights.length,
    async read(report, sentences) {
      const lexical = await lexicon.read(report, sentences)
      const words = cutWords(report.body, sentences, tokenizer, model.window.longest)
      const features = lexicalFeatures(lexical, words, model)
      const scores = await scoreReport(words, features, model, session)
      return decode({ body: report.body, sentences, words, scores, lexical, model, by })
    },
  }
}

import { type Command, InvalidArgumentError } from 'commander'
import { parseChoice, type ReaderChoice, ReaderError } from '../reader/index.js'

/** Adds the flags that choose a reader, as `ReaderChoice` has them. */
export function withReaderOptions(command: Command): Command {
  return command
    .option(
      '--reader <reader>',
      'who reads: lexicon, trained, or llm:PROVIDER/MODEL, which sends the text of the reports to the provider (docs/readers.md)',
      readerArgument,
    )
    .option(
      '--reader-url <url>',
      'the server that is asked for llm: readers, in place of the provider’s own (or set HERODOTUS_READER_URL)',
    )
}

function readerArgument(name: string): string {
  try {
    parseChoice(name)
    return name
  } catch (error) {
    if (error instanceof ReaderError) throw new InvalidArgumentError(`${error.message}. ${error.help}`)
    throw error
  }
}

/** The choice among a command's options. */
export const readerChoice = ({ reader, readerUrl }: ReaderChoice): ReaderChoice => ({ reader, readerUrl })

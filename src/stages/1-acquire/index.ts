import { InputFault } from '../../model/input-fault.js'
import type { Capture, Snapshot } from '../../model/snapshot.js'
import { snapshotId } from '../../text/ids.js'
import { sniffMediaType } from './media-type.js'

/** The most bytes that one report may have. A larger file is refused before it is read (`docs/formats.md`). */
export const maxBytes = 20_000_000

/**
 * Names a capture by its bytes and says what they can be read as.
 * @throws InputFault where there is nothing in it, too much, or no text: a picture, a PDF, an archive, junk.
 */
export function takeSnapshot(capture: Capture): Snapshot {
  const { bytes, source } = capture
  if (bytes.length === 0) {
    throw new InputFault({
      code: 'empty-text',
      source,
      message: 'the file is empty',
      help: 'Hand in a file that holds the text of a report.',
    })
  }
  if (bytes.length > maxBytes) throw tooLarge(source, bytes.length)
  return { ...capture, id: snapshotId(bytes), mediaType: sniffMediaType(capture) }
}

/** The fault of a file that has more than `maxBytes`. */
export function tooLarge(source: string, size: number): InputFault {
  const megabytes = (n: number): string => `${(n / 1e6).toFixed(1)} MB`
  return new InputFault({
    code: 'too-large',
    source,
    message: `${megabytes(size)} is more than one report may have (${megabytes(maxBytes)})`,
    help: 'Split the file into its reports, one a file, or one a line as JSONL.',
  })
}
